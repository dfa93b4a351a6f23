def chemotherapy(grade, ki67_percent, primary_site):
    """Wrong: in carcinoma it is the first treatment, and no rescue."""
    if grade == "NET G3":
        return "option" if ki67_percent <= 55 else None
    return "option" if primary_site == "pancreas" else "rescue"
