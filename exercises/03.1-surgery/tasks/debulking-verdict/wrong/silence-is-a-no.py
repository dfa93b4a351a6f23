def debulking(removable_percent, grade):
    """Wrong: below the limit no rule speaks, which is None and no refusal."""
    if grade == "NEC":
        return "not-recommended"
    return "option" if removable_percent >= 70 else "not-recommended"
