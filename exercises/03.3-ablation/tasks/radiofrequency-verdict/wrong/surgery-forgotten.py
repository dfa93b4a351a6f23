def verdict(resectable, largest_diameter_cm, lesion_count, lobes_involved):
    """Wrong: ablation is for lesions that cannot be resected."""
    if lesion_count > 5 and lobes_involved == "both":
        return "contraindicated"
    if largest_diameter_cm > 5:
        return "unsuitable"
    if lesion_count > 5:
        return None
    return "doubtful" if largest_diameter_cm > 3 else "suitable"
