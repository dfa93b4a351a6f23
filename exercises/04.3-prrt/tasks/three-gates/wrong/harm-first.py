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
    """Wrong: where there is nothing to treat, what would forbid it need not be known."""
    if pregnant or serious_renal_impairment:
        return "contraindicated"
    reached = somatostatin_receptor_positive and krenning_score >= 2 and not fdg_avid_receptor_negative
    if surgical_candidate or not reached:
        return "not-indicated"
    if grade == "NEC" or second_course:
        return None
    return "option" if progressive or symptoms_refractory_to_analogue else None
