"""A report is graded by what it holds; an index that it leaves out is unknown, not low."""

import pytest

from netlearn.clinic.grading import of_report
from netlearn.errors import InputError


def test_one_index_over_the_limit_decides_without_the_other() -> None:
    assert of_report({"mitoses_per_10hpf": 21}).verdict == "G3"


def test_one_index_at_the_limit_decides_nothing_without_the_other() -> None:
    assert of_report({"ki67_percent": 20}).missing == ("mitoses_per_10hpf",)


def test_two_indices_at_the_limit_are_not_grade_3() -> None:
    assert of_report({"ki67_percent": 20, "mitoses_per_10hpf": 20}).verdict == "not-G3"


def test_the_edition_may_be_named() -> None:
    report = {"ki67_percent": 25, "differentiation": "well"}
    assert of_report(report, edition="2026").verdict == "NET G3"


def test_what_the_table_does_not_ask_is_refused() -> None:
    with pytest.raises(InputError, match="ki76_percent"):
        of_report({"ki76_percent": 25})
