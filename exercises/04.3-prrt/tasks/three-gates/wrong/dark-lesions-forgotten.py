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
    """Wrong: lesions that show no receptors are out of its reach, whatever the others do."""
    reached = somatostatin_receptor_positive and krenning_score >= 2
    if surgical_candidate or not reached:
        return "not-indicated"
    if pregnant or serious_renal_impairment:
        return "contraindicated"
    if grade == "NEC" or second_course:
        return None
    return "option" if progressive or symptoms_refractory_to_analogue else None
