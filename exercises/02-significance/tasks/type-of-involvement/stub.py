LEFT, RIGHT = {"II", "III", "IV"}, {"V", "VI", "VII", "VIII"}
TOUCH_ACROSS = [{"IV", "V"}, {"IV", "VIII"}]  # segments of different lobes that share a border


def involvement(lesions_by_segment, diffuse_multifocal):
    """The type of liver involvement: "I", "II", "III", "unclassified", or None where the report contradicts the map.

    >>> involvement({"VI": "dominant", "II": "small", "III": "small"}, False)
    'II'
    """
