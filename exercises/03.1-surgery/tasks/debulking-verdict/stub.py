def debulking(removable_percent, grade):
    """What the rules of 2026 say of debulking, or None where no rule speaks.

    removable_percent is the share of the tumour that can be removed, from 0 to 100.
    grade is "NET G1", "NET G2", "NET G3" or "NEC".

    >>> debulking(85, "NET G2")
    'option'
    """
