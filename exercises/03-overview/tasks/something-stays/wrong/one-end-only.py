def something_stays(patients):
    """Wrong: a range stays a range; the lower end alone is one half of it."""
    return patients * 90 / 100, patients * 90 / 100
