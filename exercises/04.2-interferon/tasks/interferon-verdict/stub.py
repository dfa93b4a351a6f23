def interferon(goal, ssa_failed_at_maximum_dose):
    """What the rules of 2026 say of interferon, or None where no rule speaks.

    goal is "symptom-control" or "survival"; ssa_failed_at_maximum_dose is True or False.

    >>> interferon("symptom-control", True)
    'option'
    """
