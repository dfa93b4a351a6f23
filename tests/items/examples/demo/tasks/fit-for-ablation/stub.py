"""What the learner starts from."""


def fit(resectable, largest_diameter_cm, lesion_count, lobes_involved, adjacent_to):
    """The review's word: "suitable", "doubtful", "unsuitable", or None where it says nothing."""
