def chemotherapy(grade, ki67_percent, primary_site):
    """What place the rules of 2026 give chemotherapy, or None where no rule speaks."""
    if grade == "NEC":
        return "first-line"
    if grade == "NET G3":
        return "option" if ki67_percent <= 55 else None
    return "option" if primary_site == "pancreas" else "rescue"
