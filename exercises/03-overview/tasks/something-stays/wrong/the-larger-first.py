def something_stays(patients):
    """Wrong: the lower end of the range leaves the larger number, and that comes last."""
    return patients * 90 / 100, patients * 80 / 100
