"""Wrong: a share of nobody is given as 0."""


def response_and_control(smaller, stable, grew):
    whole = smaller + stable + grew
    return [100 * part / whole if whole else 0 for part in (smaller, smaller + stable)]
