"""Wrong: a tumour called moderately differentiated is graded like a well differentiated one."""


def name(differentiation, ki67_percent, mitoses_per_2mm2):
    if differentiation == "poor":
        return "NEC"
    if ki67_percent > 20 or mitoses_per_2mm2 > 20:
        return "NET G3"
    if ki67_percent >= 3 or mitoses_per_2mm2 >= 2:
        return "NET G2"
    return "NET G1"
