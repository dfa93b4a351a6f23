def heart(carcinoid_syndrome, echocardiography_done, heart_symptoms, carcinoid_heart_disease):
    """What the rules of 2026 say of looking at the heart first, or None where no rule speaks.

    All four are True or False.

    >>> heart(True, False, False, False)
    'ask-first'
    """
