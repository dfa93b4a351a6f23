def response_and_control(smaller, stable, grew):
    """Response and disease control, in per cent of all patients, from three counts.

    >>> response_and_control(5, 10, 5)
    [25.0, 75.0]
    """
