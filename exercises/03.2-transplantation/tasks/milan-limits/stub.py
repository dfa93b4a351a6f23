def milan(months_stable, liver_involvement_percent, grade, age_years):
    """The answer of Milan-NET for a patient who meets every other criterion.

    >>> milan(8, 30, "NET G2", 41)
    'consider'
    """
