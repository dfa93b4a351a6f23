def months_to_wait(months_since_primary_diagnosis, months_since_primary_resection, months_stable):
    """The months still to wait, if nothing grows: (by the list of 2012, by Milan-NET)."""
    slowest = min(months_since_primary_diagnosis, months_since_primary_resection, months_stable)
    return max(12 - slowest, 0), max(6 - months_stable, 0)
