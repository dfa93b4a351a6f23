def beam(target, symptomatic, cord_compression_signs):
    """Wrong: symptoms alone do not call for a beam; outside brain and bone it has little value by these rules."""
    if symptomatic or (target == "spine" and cord_compression_signs):
        return "indicated"
    return "local-treatment" if target == "brain" else "not-indicated"
