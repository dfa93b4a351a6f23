def debulking(removable_percent, grade):
    """Wrong: more than 90 % was the limit of 2012; today it is 70 %."""
    if grade == "NEC":
        return "not-recommended"
    return "option" if removable_percent > 90 else None
