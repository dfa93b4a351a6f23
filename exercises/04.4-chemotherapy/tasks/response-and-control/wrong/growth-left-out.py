"""Wrong: those whose tumour grew are left out of the patients."""


def response_and_control(smaller, stable, grew):
    whole = smaller + stable
    return [100 * part / whole if whole else None for part in (smaller, smaller + stable)]
