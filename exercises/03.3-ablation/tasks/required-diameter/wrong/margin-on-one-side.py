def required_diameter_cm(lesion, margin):
    """Wrong: the margin is added on one side only."""
    return lesion + margin
