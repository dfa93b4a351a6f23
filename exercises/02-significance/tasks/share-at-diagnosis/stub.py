def shares(synchronous, metachronous, never):
    """The share with liver metastases at diagnosis, in per cent: of all patients, and of those who have any.

    >>> shares(30, 10, 60)
    [30.0, 75.0]
    """
