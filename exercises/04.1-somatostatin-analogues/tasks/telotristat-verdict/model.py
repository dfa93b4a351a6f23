def telotristat(carcinoid_syndrome, on_analogue, stools_per_day, child_pugh):
    """What the rules of 2026 say of telotristat, or None where no rule speaks."""
    if not carcinoid_syndrome or not on_analogue or child_pugh == "C":
        return "not-indicated"
    return "option" if stools_per_day >= 4 else None
