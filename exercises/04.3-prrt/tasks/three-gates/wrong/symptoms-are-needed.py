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
    """Wrong: growth alone is a reason; symptoms were an advantage in 2012, and never a condition."""
    reached = somatostatin_receptor_positive and krenning_score >= 2 and not fdg_avid_receptor_negative
    if surgical_candidate or not reached:
        return "not-indicated"
    if pregnant or serious_renal_impairment:
        return "contraindicated"
    if grade == "NEC" or second_course:
        return None
    return "option" if symptoms_refractory_to_analogue else None
