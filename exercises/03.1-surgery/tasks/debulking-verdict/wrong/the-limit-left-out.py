def debulking(removable_percent, grade):
    """Wrong: the limit of today begins at 70 % itself."""
    if grade == "NEC":
        return "not-recommended"
    return "option" if removable_percent > 70 else None
