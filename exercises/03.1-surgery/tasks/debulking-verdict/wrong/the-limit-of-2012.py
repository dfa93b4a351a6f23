def debulking(removable_percent, grade):
    """Wrong: that was the limit of 2012; the one of today is lower."""
    if grade == "NEC":
        return "not-recommended"
    return "option" if removable_percent > 90 else None
