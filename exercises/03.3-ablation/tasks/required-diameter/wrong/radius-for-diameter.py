def required_diameter_cm(lesion, margin):
    """Wrong: this is the radius of the zone, from its middle to its edge."""
    return lesion / 2 + margin
