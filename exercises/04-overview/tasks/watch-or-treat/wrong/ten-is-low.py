def watching(symptomatic, functioning, low_volume, slow_growth, grade, ki67_percent, primary_site):
    """Wrong: exactly the limit is outside: the evidence ends below it."""
    if functioning or symptomatic:
        return "not-first"
    if primary_site not in ("midgut", "pancreas", "other-digestive"):
        return None
    if grade not in ("NET G1", "NET G2") or ki67_percent > 10:
        return None
    return "option" if low_volume or slow_growth else None
