def primary(primary_site, primary_symptomatic, resectable, grade):
    """What the rules of 2026 say of removing the primary, or None where no rule speaks."""
    if resectable or primary_site != "midgut" or grade == "NEC":
        return None
    return "indicated" if primary_symptomatic else "individualise"
