def milan(months_stable, liver_involvement_percent, grade, age_years):
    """Wrong: a year was asked in 2012; Milan-NET asks six months."""
    met = (
        months_stable >= 12 and liver_involvement_percent <= 50 and grade in ("NET G1", "NET G2") and age_years <= 60
    )
    return "consider" if met else "not-eligible"
