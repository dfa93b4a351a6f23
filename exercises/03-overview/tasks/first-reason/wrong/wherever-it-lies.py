def artery(resectable, liver_predominant, progressive, uncontrolled_symptoms, bulky):
    """Wrong: the disease has to lie mainly in the liver."""
    if resectable:
        return "criteria-not-met"
    return "indicated" if progressive or uncontrolled_symptoms or bulky else None
