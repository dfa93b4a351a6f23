def targeted(drug, primary_site, differentiation, progressive, functioning, prior_other_systemic):
    """Wrong: sunitinib's trial took growing, well-differentiated tumours of the pancreas."""
    if drug == "sunitinib":
        return "option"
    if drug == "pazopanib" or (drug == "everolimus" and primary_site != "pancreas" and functioning):
        return "not-confirmed"
    if not progressive or differentiation == "poor":
        return None
    fits = {
        "everolimus": primary_site != "other",
        "cabozantinib": prior_other_systemic,
    }
    return "option" if fits[drug] else None
