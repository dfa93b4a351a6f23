def telotristat(carcinoid_syndrome, on_analogue, stools_per_day, child_pugh):
    """Wrong: it goes beside an analogue, and is not given instead of one."""
    if not carcinoid_syndrome or child_pugh == "C":
        return "not-indicated"
    return "option" if stools_per_day >= 4 else None
