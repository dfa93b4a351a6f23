def alcohol(largest_diameter_cm, adjacent_to, combined_with):
    """Wrong: the review gives alcohol its place beside large vessels and the bile duct, and says nothing of others."""
    if largest_diameter_cm >= 5:
        return "excluded"
    if combined_with == "none":
        return "not-as-monotherapy"
    return None if combined_with == "hace" and adjacent_to != "none" else "option"
