def verdict(resectable, largest_diameter_cm, lesion_count, lobes_involved):
    """The review's word on radiofrequency ablation for a patient, or None where it does not say.

    resectable is True or False, the diameter is in cm, and lobes_involved is "left", "right" or "both".

    >>> verdict(False, 2.4, 3, "right")
    'suitable'
    """
