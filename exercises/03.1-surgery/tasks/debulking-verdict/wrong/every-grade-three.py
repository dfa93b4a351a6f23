def debulking(removable_percent, grade):
    """Wrong: NET G3 is not NEC; it is decided case by case, and the option stays."""
    if grade in ("NET G3", "NEC"):
        return "not-recommended"
    return "option" if removable_percent >= 70 else None
