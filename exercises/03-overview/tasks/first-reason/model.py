def artery(resectable, liver_predominant, progressive, uncontrolled_symptoms, bulky):
    """What the rules of 2026 say of embolisation, or None where no rule speaks."""
    if resectable or not liver_predominant:
        return "criteria-not-met"
    return "indicated" if progressive or uncontrolled_symptoms or bulky else None
