"""Wrong: a dominant lesion makes type II wherever the others lie."""

LEFT, RIGHT = {"II", "III", "IV"}, {"V", "VI", "VII", "VIII"}
TOUCH_ACROSS = [{"IV", "V"}, {"IV", "VIII"}]


def involvement(lesions_by_segment, diffuse_multifocal):
    segments = set(lesions_by_segment)
    by_map = ""
    if "dominant" in lesions_by_segment.values():
        by_map = "II"
    elif segments <= LEFT or segments <= RIGHT or segments in TOUCH_ACROSS:
        by_map = "I"
    if diffuse_multifocal:
        return None if by_map else "III"
    return by_map or "unclassified"
