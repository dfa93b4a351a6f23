"""The small line under an answer: a silence that could harm says so, and no other does."""

import pytest

from netlearn.decision import decide, load
from netlearn.widgets.static_html import line_of, title_of, tone_of

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


@pytest.mark.parametrize(("dose", "heads"), [("500 microgram", False), ("501 microgram", True), ("5 mg", True)])
def test_what_is_above_the_labels_maximum_heads_the_answer_in_the_colour_of_danger(dose: str, heads: bool) -> None:
    table = load("dose-check", "2026")
    result = decide("dose-check", "2026", **DOSE, dose=dose, frequency="three-times-a-day").to_json()

    assert result["status"] == "not-stated"
    assert (tone_of(table, result) == "unsuitable") is heads
    assert (title_of(table, result) == "Above the label's maximum: not to be given unasked") is heads


def test_another_silence_with_a_grave_caution_keeps_its_own_title() -> None:
    case = {"goal": "symptom-control", "drug": "octreotide", "functioning": False, "gallstone_risk_factors": True}
    result = decide("ssa", "2026", **case).to_json()

    assert line_of(load("ssa", "2026"), result).endswith("Could harm: Gallbladder at risk")
    assert tone_of(load("ssa", "2026"), result) == "notstated"


def test_an_erratum_alone_is_no_danger_of_the_case() -> None:
    decision = decide("dose-check", "2026", **DOSE, dose="500 microgram", frequency="three-times-a-day")

    assert [caution.id for caution in decision.cautions if caution.risk == "A"] == ["E01"]


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"dose": "5 mg", "frequency": "three-times-a-day"}, "Above the label's maximum: not ruled out"),
        ({"dose": "500 microgram", "frequency": "three-times-a-day"}, "Not enough is known"),
        ({"dose": "376 microgram"}, "Above the label's maximum: not ruled out"),
        ({"dose": "375 microgram"}, "Not enough is known"),
        ({"frequency": "three-times-a-day"}, "Not enough is known"),
    ],
)
def test_what_may_be_above_the_labels_maximum_heads_an_open_answer_once_there_is_a_dose(
    given: dict[str, str], title: str
) -> None:
    table = load("dose-check", "2026")
    result = decide("dose-check", "2026", **{**DOSE, "formulation": None, **given}).to_json()

    assert result["status"] == "undetermined"
    assert title_of(table, result) == title
    assert tone_of(table, result) == ("undetermined" if title == "Not enough is known" else "unsuitable")
    assert line_of(table, result).endswith("Could harm: Above the label's maximum") is (title != "Not enough is known")
