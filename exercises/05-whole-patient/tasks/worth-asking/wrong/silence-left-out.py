"""Wrong: that nothing is stated is an answer too."""


def worth_asking(answers):
    return sorted(name for name, each in answers.items() if len(set(each) - {"not-stated"}) > 1)
