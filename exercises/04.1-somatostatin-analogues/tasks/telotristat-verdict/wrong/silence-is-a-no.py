def telotristat(carcinoid_syndrome, on_analogue, stools_per_day, child_pugh):
    """Wrong: with fewer stools no source speaks, which is None and no refusal."""
    if not carcinoid_syndrome or not on_analogue or child_pugh == "C":
        return "not-indicated"
    return "option" if stools_per_day >= 4 else "not-indicated"
