def artery(resectable, liver_predominant, progressive, uncontrolled_symptoms, bulky):
    """Wrong: what can be cut out is cut out first."""
    if not liver_predominant:
        return "criteria-not-met"
    return "indicated" if progressive or uncontrolled_symptoms or bulky else None
