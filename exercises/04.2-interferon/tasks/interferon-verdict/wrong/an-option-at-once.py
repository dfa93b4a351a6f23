def interferon(goal, ssa_failed_at_maximum_dose):
    """Wrong: for symptoms it is named only after the analogue has failed."""
    return "no-significant-benefit" if goal == "survival" else "option"
