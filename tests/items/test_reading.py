"""A part of an item's file that is missing, unknown or turned round is named with its file and field."""

from fractions import Fraction

import pytest

from netlearn.errors import KnowledgeError
from netlearn.items.kinds import order, quantity
from netlearn.items.reading import FieldReader

STEPS = [{"id": id, "text": id.title()} for id in ("image", "count", "treat")]
BEFORE = [{"first": "image", "then": "treat", "because": "One must see it.", "evidence": []}]
SIZE = {
    "stems": ["How wide?"],
    "answer": {"low": 3, "high": 4, "unit": "cm", "inferred": "drawn"},
    "right": "Yes.",
    "wrong": "No.",
}
BAND = {"low": 5, "high": 6, "feedback": "Too wide.", "evidence": []}


def check_order(step=STEPS, before=BEFORE):
    return order.check(FieldReader("o.toml", {"stems": ["In which order?"], "step": step, "before": before}))


def check_size(**changed):
    return quantity.check(FieldReader("q.toml", {**SIZE, **changed}))


@pytest.mark.parametrize("value", [None, "a text", ["a list"], 3])
def test_a_table_that_is_missing_or_is_none_is_named(value):
    with pytest.raises(KnowledgeError, match=r"^q.toml: answer is .*; accepted: a table$"):
        check_size(answer=value)


def test_a_part_says_where_it_stands():
    with pytest.raises(KnowledgeError, match=r"^q.toml: answer.inferred is None; accepted: a text$"):
        check_size(answer={"low": 3, "high": 4, "unit": "cm"})


def test_an_order_item_is_read_when_nothing_is_wrong():
    assert [each["id"] for each in check_order()["step"]] == ["image", "count", "treat"]


@pytest.mark.parametrize("spoilt", [{**STEPS[0], "txt": "Image"}, {**STEPS[0], "right": True}])
def test_an_unknown_key_of_a_step_is_named(spoilt):
    with pytest.raises(KnowledgeError, match=r"^o.toml: step.image.(txt|right) is .*; accepted: the keys id, text$"):
        check_order(step=[spoilt, *STEPS[1:]])


def test_an_unknown_key_of_a_constraint_is_named():
    with pytest.raises(KnowledgeError, match=r"^o.toml: before.0.becuase is 'x'; accepted: the keys because, evid"):
        check_order(before=[{**BEFORE[0], "becuase": "x"}])


@pytest.mark.parametrize("where", ["answer", "band"])
def test_a_range_whose_ends_are_turned_round_is_refused(where):
    turned = {"low": 6, "high": 5}
    changed = {"answer": {**SIZE["answer"], **turned}} if where == "answer" else {"band": [{**BAND, **turned}]}
    with pytest.raises(KnowledgeError, match=r"high is 5; accepted: a number from low, 6$"):
        check_size(**changed)


def test_a_tolerance_below_nothing_is_refused():
    with pytest.raises(KnowledgeError, match=r"answer.tolerance is '-1'; accepted: a number from 0$"):
        check_size(answer={**SIZE["answer"], "tolerance": "-1"})


def test_equal_ends_and_no_tolerance_are_a_range():
    body = check_size(answer={**SIZE["answer"], "high": 3, "tolerance": 0}, band=[{**BAND, "low": 6}])
    assert quantity._range(body["answer"], {}) == (3, 3)


def test_a_tolerance_widens_the_right_range_at_both_ends():
    body = check_size(answer={**SIZE["answer"], "tolerance": "1/2"})
    assert quantity._range(body["answer"], {}) == (Fraction(5, 2), Fraction(9, 2))


def test_the_tolerance_widens_a_band_that_is_worked_out_and_not_one_that_is_typed():
    answer = {"function": "netlearn.clinic.ablation:size.required_cm", "unit": "cm", "tolerance": "1/10"}
    worked_out = {"function": answer["function"], "feedback": "", "evidence": [], "dangerous": False}
    typed = {"low": Fraction(5), "high": Fraction(6), "feedback": "", "evidence": [], "dangerous": False}
    drawn = {"diameter_cm": "3", "margin_cm": "0.5", "zone_cm": "4"}
    spec = {**answer, "tolerance": Fraction(1, 10)}
    right = quantity._range(spec, drawn)
    ends = {name: quantity._shown_band(band, spec, right, drawn) for name, band in (("f", worked_out), ("t", typed))}
    assert [(ends[name]["low"], ends[name]["high"]) for name in ends] == [("3.9", "4.1"), ("5", "6")]
