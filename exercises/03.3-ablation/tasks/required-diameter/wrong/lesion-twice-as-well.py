def required_diameter_cm(lesion, margin):
    """Wrong: the lesion is crossed once and not twice; its diameter was taken for a radius."""
    return 2 * (lesion + margin)
