"""A table file with one defect is refused with its file, id and field."""

from typing import Any

import pytest

from netlearn.decision.load import as_written, build, load, names, with_numbers
from netlearn.errors import KnowledgeError


def good() -> dict[str, Any]:
    rule = {"when": {"size": "> 3"}, "verdict": "big", "because": "It is over 3."}
    return {
        "table": "toy",
        "edition": "review-2012",
        "title": "Toy",
        "question": "How big?",
        "inputs": {"size": {"number": "[0..10]"}, "site": ["a", "b"]},
        "verdicts": {"big": {}, "small": {}},
        "rules": {
            "over": rule,
            "under": {"when": {"size": "<= 3"}, "verdict": "small", "because": "It is not."},
        },
    }


def refused(raw: dict[str, Any]) -> str:
    with pytest.raises(KnowledgeError) as error:
        build(raw, "tables/review-2012/toy.toml")
    return str(error.value)


def test_a_good_table_loads() -> None:
    assert [r.id for r in build(good(), "toy").rules] == ["over", "under"]


@pytest.mark.parametrize("key", ["table", "title", "question", "inputs", "rules", "verdicts"])
def test_a_missing_part_is_named(key: str) -> None:
    raw = good()
    del raw[key]

    assert refused(raw) == f"tables/review-2012/toy.toml: {key} is missing"


def test_an_unknown_key_of_a_rule_is_named_with_its_rule() -> None:
    raw = good()
    raw["rules"]["over"]["wen"] = {}

    assert "toy.toml: over.wen is not a known key" in refused(raw)


def test_a_verdict_that_is_not_declared_is_named() -> None:
    raw = good()
    raw["rules"]["over"]["verdict"] = "huge"

    assert "over.verdict is 'huge'; accepted: big, small" in refused(raw)


@pytest.mark.parametrize(
    ("name", "test", "message"),
    [
        ("sise", "> 3", "over.when names 'sise'; inputs: size, site"),
        ("site", '"c"', "over.when.site names 'c'"),
        ("site", "> 3", "over.when.site is '> 3'"),
        ("size", "true", "over.when.size is 'true'"),
        ("size", "=> 3", "'=> 3' is no unary test"),
    ],
)
def test_a_bad_condition_is_named(name: str, test: str, message: str) -> None:
    raw = good()
    raw["rules"]["over"]["when"] = {name: test}

    assert message in refused(raw)


def test_a_rule_over_one_that_does_not_exist_is_refused() -> None:
    raw = good()
    raw["rules"]["over"]["over"] = ["beneath"]

    assert "over.over names 'beneath'" in refused(raw)


def test_precedence_in_a_circle_is_refused() -> None:
    raw = good()
    raw["rules"]["over"]["over"], raw["rules"]["under"]["over"] = ["under"], ["over"]

    assert "goes round in a circle" in refused(raw)


def test_a_rule_without_a_reason_is_refused() -> None:
    raw = good()
    raw["rules"]["over"]["because"] = ""

    assert "over.because is missing" in refused(raw)


def test_a_condition_is_read_in_the_words_of_its_source() -> None:
    raw = good()
    raw["rules"]["over"]["reads"] = {"size": "at least 3 a day"}
    made = build(raw, "toy")

    assert made.in_words(made.rule("over")).startswith("size at least 3 a day")


def test_words_for_a_condition_that_a_rule_does_not_have_are_refused() -> None:
    raw = good()
    raw["rules"]["over"]["reads"] = {"site": "a place"}

    assert "over.reads names 'site'" in refused(raw)


def test_an_input_of_two_kinds_is_refused() -> None:
    raw = good()
    raw["inputs"]["size"]["integer"] = "[1..2]"

    assert "inputs.size needs exactly one of" in refused(raw)


def test_an_id_used_twice_is_refused() -> None:
    raw = good()
    raw["silent"] = {"over": {"when": {}}}

    assert "over stands twice" in refused(raw)


def test_a_table_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(KnowledgeError, match="grade"):
        load("graed")


def test_an_edition_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(KnowledgeError, match="'review-2012', '2026'"):
        names("2019")


def test_the_numbers_of_a_clause_are_filled_in_once_however_often_it_decides() -> None:
    table = as_written("rfa")

    (first,), (again,) = (with_numbers(table, [table.rule("large")]) for _ in range(2))

    assert "5\u00a0cm" in first.because
    assert again is first
