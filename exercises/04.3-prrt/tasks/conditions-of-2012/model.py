def radionuclides_2012(somatostatin_receptor_positive, surgical_candidate, symptomatic, scintigraphy_uptake):
    """What the rules of 2012 say of radionuclide therapy: two conditions, and no more."""
    return "option" if somatostatin_receptor_positive and not surgical_candidate else "not-indicated"
