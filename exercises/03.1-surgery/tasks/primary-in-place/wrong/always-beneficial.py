def primary(primary_site, primary_symptomatic, resectable, grade):
    """Wrong: without symptoms the sources differ; "beneficial" for all was printed in 2012."""
    if resectable or primary_site != "midgut" or grade == "NEC":
        return None
    return "indicated"
