def apart(growth, life, gain, crossing):
    """Wrong: those who cross over gain too."""
    return [gain, gain]
