def name(differentiation, ki67_percent, mitoses_per_2mm2):
    """Name a neoplasm by the scheme of 2026: "NET G1", "NET G2", "NET G3", "NEC", or None.

    >>> name("well", 8, 21)
    'NET G3'
    """
