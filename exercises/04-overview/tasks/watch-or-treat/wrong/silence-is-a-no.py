def watching(symptomatic, functioning, low_volume, slow_growth, grade, ki67_percent, primary_site):
    """Wrong: where no rule speaks the answer is None; nothing says that the symptoms come first, for there are none."""
    if functioning or symptomatic:
        return "not-first"
    if primary_site not in ("midgut", "pancreas", "other-digestive"):
        return "not-first"
    if grade not in ("NET G1", "NET G2") or ki67_percent >= 10:
        return "not-first"
    return "option" if low_volume or slow_growth else "not-first"
