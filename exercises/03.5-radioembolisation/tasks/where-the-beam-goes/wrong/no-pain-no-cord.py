def beam(target, symptomatic, cord_compression_signs):
    """Wrong: signs of a pressed cord are an emergency, also where the metastasis does not hurt."""
    if target in ("liver", "other"):
        return "not-indicated"
    if symptomatic:
        return "indicated"
    return "local-treatment" if target == "brain" else "not-indicated"
