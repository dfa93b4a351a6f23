def interferon(goal, ssa_failed_at_maximum_dose):
    """Wrong: no randomised study has shown a longer life, whatever failed before."""
    if ssa_failed_at_maximum_dose:
        return "option"
    return "no-significant-benefit" if goal == "survival" else None
