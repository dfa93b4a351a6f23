"""Wrong: exactly 20 is taken for grade 3."""


def name(differentiation, ki67_percent, mitoses_per_2mm2):
    if differentiation == "poor":
        return "NEC"
    if differentiation != "well":
        return None
    if ki67_percent >= 20 or mitoses_per_2mm2 >= 20:
        return "NET G3"
    if ki67_percent >= 3 or mitoses_per_2mm2 >= 2:
        return "NET G2"
    return "NET G1"
