def alcohol(largest_diameter_cm, adjacent_to, combined_with):
    """Wrong: chemoembolisation is no ablation, and the review does not speak of that combination."""
    if largest_diameter_cm >= 5:
        return "excluded"
    if combined_with == "none":
        return "not-as-monotherapy"
    return "option" if adjacent_to != "none" else None
