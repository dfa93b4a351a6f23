"""Wrong: those who stood still are not yet disease control; those who shrank belong to it."""


def response_and_control(smaller, stable, grew):
    whole = smaller + stable + grew
    return [100 * part / whole if whole else None for part in (smaller, stable)]
