"""Wrong: what lies between the first and the last value is not looked at."""


def worth_asking(answers):
    return sorted(name for name, each in answers.items() if each[0] != each[-1])
