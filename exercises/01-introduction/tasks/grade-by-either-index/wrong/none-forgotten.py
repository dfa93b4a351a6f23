"""Wrong: a missing index stops the function."""


def grade(report):
    return "G3" if report["ki67_percent"] > 20 or report["mitoses_per_10hpf"] > 20 else "not-G3"
