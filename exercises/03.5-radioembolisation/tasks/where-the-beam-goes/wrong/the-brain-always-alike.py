def beam(target, symptomatic, cord_compression_signs):
    """Wrong: with symptoms the beam is indicated in the brain as in bone; the other answer is for the silent one."""
    if target in ("liver", "other"):
        return "not-indicated"
    if target == "brain":
        return "local-treatment"
    return "indicated" if symptomatic or (target == "spine" and cord_compression_signs) else "not-indicated"
