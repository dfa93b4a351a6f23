def apart(growth, life, gain, crossing):
    """By how many months growth and average life differ."""
    return [gain, gain * (100 - crossing) / 100]
