"""The tests in a DMN file: feelin answers each as we do, in every cell of its input and beside each of its numbers."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from netlearn.decision import load
from netlearn.decision.dmn import feel
from netlearn.decision.inputs import Input
from netlearn.decision.table import Table
from netlearn.decision.unary import UnaryTest, Value, parse_test
from tests.decision.dmn_engine import OF_EACH_TABLE, TABLES, N, asked_of_node, parsed, plain_value

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], list[tuple[str, str, Value, bool, bool]]]:
    """By table: input, test in FEEL, value, our answer and feelin's, near every number and in every cell."""
    asked = {pair: list(questions(load(*pair))) for pair in TABLES}
    lines = [{"tests": [(feel(test), plain_value(value)) for _, test, value in asks]} for asks in asked.values()]
    return {
        pair: [
            (name, feel(test), value, test.accepts(value), found)
            for (name, test, value), found in zip(asks, line["answers"], strict=True)
        ]
        for (pair, asks), line in zip(asked.items(), asked_of_node(lines), strict=True)
    }


def questions(table: Table) -> Iterator[tuple[str, UnaryTest, Value]]:
    for asked in table.inputs:
        tests = table.tests_on(asked.name)
        for test in dict.fromkeys(tests):
            for value in (*(asked.witness(cell) for cell in asked.split(tests)), *near(asked, test)):
                yield asked.name, test, value


def near(asked: Input, test: UnaryTest) -> list[Fraction]:
    """Each number of a test and its neighbours on both sides, as far as the input takes them."""
    step = Fraction(1) if asked.kind == "integer" else Fraction(1, 1000)
    around = [end + way * step for end in test.literals for way in (-1, 0, 1)]
    return [x for x in around if asked.domain and x in asked.domain]


@OF_EACH_TABLE
def test_feelin_answers_every_test_as_we_do_in_every_cell_and_on_both_sides_of_every_number(
    table: str, edition: str, answers: Any
) -> None:
    assert [row for row in answers[table, edition] if row[3] is not row[4]] == []


@OF_EACH_TABLE
def test_every_test_has_values_that_pass_and_values_that_fail(table: str, edition: str, answers: Any) -> None:
    """So that the agreement above is about both answers."""
    seen: dict[tuple[str, str], set[bool]] = {}
    for name, test, _, _, found in answers[table, edition]:
        seen.setdefault((name, test), set()).add(found)

    assert {key for key, found in seen.items() if found != {True, False}} == set()


def test_the_values_that_a_file_lists_for_an_input_are_those_it_takes() -> None:
    asked = [(asked, text) for pair in TABLES for asked, text in listed(*pair)]
    values = [(*inside(i), *outside(i)) for i, _ in asked]

    lines = asked_of_node(
        [{"tests": [(text, plain_value(v)) for v in some]} for (_, text), some in zip(asked, values, strict=True)]
    )

    for (i, text), some, line in zip(asked, values, lines, strict=True):
        assert line["answers"] == [v in inside(i) for v in some], (i.name, text)


def listed(table: str, edition: str) -> Iterator[tuple[Input, str]]:
    """Each input with the values that the file lists for it."""
    texts = parsed(table, edition).xpath("d:decision[1]//d:inputValues/d:text/text()", namespaces=N)
    yield from zip(load(table, edition).inputs, texts, strict=True)


def inside(asked: Input) -> list[Value]:
    if asked.domain is None:
        return list(asked.values)
    return [x for x in asked.domain.ends if x in asked.domain]


def outside(asked: Input) -> list[Value]:
    if asked.domain is None:
        return [] if asked.kind == "boolean" else ["no such choice"]
    low, high = asked.domain.ends
    return [low - 1, high + 1, *(x for x in (low, high) if x not in asked.domain)]


def test_every_form_of_unary_test_means_in_feel_what_it_means_here() -> None:
    """The forms that parse_test accepts, also those that no table uses today."""
    forms = ["< -1.5", "<= -1.5", "> 2", ">= 2", "-1.5", "[-1.5..2]", "]-1.5..2]", "[-1.5..2[", "]-1.5..2["]
    forms += ["< -1.5, >= 2", "not(2)", "not(< -1.5, 2)", "not(]-1.5..2[)"]
    values = [Fraction(x) for x in ("-1.501", "-1.5", "-1.499", "0", "1.999", "2", "2.001")]
    asked = [(parse_test(form), value) for form in forms for value in values]
    words = ['"a"', '"a", "b c"', 'not("a")', 'not("a","b c")']
    asked += [(parse_test(form), word) for form in words for word in ("a", "b c", "")]
    asked += [(parse_test(form), flag) for form in ("true", "false", "not(true)") for flag in (True, False)]

    (line,) = asked_of_node([{"tests": [(feel(test), plain_value(value)) for test, value in asked]}])

    assert line["answers"] == [test.accepts(value) for test, value in asked]


def test_what_feelin_does_not_understand_is_an_error_and_not_a_no() -> None:
    with pytest.raises(AssertionError, match="Variable 'poor' not found"):
        asked_of_node([{"tests": [("poor", "poor")]}])
