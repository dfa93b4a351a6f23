"""A verdict's colour says what its group on the board says."""

import pytest

from netlearn.checks.assemblies import faults, tones
from netlearn.clinic.plan import plan


def test_nothing_is_wrong_with_the_course() -> None:
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("table", "verdict", "group"),
    [
        ("sirt", "contraindicated", "option"),
        ("rfa", "suitable", "against"),
        ("cytoreduction", "not-recommended", "watch"),
    ],
)
def test_a_colour_that_contradicts_the_group_is_named(table: str, verdict: str, group: str) -> None:
    groups = {(table, verdict, "2026"): group}
    assert list(tones({key: plan().verdicts[key] for key in groups})) == []
    (fault,) = tones(groups)
    assert str(fault).startswith(f"tables/2026/{table}.toml: verdicts.{verdict}: tone: is ")
