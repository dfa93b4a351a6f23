"""Wrong: three is doubtful."""


def fit(**case):
    size = case["largest_diameter_cm"]
    return "suitable" if size < 3 else "doubtful" if size <= 5 else "unsuitable"
