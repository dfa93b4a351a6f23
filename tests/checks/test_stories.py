"""What is refused in the words of a patient's story: slots, inputs, values and topics that there are not."""

from collections.abc import Mapping
from typing import Any

import pytest

from netlearn import knowledge
from netlearn.checks import own_words
from netlearn.checks import stories as told
from netlearn.checks.fault import Fault
from netlearn.decision import load
from netlearn.decision.unary import parse_test
from netlearn.items import phrases, stories


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The faults once something is added to a file of words."""

    def change(file: str, **added: Any) -> list[Fault]:
        found: Mapping[str, Any] = {**knowledge.load(file), **added}
        load = knowledge.load
        monkeypatch.setattr(knowledge, "load", lambda name, *rest: found if name == file else load(name, *rest))
        for cached in CACHED:
            cached.cache_clear()
        return [*told.faults(), *own_words.faults()]

    yield change
    monkeypatch.undo()
    for cached in CACHED:
        cached.cache_clear()


CACHED = (
    stories.sentences,
    stories.every_sentence,
    stories.pieces,
    stories.lists,
    stories.steps,
    stories.refusals,
    phrases.phrases,
    phrases.openings,
)


def test_the_words_as_they_are_have_no_fault() -> None:
    assert [*told.faults(), *own_words.faults()] == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ({"topic": "who", "says": ["A {person} comes."]}, "{person} is no slot, no word for the patient and no input"),
        ({"topic": "liver", "says": ["It is {adjacent_to}."]}, "{adjacent_to} has no `short` words for some value"),
        ({"topic": "liver", "says": ["Yes."], "when": {"size": "> 3"}}, "'size' is no input of its tables"),
        ({"topic": "liver", "says": ["Yes."], "when": {"target": '"head"'}}, "'target' never has that value"),
        ({"topic": "who", "says": ["Yes."], "when": {"age_years": "> 120"}}, "'age_years' never has that value"),
        ({"topic": "liver", "says": ["Yes."], "tables": ["none"]}, "'none' is no table"),
        ({"topic": "colour", "says": ["Yes."]}, "'colour' is not accepted; accepted: who, tumour"),
    ],
)
def test_a_sentence_that_could_not_be_told_is_named(words: Any, sentence: Mapping[str, Any], said: str) -> None:
    added = words("stories.toml", sentence=[*knowledge.load("stories.toml")["sentence"], sentence])
    assert any(said in str(fault) for fault in added)


@pytest.mark.parametrize(
    ("name", "test", "possible"),
    [
        ("largest_diameter_cm", "<= 0", False),  # ]0..30]
        ("largest_diameter_cm", "< 0.01", True),
        ("largest_diameter_cm", ">= 30", True),
        ("largest_diameter_cm", "> 30", False),
        ("largest_diameter_cm", "not(]0..30])", False),
        ("largest_diameter_cm", "3", True),
        ("largest_diameter_cm", '"none"', False),
        ("lesion_count", "]1..2]", True),  # whole numbers from 1
        ("lesion_count", "]1..2[", False),
        ("adjacent_to", '"none"', True),
        ("adjacent_to", "not(3)", False),
    ],
)
def test_a_condition_is_possible_where_some_value_of_the_input_meets_it(name: str, test: str, possible: bool) -> None:
    (asked,) = (each for each in load("rfa", "2026").inputs if each.name == name)
    assert told.can_be(parse_test(test), asked) == possible


REFUSED = {"table": "rfa", "answers": ["doubtful"], "says": "No."}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"table": "none"}, "'none' is no table"),
        ({"answers": ["perhaps"]}, "'perhaps' is no answer of its table"),
        ({"keys": ["perhaps"]}, "'perhaps' is no answer of its table"),
        ({"edition": ["1999"]}, "'1999' has no such table"),
        ({"when": {"grade": '"NEC"'}}, "never holds in 'rfa'"),
        ({"when": {"adjacent_to": '"skin"'}}, "never holds in 'rfa'"),
        ({"when": {"age_years": "< 0"}}, "never holds in 'rfa'"),
        ({"when": {"lesion_count": "]1..2["}}, "never holds in 'rfa'"),
        ({"table": "transplant", "when": {"age_years": "< 0"}}, "never holds in 'transplant'"),
        ({"says": "The lesion has been found."}, "'has been found': a past event"),
    ],
)
def test_words_for_an_answer_that_could_never_be_said_are_named(
    words: Any, changed: Mapping[str, Any], said: str
) -> None:
    refused = [*knowledge.load("stories.toml")["refused"], {**REFUSED, **changed}]
    assert any(said in str(fault) for fault in words("stories.toml", refused=refused))


def test_an_unlikely_patient_whom_no_table_asks_for_is_named(words: Any) -> None:
    unlikely = {**knowledge.load("vignettes.toml")["unlikely"], "nobody": {"drug": '"octreotide"', "lesion_count": "1"}}
    assert [str(fault) for fault in words("vignettes.toml", unlikely=unlikely)] == [
        "vignettes.toml: unlikely.nobody: no table asks for drug and lesion_count like that"
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"silences": ["none"]}, "'none' is no silence of 'ssa'"), ({"acts": ["none"]}, "'none' is no answer")],
)
def test_a_next_step_of_nothing_is_named(words: Any, changed: Mapping[str, Any], said: str) -> None:
    step = {"table": "ssa", "silences": ["no-symptoms"], "says": "Ask.", **changed}
    assert any(said in str(f) for f in words("stories.toml", next=[*knowledge.load("stories.toml")["next"], step]))


def test_a_list_needs_the_slots_of_what_it_lists(words: Any) -> None:
    lists = {**knowledge.load("stories.toml")["list"], "plan": {"both": "{has}", "has": "{has}", "lacks": "{lacks}"}}
    assert [str(fault) for fault in words("stories.toml", list=lists)] == [
        "stories.toml: list.plan: both: needs {has} and {lacks}"
    ]


def test_words_for_an_input_that_no_table_has_are_named(words: Any) -> None:
    inputs = {**knowledge.load("vignettes.toml")["inputs"], "shoe_size": {"topic": "who", "says": ["x"], "if": "x"}}
    assert [str(fault) for fault in words("vignettes.toml", inputs=inputs)] == [
        "vignettes.toml: inputs.shoe_size: is an input of no table"
    ]


def test_what_a_patient_lacks_begins_with_no(words: Any) -> None:
    inputs = dict(knowledge.load("vignettes.toml")["inputs"])
    inputs["fever"] = {**inputs["fever"], "has": {"true": ["fever"], "false": ["a normal temperature"]}}
    assert [str(fault) for fault in words("vignettes.toml", inputs=inputs)] == [
        "vignettes.toml: inputs.fever: has: 'a normal temperature' must begin with 'no'"
    ]
