def verdict(resectable, largest_diameter_cm, lesion_count, lobes_involved):
    """Wrong: where the review does not say, the answer is None and not "doubtful"."""
    if resectable:
        return "surgery-first"
    if lesion_count > 5 and lobes_involved == "both":
        return "contraindicated"
    if largest_diameter_cm > 5:
        return "unsuitable"
    return "doubtful" if largest_diameter_cm > 3 or lesion_count > 5 else "suitable"
