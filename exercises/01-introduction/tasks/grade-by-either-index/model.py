"""The model answer."""


def grade(report):
    found = [report.get("ki67_percent"), report.get("mitoses_per_10hpf")]
    known = [index for index in found if index is not None]
    if any(index > 20 for index in known):
        return "G3"
    return "not-G3" if len(known) == 2 else None
