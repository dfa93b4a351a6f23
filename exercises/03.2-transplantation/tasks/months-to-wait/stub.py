def months_to_wait(months_since_primary_diagnosis, months_since_primary_resection, months_stable):
    """The months still to wait, if nothing grows: (by the list of 2012, by Milan-NET).

    >>> months_to_wait(11, 10, 8)
    (4, 0)
    """
