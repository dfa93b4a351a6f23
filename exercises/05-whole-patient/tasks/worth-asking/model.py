"""The model answer."""


def worth_asking(answers):
    return sorted(name for name, each in answers.items() if len(set(each)) > 1)
