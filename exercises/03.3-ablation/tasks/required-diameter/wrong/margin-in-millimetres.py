def required_diameter_cm(lesion, margin):
    """Wrong: both arguments are in cm already."""
    return lesion + 2 * margin / 10
