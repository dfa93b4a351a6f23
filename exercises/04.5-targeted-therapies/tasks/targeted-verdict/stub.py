def targeted(drug, primary_site, differentiation, progressive, functioning, prior_other_systemic):
    """What the rules of 2026 say of the drug, or None where no rule speaks.

    drug is "everolimus", "sunitinib", "cabozantinib" or "pazopanib"; differentiation is "well", "moderate" or "poor".
    primary_site is "midgut", "pancreas", "other-digestive", "lung" or "other"; the others are True or False.

    >>> targeted("everolimus", "pancreas", "well", True, False, True)
    'option'
    """
