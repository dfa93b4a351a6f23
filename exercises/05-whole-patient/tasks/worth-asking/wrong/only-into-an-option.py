"""Wrong: a plan changes too where no answer is an option."""


def worth_asking(answers):
    return sorted(name for name, each in answers.items() if "option" in each and len(set(each)) > 1)
