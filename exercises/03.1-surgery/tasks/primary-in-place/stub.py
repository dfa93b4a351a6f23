def primary(primary_site, primary_symptomatic, resectable, grade):
    """What the rules of 2026 say of removing the primary, or None where no rule speaks.

    primary_site is "midgut", "pancreas", "other-digestive", "lung" or "other".
    primary_symptomatic: it obstructs, bleeds or cuts off the blood to the gut. resectable: the liver metastases are.
    grade is "NET G1", "NET G2", "NET G3" or "NEC".

    >>> primary("midgut", True, False, "NET G2")
    'indicated'
    """
