def required_diameter_cm(lesion, margin):
    """Wrong: the zone just holds the lesion, without a margin."""
    return lesion
