def artery(resectable, liver_predominant, progressive, uncontrolled_symptoms, bulky):
    """Wrong: one reason is enough; they need not come together."""
    if resectable or not liver_predominant:
        return "criteria-not-met"
    return "indicated" if progressive and uncontrolled_symptoms and bulky else None
