"""The model answer."""

LEFT, RIGHT = {"II", "III", "IV"}, {"V", "VI", "VII", "VIII"}
TOUCH_ACROSS = [{"IV", "V"}, {"IV", "VIII"}]


def satellites_across(lesions):
    dominant = [segment for segment, size in lesions.items() if size == "dominant"]
    if len(dominant) != 1:
        return False
    own = LEFT if dominant[0] in LEFT else RIGHT
    return not set(lesions) <= own


def involvement(lesions_by_segment, diffuse_multifocal):
    segments = set(lesions_by_segment)
    by_map = ""
    if segments <= LEFT or segments <= RIGHT or segments in TOUCH_ACROSS:
        by_map = "I"
    elif satellites_across(lesions_by_segment):
        by_map = "II"
    if diffuse_multifocal:
        return None if by_map else "III"
    return by_map or "unclassified"
