def interferon(goal, ssa_failed_at_maximum_dose):
    """What the rules of 2026 say of interferon, or None where no rule speaks."""
    if goal == "survival":
        return "no-significant-benefit"
    return "option" if ssa_failed_at_maximum_dose else None
