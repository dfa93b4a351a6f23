def targeted(drug, primary_site, differentiation, progressive, functioning, prior_other_systemic):
    """Wrong: the trials took tumours that grew."""
    if drug == "pazopanib" or (drug == "everolimus" and primary_site != "pancreas" and functioning):
        return "not-confirmed"
    if differentiation == "poor":
        return None
    fits = {
        "sunitinib": primary_site == "pancreas" and differentiation == "well",
        "everolimus": primary_site != "other",
        "cabozantinib": prior_other_systemic,
    }
    return "option" if fits[drug] else None
