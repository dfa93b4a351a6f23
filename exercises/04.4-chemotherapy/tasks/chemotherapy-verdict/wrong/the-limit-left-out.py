def chemotherapy(grade, ki67_percent, primary_site):
    """Wrong: at the limit itself the sources still speak."""
    if grade == "NEC":
        return "first-line"
    if grade == "NET G3":
        return "option" if ki67_percent < 55 else None
    return "option" if primary_site == "pancreas" else "rescue"
