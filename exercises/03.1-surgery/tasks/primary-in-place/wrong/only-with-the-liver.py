def primary(primary_site, primary_symptomatic, resectable, grade):
    """Wrong: the rule is for a liver that has to stay, and it is silent where the liver can be resected."""
    if not resectable or primary_site != "midgut" or grade == "NEC":
        return None
    return "indicated" if primary_symptomatic else "individualise"
