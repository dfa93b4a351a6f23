def required_diameter_cm(lesion, margin):
    """The diameter of the zone that holds a lesion and a margin all round it.

    Both arguments are in cm, and so is the answer: a lesion of 2 cm with a margin of 0.5 cm needs a zone of 3 cm.

    >>> required_diameter_cm(2, 0.5)
    3.0
    """
