"""The small line under an answer: a silence that could harm says so, and no other does."""

import pytest

from netlearn.decision import decide, load
from netlearn.widgets.static_html import line_of

SILENT = "No rule of 2026 covers this case"
DOSE = {"drug": "octreotide", "formulation": "short-acting", "route": "SC", "context": "carcinoid-syndrome"}


def line(table: str, **case: object) -> str:
    return line_of(load(table, "2026"), decide(table, "2026", **case).to_json())


@pytest.mark.parametrize(
    ("dose", "frequency", "said"),
    [
        ("200 microgram", "three-times-a-day", "By the rules of 2026"),
        ("500 microgram", "three-times-a-day", SILENT),
        ("501 microgram", "three-times-a-day", f"{SILENT}. Could harm: Above the label's maximum"),
        ("5 mg", "three-times-a-day", f"{SILENT}. Could harm: Above the label's maximum"),
        ("10 mg", "three-times-a-day", "By the rules of 2026"),
    ],
)
def test_a_silent_dose_above_the_labels_maximum_says_that_it_could_harm(dose: str, frequency: str, said: str) -> None:
    assert line("dose-check", **DOSE, dose=dose, frequency=frequency) == said


def test_an_erratum_alone_is_no_danger_of_the_case() -> None:
    decision = decide("dose-check", "2026", **DOSE, dose="500 microgram", frequency="three-times-a-day")

    assert [caution.id for caution in decision.cautions if caution.risk == "A"] == ["E01"]
