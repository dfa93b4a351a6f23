def verdict(resectable, largest_diameter_cm, lesion_count, lobes_involved):
    """Wrong: more than five is a contraindication in both lobes only."""
    if resectable:
        return "surgery-first"
    if lesion_count > 5:
        return "contraindicated"
    if largest_diameter_cm > 5:
        return "unsuitable"
    return "doubtful" if largest_diameter_cm > 3 else "suitable"
