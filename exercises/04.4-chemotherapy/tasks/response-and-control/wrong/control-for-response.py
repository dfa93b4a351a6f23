"""Wrong: what was printed as response is control (E03)."""


def response_and_control(smaller, stable, grew):
    whole = smaller + stable + grew
    control = 100 * (smaller + stable) / whole if whole else None
    return [control, control]
