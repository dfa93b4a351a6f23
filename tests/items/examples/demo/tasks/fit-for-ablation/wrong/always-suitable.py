"""Wrong: always suitable."""


def fit(**case):
    return "suitable"
