def something_stays(patients):
    """In how many of these patients not everything can be cut out: (at least, at most).

    >>> something_stays(40)
    (32.0, 36.0)
    """
