def beam(target, symptomatic, cord_compression_signs):
    """What the rules of 2026 say of an external beam at one metastasis."""
    if target in ("liver", "other"):
        return "not-indicated"
    if symptomatic or (target == "spine" and cord_compression_signs):
        return "indicated"
    return "local-treatment" if target == "brain" else "not-indicated"
