def chemotherapy(grade, ki67_percent, primary_site):
    """Wrong: a well-differentiated grade 3 is no carcinoma; nothing is first line there."""
    if grade in ("NEC", "NET G3"):
        return "first-line"
    return "option" if primary_site == "pancreas" else "rescue"
