"""Resection: type, grade, disease outside the liver and the heart, and which of them prevails."""

from typing import Any

import pytest

import netlearn as nl

GRADE = {"review-2012": ("not-G3", "G3"), "2026": ("NET G1", "NEC")}  # a low and a barred grade
OUTSIDE = {"review-2012": "excluded", "2026": "not-recommended"}  # for disease outside the liver that stays
BOTH_EDITIONS = pytest.mark.parametrize("edition", list(GRADE))
SPREAD = pytest.mark.parametrize(
    "spread",
    [
        {"extrahepatic_disease": "other"},
        {"extrahepatic_disease": "abdominal-nodes", "nodes_resectable_same_or_staged": False},
    ],
)
WEAK_HEART = {"carcinoid_heart_disease": True, "clinically_stable": False}


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for a low-grade type II that can be excised completely, with changes."""
    case = {
        "liver_type": "II",
        "grade": GRADE[edition][0],
        "complete_excision_possible": True,
        "extrahepatic_disease": "none",
        "nodes_resectable_same_or_staged": False,
        "carcinoid_heart_disease": False,
        "clinically_stable": True,
    }
    return nl.decide("resection", edition, **{**case, **changes})


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


@BOTH_EDITIONS
@pytest.mark.parametrize(("complete", "cautioned"), [(True, False), (False, True)])
def test_first_option_is_cautioned_where_not_all_can_be_excised(complete: bool, cautioned: bool, edition: str) -> None:
    decision = decide(edition, liver_type="I", complete_excision_possible=complete)

    assert ("feasible" in cautions(decision)) is cautioned


@BOTH_EDITIONS
@pytest.mark.parametrize("liver_type", ["II", "unclassified"])
def test_type_ii_and_what_fits_no_type_have_no_rule_without_complete_excision(liver_type: str, edition: str) -> None:
    decision = decide(edition, liver_type=liver_type, complete_excision_possible=False)

    assert (decision.status, decision.cautions[0].id) == ("not-stated", "E11")


@pytest.mark.parametrize("changes", [{}, {"complete_excision_possible": False}, {"grade": "G3"}, WEAK_HEART])
def test_2012_type_iii_is_totally_excluded(changes: dict[str, Any]) -> None:
    decision = decide(liver_type="III", **changes)

    assert (decision.verdict, "E11" in cautions(decision)) == ("excluded", True)


def test_2026_type_iii_has_no_rule_where_not_all_can_be_excised() -> None:
    decision = decide("2026", liver_type="III", complete_excision_possible=False)

    assert (decision.status, "E11" in cautions(decision)) == ("not-stated", True)


@BOTH_EDITIONS
@pytest.mark.parametrize("liver_type", ["I", "II", "unclassified"])
def test_high_grade_or_carcinoma_is_not_recommended_whatever_the_type(liver_type: str, edition: str) -> None:
    decision = decide(edition, liver_type=liver_type, grade=GRADE[edition][1])

    assert (decision.verdict, decision.cautions[0].id) == ("not-recommended", "E10")


@BOTH_EDITIONS
def test_high_grade_or_carcinoma_prevails_over_stabilising_the_heart_first(edition: str) -> None:
    assert decide(edition, grade=GRADE[edition][1], **WEAK_HEART).verdict == "not-recommended"


def test_2026_net_g3_is_not_barred_and_carries_the_erratum() -> None:
    decision = decide("2026", grade="NET G3")

    assert decision.verdict == "must-consider"
    assert {("E10", "A"), ("net-g3", "A")} <= {(c.id, c.risk) for c in decision.cautions}


@BOTH_EDITIONS
@SPREAD
@pytest.mark.parametrize("liver_type", ["I", "II"])
def test_disease_outside_the_liver_that_stays_is_not_resected_for_cure(
    liver_type: str, spread: dict[str, Any], edition: str
) -> None:
    decision = decide(edition, liver_type=liver_type, **spread)

    assert (decision.verdict, "E60" in cautions(decision)) == (OUTSIDE[edition], True)


@BOTH_EDITIONS
@SPREAD
def test_disease_outside_the_liver_prevails_over_grade_and_heart(spread: dict[str, Any], edition: str) -> None:
    assert decide(edition, grade=GRADE[edition][1], **WEAK_HEART, **spread).verdict == OUTSIDE[edition]


@SPREAD
@pytest.mark.parametrize("grade", ["NET G1", "NET G3"])
def test_2026_with_disease_outside_the_liver_debulking_for_symptoms_is_weighed_case_by_case(
    grade: str, spread: dict[str, Any]
) -> None:
    assert "symptoms-despite-spread" in cautions(decide("2026", grade=grade, **spread))


@pytest.mark.parametrize("changes", [{}, {"extrahepatic_disease": "other", "grade": "NEC"}])
def test_2026_no_word_of_debulking_without_spread_or_in_carcinoma(changes: dict[str, Any]) -> None:
    assert "symptoms-despite-spread" not in cautions(decide("2026", **changes))


@pytest.mark.parametrize(("grade", "verdict"), [("NET G2", "first-option"), ("NET G3", "must-consider")])
@pytest.mark.parametrize("complete", [True, False])
def test_2026_net_g3_of_type_i_must_be_considered_and_is_no_first_option(
    grade: str, verdict: str, complete: bool
) -> None:
    decision = decide("2026", liver_type="I", grade=grade, complete_excision_possible=complete)

    assert decision.verdict == verdict
    assert ("net-g3" in cautions(decision)) is (grade == "NET G3")


@BOTH_EDITIONS
def test_what_the_exception_for_nodes_rests_on_travels_with_the_answer(edition: str) -> None:
    decision = decide(edition, extrahepatic_disease="abdominal-nodes", nodes_resectable_same_or_staged=True)

    assert {"nodes-removable", "E60"} <= {caution.id for caution in decision.cautions}
    assert "nodes-removable" not in {caution.id for caution in decide(edition).cautions}


@BOTH_EDITIONS
def test_a_stabilised_heart_is_named_beside_the_answer(edition: str) -> None:
    decision = decide(edition, carcinoid_heart_disease=True, clinically_stable=True)

    assert "heart-stable" in {caution.id for caution in decision.cautions}
    assert "heart-stable" not in {caution.id for caution in decide(edition).cautions}


@BOTH_EDITIONS
def test_every_operation_is_said_to_cure_seldom(edition: str) -> None:
    assert {"recurrence", "E35"} <= cautions(decide(edition))


def test_2012_type_and_grade_follow_from_the_map_and_the_indices() -> None:
    decision = nl.decide(
        "resection",
        lesions_by_segment={"VI": "dominant"},
        diffuse_multifocal=False,
        ki67_percent="2 %",
        mitoses_per_10hpf=1,
        complete_excision_possible=True,
        extrahepatic_disease="none",
        carcinoid_heart_disease=False,
    )

    assert (decision.verdict, [d.verdict for d in decision.requires]) == ("first-option", ["I", "not-G3"])


def test_an_undetermined_grade_leaves_the_resection_undetermined() -> None:
    decision = decide(grade=None, ki67_percent=20)

    assert (decision.status, decision.possible) == ("undetermined", ("must-consider", "not-recommended"))


@pytest.mark.parametrize("unknown", ["liver_type", "grade", "extrahepatic_disease", "carcinoid_heart_disease"])
def test_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    changes = {"clinically_stable": False} if unknown == "carcinoid_heart_disease" else {}

    assert decide(**changes, **{unknown: None}).missing == (unknown,)


@BOTH_EDITIONS
def test_other_spread_alone_decides(edition: str) -> None:
    assert nl.decide("resection", edition, extrahepatic_disease="other").verdict == OUTSIDE[edition]


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        (("decided", "excluded"), ("decided", "must-consider"), "parenchyma-sparing"),
        (("decided", "excluded"), ("not-stated",), "debulking-70"),
        (("decided", "excluded"), ("decided", "defer"), "parenchyma-sparing"),
    ],
)
def test_the_editions_differ_in_type_iii_with_the_update_that_caused_it(
    before: tuple[str, ...], after: tuple[str, ...], cause: str
) -> None:
    found = [
        d
        for d in nl.compare("resection")
        if (d.before.status, *d.before.verdicts) == before and (d.after.status, *d.after.verdicts) == after
    ]

    assert {d.region.when["liver_type"] for d in found} == {"= III"}
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
