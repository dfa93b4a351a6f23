def debulking(removable_percent, grade):
    """Wrong: the limit of today is itself enough."""
    if grade == "NEC":
        return "not-recommended"
    return "option" if removable_percent > 70 else None
