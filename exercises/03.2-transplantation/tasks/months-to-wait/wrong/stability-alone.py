def months_to_wait(months_since_primary_diagnosis, months_since_primary_resection, months_stable):
    """Wrong: in 2012 diagnosis and resection are counted too."""
    return max(12 - months_stable, 0), max(6 - months_stable, 0)
