def watching(symptomatic, functioning, low_volume, slow_growth, grade, ki67_percent, primary_site):
    """What the rules of 2026 say of watching this patient, or None where no rule speaks.

    grade is "NET G1", "NET G2", "NET G3" or "NEC"; ki67_percent is a number;
    primary_site is "midgut", "pancreas", "other-digestive", "lung" or "other"; the others are True or False.

    >>> watching(False, False, True, False, "NET G1", 2, "midgut")
    'option'
    """
