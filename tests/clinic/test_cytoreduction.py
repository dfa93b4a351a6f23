"""Debulking: any of three reasons, and the limit that fell from more than 90 % to 70 %."""

from typing import Any

import pytest

import netlearn as nl

LOW = {"review-2012": "not-G3", "2026": "NET G1"}
BOTH_EDITIONS = pytest.mark.parametrize("edition", list(LOW))


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for a patient with none of the reasons, with changes."""
    case = {
        "removable_percent": 50,
        "young_patient": False,
        "symptomatic": False,
        "grade": LOW[edition],
        "liver_type": "II",
    }
    return nl.decide("cytoreduction", edition, **{**case, **changes})


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


@pytest.mark.parametrize(
    ("removable", "verdict"),
    [(89.999, "criteria-not-met"), (90, "criteria-not-met"), ("90 %", "criteria-not-met"), (90.001, "option")],
)
def test_2012_more_than_90_percent_must_be_removable(removable: object, verdict: str) -> None:
    assert decide(removable_percent=removable).verdict == verdict


@pytest.mark.parametrize(
    ("removable", "verdict"), [(69.999, "criteria-not-met"), (70, "option"), ("70 %", "option"), (70.001, "option")]
)
def test_2026_at_least_70_percent_must_be_removable(removable: object, verdict: str) -> None:
    assert decide("2026", removable_percent=removable).verdict == verdict


@BOTH_EDITIONS
@pytest.mark.parametrize("reason", ["young_patient", "symptomatic"])
def test_youth_or_symptoms_alone_are_reason_enough(reason: str, edition: str) -> None:
    assert decide(edition, removable_percent=0, **{reason: True}).verdict == "option"


@BOTH_EDITIONS
def test_none_of_the_reasons_does_not_meet_the_criteria(edition: str) -> None:
    assert decide(edition).verdict == "criteria-not-met"


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


@pytest.mark.parametrize(
    ("edition", "grade", "caution"), [("review-2012", "G3", "high-grade"), ("2026", "NEC", "carcinoma")]
)
def test_high_grade_or_carcinoma_is_a_risk_a_caution_and_no_bar(edition: str, grade: str, caution: str) -> None:
    decision = decide(edition, removable_percent=95, grade=grade)

    assert decision.verdict == "option"
    assert {caution, "E10"} <= {c.id for c in decision.cautions if c.risk == "A"}


def test_2026_net_g3_brings_no_warning_of_carcinoma() -> None:
    assert "carcinoma" not in cautions(decide("2026", grade="NET G3"))


@pytest.mark.parametrize(("removable", "cautioned"), [(69.9, False), (70, True), (80, True), (90, True), (90.1, False)])
def test_2026_the_limit_is_cautioned_where_some_centres_keep_90_percent(removable: float, cautioned: bool) -> None:
    assert ("evidence" in cautions(decide("2026", removable_percent=removable))) is cautioned


@BOTH_EDITIONS
def test_grade_and_type_need_not_be_known(edition: str) -> None:
    assert decide(edition, removable_percent=95, grade=None, liver_type=None).verdict == "option"


@BOTH_EDITIONS
def test_one_reason_alone_decides(edition: str) -> None:
    assert nl.decide("cytoreduction", edition, symptomatic=True).verdict == "option"


@BOTH_EDITIONS
@pytest.mark.parametrize("unknown", ["removable_percent", "young_patient", "symptomatic"])
def test_an_unknown_reason_is_named(unknown: str, edition: str) -> None:
    assert decide(edition, **{unknown: None}).missing == (unknown,)


@BOTH_EDITIONS
def test_the_type_follows_from_the_map(edition: str) -> None:
    decision = decide(
        edition, liver_type=None, lesions_by_segment={"V": "small", "VII": "small", "II": "small"},
        diffuse_multifocal=True,
    )  # fmt: skip

    assert [d.verdict for d in decision.requires] == ["III"]
    assert "type-3" in cautions(decision)


def test_a_grade_and_the_index_it_follows_from_are_not_both_accepted() -> None:
    with pytest.raises(nl.InputError, match="grade"):
        decide(ki67_percent=3)


@pytest.mark.parametrize("bad", ["5,25", "3 kg", "31 mm", 100.95, -1, True, float("nan"), "nine"])
def test_a_bad_share_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="removable_percent"):
        decide(removable_percent=bad)


@pytest.mark.parametrize("bad", [45, "yes", 1])
def test_youth_is_yes_or_no_since_the_review_gives_no_age(bad: object) -> None:
    with pytest.raises(nl.InputError, match="young_patient"):
        decide(young_patient=bad)


def test_the_editions_differ_from_70_to_90_percent_without_another_reason() -> None:
    found = nl.compare("cytoreduction")

    assert {d.region.when["removable_percent"] for d in found} == {"[70..90]"}
    assert {(d.before.verdicts, d.after.verdicts) for d in found} == {(("criteria-not-met",), ("option",))}


def test_the_lower_limit_is_named_as_the_cause_of_each_difference() -> None:
    assert all("debulking-70" in d.updates for d in nl.compare("cytoreduction"))
