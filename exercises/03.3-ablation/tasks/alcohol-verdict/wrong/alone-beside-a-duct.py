def alcohol(largest_diameter_cm, adjacent_to, combined_with):
    """Wrong: alcohol is never the only treatment, wherever the lesion lies."""
    if largest_diameter_cm >= 5:
        return "excluded"
    if adjacent_to == "none" or combined_with == "hace":
        return None
    return "option"
