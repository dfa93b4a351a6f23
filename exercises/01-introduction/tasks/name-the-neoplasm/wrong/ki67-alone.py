"""Wrong: the mitoses are not looked at."""


def name(differentiation, ki67_percent, mitoses_per_2mm2):
    if differentiation == "poor":
        return "NEC"
    if differentiation != "well":
        return None
    if ki67_percent > 20:
        return "NET G3"
    return "NET G2" if ki67_percent >= 3 else "NET G1"
