def alcohol(largest_diameter_cm, adjacent_to, combined_with):
    """Wrong: the lesion must be smaller than 5 cm, and exactly 5 cm is not."""
    if largest_diameter_cm > 5:
        return "excluded"
    if combined_with == "none":
        return "not-as-monotherapy"
    if adjacent_to != "none" and combined_with in ("rfa", "cryoablation"):
        return "option"
    return None
