def something_stays(patients):
    """In how many of these patients not everything can be cut out: (at least, at most)."""
    return patients * 80 / 100, patients * 90 / 100
