"""Wrong: many values are not many answers."""


def worth_asking(answers):
    return sorted(name for name, each in answers.items() if len(each) > 1)
