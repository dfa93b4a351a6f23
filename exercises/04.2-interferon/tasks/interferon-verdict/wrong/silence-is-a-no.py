def interferon(goal, ssa_failed_at_maximum_dose):
    """Wrong: where no rule speaks nothing is refused."""
    if goal == "survival" or not ssa_failed_at_maximum_dose:
        return "no-significant-benefit"
    return "option"
