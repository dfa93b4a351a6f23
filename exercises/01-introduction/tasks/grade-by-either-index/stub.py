def grade(report):
    """Say whether a report makes the tumour grade 3: "G3", "not-G3", or None where that is open.

    >>> grade({"ki67_percent": 25})
    'G3'
    """
