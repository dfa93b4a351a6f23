def milan(months_stable, liver_involvement_percent, grade, age_years):
    """The answer of Milan-NET for a patient who meets every other criterion."""
    met = (
        months_stable >= 6 and liver_involvement_percent <= 50 and grade in ("NET G1", "NET G2") and age_years <= 60
    )
    return "consider" if met else "not-eligible"
