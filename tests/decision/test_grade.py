"""Tumour grade: the review's strict 20, and the classification of 2026."""

import pytest

import netlearn as nl


@pytest.mark.parametrize(
    ("ki67", "mitoses", "verdict"),
    [
        (20, 20, "not-G3"),
        (20.1, 20, "G3"),
        (20, 20.1, "G3"),
        (20.1, 20.1, "G3"),
        (0, 0, "not-G3"),
        (100, 0, "G3"),
    ],
)
def test_2012_grade_3_is_strictly_above_20_in_either_index(ki67: float, mitoses: float, verdict: str) -> None:
    assert nl.decide("grade", ki67_percent=ki67, mitoses_per_10hpf=mitoses).verdict == verdict


def test_one_index_above_20_decides_grade_3_whatever_the_other() -> None:
    assert nl.decide("grade", ki67_percent="20.1 %").status == "decided"


def test_one_index_at_20_leaves_the_grade_undetermined() -> None:
    decision = nl.decide("grade", ki67_percent=20)

    assert (decision.status, decision.missing) == ("undetermined", ("mitoses_per_10hpf",))


@pytest.mark.parametrize(
    ("ki67", "mitoses", "verdict"),
    [
        (2.9, 1, "NET G1"),
        (3, 1, "NET G2"),
        (2.9, 2, "NET G2"),
        (2.5, 0, "NET G1"),
        (20, 20, "NET G2"),
        (20.1, 2, "NET G3"),
        (5, 21, "NET G3"),
    ],
)
def test_2026_well_differentiated_is_graded_by_the_higher_index(ki67: float, mitoses: float, verdict: str) -> None:
    case = {
        "ki67_percent": ki67,
        "mitoses_per_2mm2": mitoses,
        "differentiation": "well",
        "morphology": "none",
    }

    assert nl.decide("grade", edition="2026", **case).verdict == verdict


def test_2026_poor_differentiation_is_nec_whatever_the_counts() -> None:
    assert nl.decide("grade", edition="2026", differentiation="poor").verdict == "NEC"


def test_2026_small_cell_morphology_alone_is_nec() -> None:
    assert nl.decide("grade", edition="2026", morphology="small-cell").verdict == "NEC"


def test_2026_moderate_differentiation_is_not_graded() -> None:
    case = {"ki67_percent": 10, "mitoses_per_2mm2": 3, "differentiation": "moderate", "morphology": "none"}

    assert nl.decide("grade", edition="2026", **case).status == "not-stated"


def test_2026_a_well_differentiated_small_cell_carcinoma_is_refused_by_name() -> None:
    with pytest.raises(nl.InputError, match="differentiation, morphology"):
        nl.decide("grade", edition="2026", differentiation="well", morphology="small-cell")


@pytest.mark.parametrize("bad", ["5,25", float("nan"), float("inf"), True, "3 kg", -1, 101, "nan"])
def test_a_bad_index_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="ki67_percent"):
        nl.decide("grade", ki67_percent=bad)


def test_an_unknown_input_is_refused_with_those_that_exist() -> None:
    with pytest.raises(nl.InputError, match="ki67_percent"):
        nl.decide("grade", ki67=20)


def test_the_risk_a_erratum_travels_with_every_grade_3() -> None:
    assert nl.decide("grade", ki67_percent=30).cautions[0].id == "E10"


def test_the_editions_differ_where_a_poorly_differentiated_tumour_counts_low() -> None:
    found = {(d.before.verdicts, d.after.verdicts) for d in nl.compare("grade")}

    assert (("not-G3",), ("NEC",)) in found
