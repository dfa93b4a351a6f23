def months_to_wait(months_since_primary_diagnosis, months_since_primary_resection, months_stable):
    """Wrong: all three clocks must have run; the slowest decides."""
    fastest = max(months_since_primary_diagnosis, months_since_primary_resection, months_stable)
    return max(12 - fastest, 0), max(6 - months_stable, 0)
