def required_diameter_cm(lesion, margin):
    """The diameter of the zone: the lesion, and the margin on both sides of it."""
    return lesion + 2 * margin
