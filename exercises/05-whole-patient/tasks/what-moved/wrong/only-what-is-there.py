"""Wrong: what is no longer asked has moved as well."""


def moved(before, now):
    return sorted(name for name in now if now[name] != before.get(name))
