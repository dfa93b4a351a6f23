def verdict(resectable, largest_diameter_cm, lesion_count, lobes_involved):
    """Wrong: the number of lesions and their lobes count as well."""
    if resectable:
        return "surgery-first"
    if largest_diameter_cm > 5:
        return "unsuitable"
    return "doubtful" if largest_diameter_cm > 3 else "suitable"
