def radionuclides_2012(somatostatin_receptor_positive, surgical_candidate, symptomatic, scintigraphy_uptake):
    """Wrong: it was for patients who are no candidates for surgery."""
    return "option" if somatostatin_receptor_positive else "not-indicated"
