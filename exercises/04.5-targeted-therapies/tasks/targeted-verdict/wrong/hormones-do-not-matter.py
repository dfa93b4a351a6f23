def targeted(drug, primary_site, differentiation, progressive, functioning, prior_other_systemic):
    """Wrong: RADIANT-4 let in nobody with hormone symptoms."""
    if drug == "pazopanib":
        return "not-confirmed"
    if not progressive or differentiation == "poor":
        return None
    fits = {
        "sunitinib": primary_site == "pancreas" and differentiation == "well",
        "everolimus": primary_site != "other",
        "cabozantinib": prior_other_systemic,
    }
    return "option" if fits[drug] else None
