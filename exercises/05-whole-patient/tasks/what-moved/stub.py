def moved(before, now):
    """The treatments that stand in another group than before, in alphabetical order.

    before and now are dictionaries from a treatment to its group; what stands in one only has moved.

    >>> moved({"embolisation": "criteria-not-met", "prrt": "option"}, {"embolisation": "option", "prrt": "option"})
    ['embolisation']
    """
