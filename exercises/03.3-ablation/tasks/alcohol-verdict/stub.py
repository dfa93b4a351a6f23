def alcohol(largest_diameter_cm, adjacent_to, combined_with):
    """The review's word on alcohol injection for one lesion, or None where it does not say.

    The diameter is in cm.
    adjacent_to is "none", "large-vessel" or "bile-duct".
    combined_with is "none", "rfa", "cryoablation" or "hace", which is chemoembolisation and no ablation.

    >>> alcohol(2.4, "bile-duct", "rfa")
    'option'
    """
