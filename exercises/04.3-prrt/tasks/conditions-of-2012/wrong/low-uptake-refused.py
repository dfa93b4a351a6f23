def radionuclides_2012(somatostatin_receptor_positive, surgical_candidate, symptomatic, scintigraphy_uptake):
    """Wrong: low uptake lowered the chance that was printed, and shut no door."""
    if scintigraphy_uptake == "low":
        return "not-indicated"
    return "option" if somatostatin_receptor_positive and not surgical_candidate else "not-indicated"
