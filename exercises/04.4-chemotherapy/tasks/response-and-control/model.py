"""The model answer."""


def response_and_control(smaller, stable, grew):
    whole = smaller + stable + grew
    return [100 * part / whole if whole else None for part in (smaller, smaller + stable)]
