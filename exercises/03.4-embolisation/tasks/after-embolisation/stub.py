def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """What the rules of 2026 call it after embolisation, or None where no rule gives it a name.

    hours_since_session is a number; the other four are True or False.

    >>> after(30, True, True, True, True)
    'postembolisation-syndrome'
    """
