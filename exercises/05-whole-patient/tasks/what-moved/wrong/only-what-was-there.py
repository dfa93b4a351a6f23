"""Wrong: a question that was not asked then has moved as well."""


def moved(before, now):
    return sorted(name for name in before if before[name] != now.get(name))
