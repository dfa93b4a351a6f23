"""Wrong: a treatment that closed, or waits, has moved too."""


def moved(before, now):
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name) and now.get(name) == "option")
