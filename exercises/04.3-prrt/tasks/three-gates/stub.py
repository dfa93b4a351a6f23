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
    """What the rules of 2026 say of radionuclide therapy, or None where no rule speaks.

    krenning_score is a whole number from 0 to 4; grade is "NET G1", "NET G2" or "NEC"; the others are True or False.

    >>> radionuclides(True, 4, False, False, False, False, True, False, "NET G1", False)
    'option'
    """
