def primary(primary_site, primary_symptomatic, resectable, grade):
    """Wrong: a primary that obstructs or bleeds is removed, whatever becomes of the liver."""
    if resectable or primary_site != "midgut" or grade == "NEC":
        return None
    return "individualise"
