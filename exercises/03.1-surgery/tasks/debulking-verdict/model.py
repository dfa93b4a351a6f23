def debulking(removable_percent, grade):
    """What the rules of 2026 say of debulking, or None where no rule speaks."""
    if grade == "NEC":
        return "not-recommended"
    return "option" if removable_percent >= 70 else None
