def apart(growth, life, gain, crossing):
    """Wrong: what is left between the arms is owed to those who do not cross over."""
    return [gain, gain * crossing / 100]
