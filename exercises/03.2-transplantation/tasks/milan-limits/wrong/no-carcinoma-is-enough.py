def milan(months_stable, liver_involvement_percent, grade, age_years):
    """Wrong: a NET G3 is no carcinoma, and it does not pass either."""
    met = months_stable >= 6 and liver_involvement_percent <= 50 and grade != "NEC" and age_years <= 60
    return "consider" if met else "not-eligible"
