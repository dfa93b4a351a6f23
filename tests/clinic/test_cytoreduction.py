"""Debulking: any of the review's three reasons; in 2026 a lower limit, a bar for carcinoma and silence below it."""

from typing import Any

import pytest

import netlearn as nl

LOW = {"review-2012": "not-G3", "2026": "NET G1"}
BOTH_EDITIONS = pytest.mark.parametrize("edition", list(LOW))


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for a patient with none of the reasons, with changes."""
    case = {"removable_percent": 50, "symptomatic": False, "grade": LOW[edition], "liver_type": "II"}
    if edition == "review-2012":
        case["young_patient"] = False
    return nl.decide("cytoreduction", edition, **{**case, **changes})


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


@pytest.mark.parametrize("symptomatic", [True, False, None])
@pytest.mark.parametrize(
    ("removable", "status", "verdict"),
    [
        (0, "not-stated", None),
        (69.999, "not-stated", None),
        (70, "decided", "option"),
        ("70 %", "decided", "option"),
        (70.001, "decided", "option"),
    ],
)
def test_2026_from_70_percent_an_option_and_below_it_silence_with_or_without_symptoms(
    removable: object, status: str, verdict: str | None, symptomatic: bool | None
) -> None:
    decision = decide("2026", removable_percent=removable, symptomatic=symptomatic)

    assert (decision.status, decision.verdict) == (status, verdict)


@pytest.mark.parametrize(
    ("removable", "symptomatic", "grade", "said"),
    [
        (69.999, True, "NET G1", True),
        (70, True, "NET G1", False),
        (69.999, False, "NET G1", False),
        (69.999, True, "NEC", False),
    ],
)
def test_2026_symptoms_below_the_limit_are_palliated_case_by_case(
    removable: float, symptomatic: bool, grade: str, said: bool
) -> None:
    decision = decide("2026", removable_percent=removable, symptomatic=symptomatic, grade=grade)

    assert ("symptoms" in cautions(decision)) is said


@BOTH_EDITIONS
@pytest.mark.parametrize("removable", [0, 100])
def test_every_answer_carries_the_contradiction_with_type_iii(removable: float, edition: str) -> None:
    assert "E11" in cautions(decide(edition, removable_percent=removable))


@pytest.mark.parametrize(("edition", "risk"), [("review-2012", "A"), ("2026", "B")])
def test_type_iii_is_a_caution_and_no_bar(edition: str, risk: str) -> None:
    decision = decide(edition, removable_percent=95, liver_type="III")

    assert decision.verdict == "option"
    assert ("type-3", risk) in {(c.id, c.risk) for c in decision.cautions}


@BOTH_EDITIONS
@pytest.mark.parametrize("liver_type", ["I", "II", "unclassified"])
def test_no_caution_about_type_iii_in_another_type(liver_type: str, edition: str) -> None:
    assert "type-3" not in cautions(decide(edition, liver_type=liver_type))


def test_2012_high_grade_is_a_risk_a_caution_and_no_bar() -> None:
    decision = decide(removable_percent=95, grade="G3")

    assert decision.verdict == "option"
    assert {"high-grade", "E10"} <= {c.id for c in decision.cautions if c.risk == "A"}


@pytest.mark.parametrize("removable", [0, 69.999, 70, 100, None])
def test_2026_carcinoma_bars_debulking_whatever_could_be_removed(removable: float | None) -> None:
    decision = decide("2026", removable_percent=removable, symptomatic=True, grade="NEC")

    assert decision.verdict == "not-recommended"
    assert ("E10", "A") in {(c.id, c.risk) for c in decision.cautions}


@pytest.mark.parametrize(("grade", "said"), [("NET G1", False), ("NET G2", False), ("NET G3", True), ("NEC", False)])
def test_2026_net_g3_stays_an_option_case_by_case(grade: str, said: bool) -> None:
    decision = decide("2026", removable_percent=95, grade=grade)

    assert (("net-g3", "A") in {(c.id, c.risk) for c in decision.cautions}) is said
    assert (decision.verdict == "option") is (grade != "NEC")


@pytest.mark.parametrize(("removable", "cautioned"), [(69.9, False), (70, True), (80, True), (90, True), (90.1, False)])
def test_2026_the_limit_is_cautioned_where_some_centres_keep_90_percent(removable: float, cautioned: bool) -> None:
    assert ("evidence" in cautions(decide("2026", removable_percent=removable))) is cautioned


@pytest.mark.parametrize("unknown", ["removable_percent", "young_patient", "symptomatic"])
def test_2012_an_unknown_reason_is_named(unknown: str) -> None:
    assert decide(**{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize(
    ("unknown", "possible"), [("removable_percent", ("option",)), ("grade", ("option", "not-recommended"))]
)
def test_2026_share_and_grade_must_be_known(unknown: str, possible: tuple[str, ...]) -> None:
    decision = decide("2026", **{"removable_percent": 80, unknown: None})

    assert (decision.missing, set(decision.possible)) == ((unknown,), set(possible))


@BOTH_EDITIONS
def test_the_type_follows_from_the_map(edition: str) -> None:
    decision = decide(
        edition, liver_type=None, lesions_by_segment={"V": "small", "VII": "small", "II": "small"},
        diffuse_multifocal=True,
    )  # fmt: skip

    assert [d.verdict for d in decision.requires] == ["III"]
    assert "type-3" in cautions(decision)


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        (("criteria-not-met",), ("option",), "debulking-70"),
        (("option",), (), "debulking-below-70"),
        (("criteria-not-met",), (), "debulking-below-70"),
        (("option",), ("not-recommended",), "nec-definition"),
    ],
)
def test_the_editions_differ_by_the_limit_and_by_carcinoma(
    before: tuple[str, ...], after: tuple[str, ...], cause: str
) -> None:
    found = [d for d in nl.compare("cytoreduction") if (d.before.verdicts, d.after.verdicts) == (before, after)]

    assert found
    assert all(cause in d.updates for d in found)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"),
    [(True, None, True), (True, True, True), (True, False, False), (False, None, False), (None, None, True)],
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first_unless_it_is_known_to_be_sound(
    syndrome: bool | None, heart: bool | None, said: bool
) -> None:
    decision = decide("2026", carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (("carcinoid-heart-first", "A") in {(c.id, c.risk) for c in decision.cautions}) is said
