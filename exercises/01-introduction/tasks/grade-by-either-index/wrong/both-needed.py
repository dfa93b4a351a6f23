"""Wrong: both indices have to exceed the limit."""


def grade(report):
    ki67, mitoses = report.get("ki67_percent"), report.get("mitoses_per_10hpf")
    if ki67 is None or mitoses is None:
        return None
    return "G3" if ki67 > 20 and mitoses > 20 else "not-G3"
