def apart(growth, life, gain, crossing):
    """Wrong: per cent taken for a part of one."""
    return [gain, gain * (1 - crossing)]
