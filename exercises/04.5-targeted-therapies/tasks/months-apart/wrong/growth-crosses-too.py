def apart(growth, life, gain, crossing):
    """Wrong: growth comes before anybody crosses over."""
    rest = gain * (100 - crossing) / 100
    return [rest, rest]
