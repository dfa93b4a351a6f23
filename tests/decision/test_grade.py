"""Tumour grade: the review's strict 20, and the classification of 2026."""

import pytest

import netlearn as nl


def test_one_index_at_20_leaves_the_grade_undetermined() -> None:
    decision = nl.decide("grade", ki67_percent=20)

    assert (decision.status, decision.missing) == ("undetermined", ("mitoses_per_10hpf",))


def test_an_unknown_input_is_refused_with_those_that_exist() -> None:
    with pytest.raises(nl.InputError, match="ki67_percent"):
        nl.decide("grade", ki67=20)


def test_the_risk_a_erratum_travels_with_every_grade_3() -> None:
    assert nl.decide("grade", ki67_percent=30).cautions[0].id == "E10"


def test_the_editions_differ_where_a_poorly_differentiated_tumour_counts_low() -> None:
    found = {(d.before.verdicts, d.after.verdicts) for d in nl.compare("grade")}

    assert (("not-G3",), ("NEC",)) in found
