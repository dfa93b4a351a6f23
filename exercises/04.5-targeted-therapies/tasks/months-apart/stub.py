def apart(growth, life, gain, crossing):
    """By how many months growth and average life differ between the drug and placebo.

    >>> apart(5, 30, 6, 50)
    [6, 3.0]
    """
