def beam(target, symptomatic, cord_compression_signs):
    """Wrong: a painful metastasis of the spine is irradiated too; signs of a pressed cord only make it urgent."""
    if target in ("liver", "other"):
        return "not-indicated"
    if target == "spine":
        return "indicated" if cord_compression_signs else "not-indicated"
    if symptomatic:
        return "indicated"
    return "local-treatment" if target == "brain" else "not-indicated"
