def months_to_wait(months_since_primary_diagnosis, months_since_primary_resection, months_stable):
    """Wrong: what is over is not to be waited for; no answer is below 0."""
    slowest = min(months_since_primary_diagnosis, months_since_primary_resection, months_stable)
    return 12 - slowest, 6 - months_stable
