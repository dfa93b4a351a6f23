"""Wrong: an index of 0 is taken for one that is not known."""


def grade(report):
    ki67, mitoses = report.get("ki67_percent"), report.get("mitoses_per_10hpf")
    if (ki67 and ki67 > 20) or (mitoses and mitoses > 20):
        return "G3"
    return "not-G3" if ki67 and mitoses else None
