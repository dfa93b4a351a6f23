"""What is refused of a trial: a word of no list, a number typed twice, a ratio where nothing was compared."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest

from netlearn import knowledge
from netlearn.checks.schema import structure
from netlearn.checks.trial_shapes import TrialsFile
from netlearn.checks.trials import faults, of_trial
from netlearn.errors import KnowledgeError

FILE = "trials/prrt.toml"
KEYS = ("strosberg2017", "strosberg2021")


@pytest.fixture
def raw() -> dict[str, Any]:
    return deepcopy(dict(knowledge.load(FILE)["trial"][0]))  # NETTER-1


def said(raw: dict[str, Any]) -> str:
    (row,) = structure(FILE, {"trial": [raw]}, TrialsFile).trial
    return "\n".join(map(str, of_trial(row, FILE, KEYS)))


def test_no_trial_has_a_fault(raw: dict[str, Any]) -> None:
    assert list(faults()) == []
    assert said(raw) == ""


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("sites", ["ileum"], "sites: 'ileum' is not one of pancreas, midgut"),
        ("sites", [], "sites: is empty; accepted: pancreas, midgut"),
        ("drugs", ["177Lu"], "drugs: '177Lu' is not one of"),
        ("grades", ["g3"], "grades: 'g3' is not one of"),
        ("lines", ["second"], "lines: 'second' is not one of first, later, not-said"),
        ("functioning", "yes", "functioning: 'yes' is not one of"),
        ("comparison", "yes", "comparison: 'yes' is not one of"),
        ("comparison", "described", "effect: only arms that were randomised to be compared"),
        ("comparison", "none", "arm_b: does not fit a trial of 'none' comparison"),
        ("arm_b", "", "arm_b: does not fit a trial of 'randomised' comparison"),
        ("population", "", "population: is empty"),
        ("id", "NETTER 1", "id: is not lower-case words joined by hyphens"),
        ("no_result", "None was found.", "result: a trial has results, or says"),
        ("result", [], "result: a trial has results, or says"),
        ("updates", ["netter-9"], "updates: 'netter-9' does not exist"),
        ("errata", ["E99"], "errata: 'E99' does not exist"),
    ],
)
def test_a_trial_is_told_in_the_words_of_the_lists_and_whole(
    raw: dict[str, Any], field: str, value: object, fault: str
) -> None:
    assert fault in said(raw | {field: value})


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("reading", "none", "reading: 'none' does not fit the endpoint 'growth'"),
        ("endpoint", "survival", "reading: 'central' does not fit the endpoint 'survival'"),
        ("p", "significant", "p: 'significant' is no p value"),
        ("p", "1.5", "p: '1.5' is no p value"),
        ("cites", ["nobody2017"], "cites: 'nobody2017' does not exist"),
        ("b", {"value": Fraction("8.4")}, "b: netter-1.pfs-control holds this number: refer to it"),
        ("b", {"figure": "netter-1.pfs"}, "b: 'netter-1.pfs' does not exist"),
        ("b", {"figure": "netter-2.pfs-control"}, "belongs to netter-2, which the trial does not name"),
        ("b", {"figure": "netter-1.hazard-ratio"}, "b: netter-1.hazard-ratio is in '', the result in 'months'"),
        ("b", {}, "b: is one of figure, value and not_reached"),
        ("b", {"figure": "netter-1.pfs-control", "value": Fraction(8)}, "b: is one of figure, value and not_reached"),
        ("b", {"value": 9, "interval": [7, 8], "interval_kind": "CI"}, "b: its interval does not contain the value"),
        ("b", {"value": 9, "interval": [10], "interval_kind": "CI"}, "b: its interval does not contain the value"),
        ("b", {"value": 9, "interval": [10, 8], "interval_kind": "CI"}, "b: an interval is its lower and its upper"),
        ("b", {"value": 9, "interval": [8, 10]}, "b: an interval needs its kind"),
        ("b", {"value": 9, "interval_kind": "95 % CI"}, "b: an interval needs its kind"),
        ("effect", {"kind": "hazard-ratio", "value": 0}, "effect: a ratio lies above 0"),
        ("effect", {"kind": "risk", "value": 1}, "effect: 'risk' is not one of"),
    ],
)
def test_a_result_has_possible_numbers_and_each_once(
    raw: dict[str, Any], field: str, value: object, fault: str
) -> None:
    raw["result"] = [raw["result"][0] | {field: value}]
    assert fault in said(raw)


def test_a_figure_keeps_its_own_interval(raw: dict[str, Any]) -> None:
    effect = raw["result"][0]["effect"] | {"interval": [Fraction("0.1"), Fraction("0.4")], "interval_kind": "95 % CI"}
    raw["result"] = [raw["result"][0] | {"effect": effect}]

    assert "netter-1.hazard-ratio has its interval: it is not typed again" in said(raw)


def test_a_number_that_is_equal_by_chance_says_why(raw: dict[str, Any]) -> None:
    raw["result"] = [raw["result"][0] | {"b": {"value": Fraction("8.4"), "own": "another reading, equal by chance"}}]
    assert said(raw) == ""


def test_a_share_above_all_is_a_fault(raw: dict[str, Any]) -> None:
    raw["result"] = [raw["result"][2] | {"b": {"value": 101}}]
    assert "b: a percentage must lie from 0 to 100" in said(raw)


def test_a_result_without_a_source_is_a_fault(raw: dict[str, Any]) -> None:
    raw["result"] = [raw["result"][0] | {"cites": [], "address": ""}]
    assert "cites: a result names a work, or under address the page" in said(raw)


def test_two_results_do_not_share_a_name(raw: dict[str, Any]) -> None:
    raw["result"] = [raw["result"][0], raw["result"][0]]
    assert "result: 'pfs' is used twice" in said(raw)


@pytest.mark.parametrize("change", [{"colour": "red"}, {"year": "2017"}, {"checked": "surely"}])
def test_the_reader_is_strict(raw: dict[str, Any], change: dict[str, object]) -> None:
    raw["result"] = [raw["result"][0] | change]
    with pytest.raises(KnowledgeError, match=r"trials/prrt\.toml: netter-1: pfs"):
        said(raw)
