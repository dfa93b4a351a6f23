def artery(resectable, liver_predominant, progressive, uncontrolled_symptoms, bulky):
    """Wrong: without a reason no rule speaks, which is None and no refusal."""
    if resectable or not liver_predominant:
        return "criteria-not-met"
    return "indicated" if progressive or uncontrolled_symptoms or bulky else "criteria-not-met"
