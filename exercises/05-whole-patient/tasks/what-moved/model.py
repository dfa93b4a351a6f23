"""The model answer."""


def moved(before, now):
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
