def beam(target, symptomatic, cord_compression_signs):
    """What the rules of 2026 say of an external beam at one metastasis.

    target is "brain", "bone", "spine", "liver" or "other"; "bone" is bone outside the spine.
    symptomatic: this metastasis gives symptoms. cord_compression_signs: weak or numb legs, or a bladder that fails.

    >>> beam("bone", True, False)
    'indicated'
    """
