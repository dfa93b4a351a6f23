def radionuclides_2012(somatostatin_receptor_positive, surgical_candidate, symptomatic, scintigraphy_uptake):
    """Wrong: symptoms were printed as an advantage, not as a condition."""
    return "option" if somatostatin_receptor_positive and not surgical_candidate and symptomatic else "not-indicated"
