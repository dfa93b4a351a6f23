def targeted(drug, primary_site, differentiation, progressive, functioning, prior_other_systemic):
    """Wrong: after an analogue alone no rule gives cabozantinib."""
    if drug == "pazopanib" or (drug == "everolimus" and primary_site != "pancreas" and functioning):
        return "not-confirmed"
    if not progressive or differentiation == "poor":
        return None
    fits = {
        "sunitinib": primary_site == "pancreas" and differentiation == "well",
        "everolimus": primary_site != "other",
        "cabozantinib": True,
    }
    return "option" if fits[drug] else None
