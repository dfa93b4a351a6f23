def something_stays(patients):
    """Wrong: these are the patients in whom everything can be cut out."""
    return patients * 10 / 100, patients * 20 / 100
