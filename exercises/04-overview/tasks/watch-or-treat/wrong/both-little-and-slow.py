def watching(symptomatic, functioning, low_volume, slow_growth, grade, ki67_percent, primary_site):
    """Wrong: one of the two is enough."""
    if functioning or symptomatic:
        return "not-first"
    if primary_site not in ("midgut", "pancreas", "other-digestive"):
        return None
    if grade not in ("NET G1", "NET G2") or ki67_percent >= 10:
        return None
    return "option" if low_volume and slow_growth else None
