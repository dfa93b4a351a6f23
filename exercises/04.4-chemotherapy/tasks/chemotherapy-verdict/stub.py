def chemotherapy(grade, ki67_percent, primary_site):
    """What place the rules of 2026 give chemotherapy, or None where no rule speaks.

    grade is "NET G1", "NET G2", "NET G3" or "NEC"; ki67_percent is a number from 0 to 100.
    primary_site is "midgut", "pancreas", "other-digestive", "lung" or "other".

    >>> chemotherapy("NET G2", 12, "pancreas")
    'option'
    """
