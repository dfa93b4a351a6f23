def beam(target, symptomatic, cord_compression_signs):
    """Wrong: a brain metastasis without symptoms calls for local treatment that is not deferred."""
    if target in ("liver", "other"):
        return "not-indicated"
    if symptomatic or (target == "spine" and cord_compression_signs):
        return "indicated"
    return "not-indicated"
