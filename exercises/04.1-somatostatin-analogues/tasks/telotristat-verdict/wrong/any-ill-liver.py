def telotristat(carcinoid_syndrome, on_analogue, stools_per_day, child_pugh):
    """Wrong: with Child-Pugh A and B there are fewer doses a day; only C rules it out."""
    if not carcinoid_syndrome or not on_analogue or child_pugh != "none":
        return "not-indicated"
    return "option" if stools_per_day >= 4 else None
