def radionuclides(
    somatostatin_receptor_positive,
    krenning_score,
    surgical_candidate,
    fdg_avid_receptor_negative,
    pregnant,
    serious_renal_impairment,
    progressive,
    symptoms_refractory_to_analogue,
    grade,
    second_course,
):
    """Wrong: that is the convention; the label accepts uptake equal to the liver, and the rule keeps the option."""
    reached = somatostatin_receptor_positive and krenning_score >= 3 and not fdg_avid_receptor_negative
    if surgical_candidate or not reached:
        return "not-indicated"
    if pregnant or serious_renal_impairment:
        return "contraindicated"
    if grade == "NEC" or second_course:
        return None
    return "option" if progressive or symptoms_refractory_to_analogue else None
