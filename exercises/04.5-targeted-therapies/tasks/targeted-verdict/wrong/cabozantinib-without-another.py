def targeted(drug, primary_site, differentiation, progressive, functioning, prior_other_systemic):
    """Wrong: no rule gives cabozantinib without growth and another drug before; an analogue is none."""
    if drug == "cabozantinib":
        return "option"
    if drug == "pazopanib" or (drug == "everolimus" and primary_site != "pancreas" and functioning):
        return "not-confirmed"
    if not progressive or differentiation == "poor":
        return None
    fits = {
        "sunitinib": primary_site == "pancreas" and differentiation == "well",
        "everolimus": primary_site != "other",
    }
    return "option" if fits[drug] else None
