def beam(target, symptomatic, cord_compression_signs):
    """Wrong: outside brain and bone the rules do speak: the beam has little value there."""
    if target in ("liver", "other"):
        return None
    if symptomatic or (target == "spine" and cord_compression_signs):
        return "indicated"
    return "local-treatment" if target == "brain" else "not-indicated"
