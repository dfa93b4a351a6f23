def worth_asking(answers):
    """The unknowns that could change the plan, in alphabetical order.

    answers is a dictionary: for each unknown the answers that its values lead to.

    >>> worth_asking({"mitoses": ["NET G3", "NET G3"], "receptors": ["option", "criteria-not-met"]})
    ['receptors']
    """
