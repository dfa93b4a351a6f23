"""The list of words is complete: what is missing, unknown or filled in otherwise is a fault, and every text is said."""

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import netlearn
from netlearn import knowledge
from netlearn.checks import words

PACKAGE = Path(netlearn.__file__).parent
SOURCES = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js")]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda raw: raw["card"].pop("rule"), "card: rule: is missing"),
        (lambda raw: raw["card"].update(rules="Rules"), "card: rules: is unknown"),
        (lambda raw: raw["card"].update(rule=" "), "card: rule: is ' '"),
        (lambda raw: raw["line"].update(decided="By the rules"), "line: decided: is 'By the rules'"),
        (lambda raw: raw["line"].update(decided="By {edition}, {table}"), "line: decided: is"),
        (lambda raw: raw["line"].update(decided="By {edition} {"), "line: decided: is"),
        (lambda raw: raw["ask"].update(colour="Give the colour."), "ask: colour: is an input of no table"),
        (lambda raw: raw["ask"].update(grade="the grade"), "ask: grade: is 'the grade'"),
    ],
)
def test_what_is_wrong_with_the_list_is_said(
    change: Callable[[dict[str, Any]], object], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = copy.deepcopy(dict(knowledge.load(words.FILE)))
    change(raw)
    other = words.knowledge.load
    monkeypatch.setattr(words.knowledge, "load", lambda name: raw if name == words.FILE else other(name))

    (said,) = map(str, words.faults())

    assert said.startswith(f"words.toml: {fault}")


def test_the_list_as_it_is_has_no_fault() -> None:
    assert list(words.faults()) == []


@pytest.mark.parametrize("section", ["card", "flips", "frame", "compare", "bench", "evidence", "given"])
def test_every_text_is_said_somewhere(section: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name not in ("words.py",))

    unsaid = {
        key
        for key in words.NAMES[section]
        if not re.search(rf"""[.]{key}\b|"{section}", "{key}"|'{key}'|"{key}\"""", code)
    }
    assert unsaid == set()
