def chemotherapy(grade, ki67_percent, primary_site):
    """Wrong: no count makes a carcinoma; above the limit no rule speaks."""
    if grade == "NEC" or ki67_percent > 55:
        return "first-line"
    if grade == "NET G3":
        return "option"
    return "option" if primary_site == "pancreas" else "rescue"
