def alcohol(largest_diameter_cm, adjacent_to, combined_with):
    """The review's word on alcohol injection for one lesion, or None where it does not say."""
    if largest_diameter_cm >= 5:
        return "excluded"
    if combined_with == "none":
        return "not-as-monotherapy"
    if adjacent_to != "none" and combined_with in ("rfa", "cryoablation"):
        return "option"
    return None
