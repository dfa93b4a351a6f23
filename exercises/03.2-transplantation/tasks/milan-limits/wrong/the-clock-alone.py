def milan(months_stable, liver_involvement_percent, grade, age_years):
    """Wrong: time is one criterion of four; one failure is enough."""
    return "consider" if months_stable >= 6 else "not-eligible"
