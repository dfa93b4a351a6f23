def chemotherapy(grade, ki67_percent, primary_site):
    """Wrong: the site decides in low grade alone; NET G3 has its option at every site."""
    if grade == "NEC":
        return "first-line"
    if grade == "NET G3" and ki67_percent > 55:
        return None
    return "option" if primary_site == "pancreas" else "rescue"
