def primary(primary_site, primary_symptomatic, resectable, grade):
    """Wrong: what was read speaks of the midgut; elsewhere no rule speaks."""
    if resectable or grade == "NEC":
        return None
    return "indicated" if primary_symptomatic else "individualise"
