def radionuclides_2012(somatostatin_receptor_positive, surgical_candidate, symptomatic, scintigraphy_uptake):
    """What the rules of 2012 say of radionuclide therapy.

    scintigraphy_uptake is "low", "moderate" or "high"; the others are True or False.

    >>> radionuclides_2012(True, False, True, "high")
    'option'
    """
