def artery(resectable, liver_predominant, progressive, uncontrolled_symptoms, bulky):
    """What the rules of 2026 say of embolisation, or None where no rule speaks.

    Each argument is True or False; nothing else bars the way.

    >>> artery(False, True, True, False, False)
    'indicated'
    """
