def telotristat(carcinoid_syndrome, on_analogue, stools_per_day, child_pugh):
    """What the rules of 2026 say of telotristat, or None where no rule speaks.

    carcinoid_syndrome and on_analogue are True or False.
    stools_per_day are counted on the analogue, over some days.
    child_pugh is "none", "A", "B" or "C".

    >>> telotristat(True, True, 6, "none")
    'option'
    """
