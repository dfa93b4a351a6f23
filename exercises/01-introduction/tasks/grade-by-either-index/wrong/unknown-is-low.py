"""Wrong: an index that is not known counts as 0."""


def grade(report):
    if report.get("ki67_percent", 0) > 20 or report.get("mitoses_per_10hpf", 0) > 20:
        return "G3"
    return "not-G3"
