"""Wrong: whatever exceeds 20 is called a carcinoma, as in 2010."""


def name(differentiation, ki67_percent, mitoses_per_2mm2):
    if ki67_percent > 20 or mitoses_per_2mm2 > 20:
        return "NEC"
    if ki67_percent >= 3 or mitoses_per_2mm2 >= 2:
        return "NET G2"
    return "NET G1"
