"""Placeholders in the texts of data files: what each form prints, and what is refused."""

from collections.abc import Mapping
from dataclasses import is_dataclass

import attrs
import pytest

from netlearn import evidence, prose
from netlearn.checks.course import course
from netlearn.clinic import cases
from netlearn.clinic.crisis import load as load_crisis
from netlearn.decision.export import export
from netlearn.decision.load import build, load, names, with_numbers
from netlearn.editions import edition_ids
from netlearn.errors import KnowledgeError, NetlearnError
from netlearn.items.bank import load_items, load_tasks
from netlearn.items.grading import generate
from netlearn.prose import PLACEHOLDER, fill, filled


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{3.4-32}", "4–6 weeks"),
        ("{3.4-32:low}", "4 weeks"),
        ("{3.4-32:high}", "6 weeks"),
        ("{3.4-32:number}", "4–6"),
        ("{3.4-32:low:number}", "4"),
        ("{3.4-32:high:number}", "6"),
    ],
)
def test_each_form_prints_its_part_of_a_range(text, printed):
    assert fill(text, ["3.4-32"]) == printed.replace(" ", "\u00a0")


@pytest.mark.parametrize(("id", "printed"), [("3.3-29", "5\u00a0cm"), ("5-06", "3\u00a0cm")])
def test_the_sign_of_a_one_sided_value_is_left_to_the_sentence(id, printed):
    assert evidence.fact(id).value.bound
    assert fill(f"{{{id}}}", [id]) == printed


def test_a_rough_value_is_rough_only_where_it_is_printed_whole():
    rough = next(fact for fact in evidence.facts().values() if fact.value and fact.value.approximate)
    assert fill(f"{{{rough.id}}}", [rough.id]).startswith("about ")
    assert "about" not in fill(f"{{{rough.id}:number}}", [rough.id])


@pytest.mark.parametrize("cited", [["E01.dose"], ["E01"]])
def test_a_figure_is_cited_by_itself_or_by_its_owner(cited):
    assert fill("{E01.dose}", cited) == "150\u00a0microgram"


@pytest.mark.parametrize(
    ("text", "cited", "said"),
    [
        ("{3.3-29}", ["3.3-28"], "{3.3-29} is not cited here; cited: 3.3-28"),
        ("{E01.dose}", ["E02"], "is not cited here"),
        ("{3.3-999}", ["3.3-999"], "'3.3-999' is not known"),
        ("{E01.doze}", ["E01"], "'E01.doze' is not known; close: E01.dose"),
        ("{3.3-01}", ["3.3-01"], "has no number to print"),
        ("{3.3-29:width}", ["3.3-29"], "asks for an unknown form; accepted after the id: low, high, number"),
        ("{3.3-29:number:low}", ["3.3-29"], "asks for an unknown form"),
        ("{3.3-29:high}", ["3.3-29"], "asks for an end that the value does not have"),
        ("{size}", ["3.3-29"], "is not cited here"),
    ],
)
def test_what_cannot_be_printed_is_refused(text, cited, said):
    with pytest.raises(NetlearnError) as refused:
        fill(text, cited)
    assert said in str(refused.value)


def test_a_slot_is_left_for_whoever_fills_it():
    assert fill("{size} cm, over {3.3-29}", ["3.3-29"], slots=["size"]) == "{size} cm, over 5\u00a0cm"


def test_a_part_may_cite_what_the_whole_does_not_and_not_the_other_way_round():
    part = {"because": "{3.3-29}", "facts": ["3.3-29"]}
    assert filled({"facts": ["3.3-28"], "band": [part]}, "x")["band"][0]["because"] == "5\u00a0cm"
    with pytest.raises(KnowledgeError, match=r"x\.because: \{3\.3-29\} is not cited"):
        filled({"because": "{3.3-29}", "band": [part]}, "x")


def test_the_values_of_prose_are_those_of_the_evidence():
    entries = {**evidence.facts(), **evidence.figures()}
    for id, entry in entries.items():
        if entry.value is not None:
            assert prose._value(id) == entry.value


def _table(because, facts=("3.3-29",), hint=""):
    return {
        "table": "t",
        "edition": "2026",
        "title": "T",
        "question": "?",
        "inputs": {"size_cm": {"number": "[0..9]", "hint": hint}},
        "verdicts": {"no": {}},
        "rules": {"large": {"verdict": "no", "facts": list(facts), "because": because}},
    }


def _because(raw):
    """What the first rule of a table prints."""
    made = build(raw, "t.toml")
    return with_numbers(made, made.rules)[0].because


def test_a_rule_prints_what_it_cites():
    assert _because(_table("Over {3.3-29}.")) == "Over 5\u00a0cm."


def test_a_rule_may_not_print_what_it_does_not_cite():
    with pytest.raises(KnowledgeError, match=r"t\.toml: large\.because: \{3\.3-28\} is not cited here; cited: 3\.3-29"):
        _because(_table("Over {3.3-28}."))


def test_a_hint_prints_what_any_rule_of_its_table_cites():
    assert build(_table("No.", hint="up to {3.3-29}"), "t.toml").inputs[0].hint == "up to 5\u00a0cm"


def test_plain_numbers_are_no_part_of_a_clause():
    raw = _table("1 000 times.")
    raw["rules"]["large"]["plain"] = {"1 000 times": "a prefix"}
    assert _because(raw) == "1 000 times."


@pytest.mark.parametrize(("edition", "name"), [(edition, name) for edition in edition_ids() for name in names(edition)])
def test_no_placeholder_is_left_in_any_text_of_a_table(edition, name):
    table = load(name, edition)
    clauses = [(c.because, getattr(c, "title", ""), getattr(c, "finding", "")) for c in table.clauses]
    head = (table.title, table.question, table.purpose)
    inputs = [(asked.label, asked.hint, *asked.labels) for asked in table.inputs]
    texts = [*head, *(t for of in (*clauses, *inputs) for t in of), *(v.label for v in table.verdicts.values())]
    assert not [text for text in texts if "{" in text or "}" in text]


def _said(part):
    """Every text in plain data or in records."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from (text for each in (*part, *part.values()) for text in _said(each))
    elif isinstance(part, list | tuple):
        yield from (text for each in part for text in _said(each))
    elif attrs.has(type(part)) or is_dataclass(part):
        yield from _said([getattr(part, name) for name in type(part).__match_args__])


def _braces(part):
    return [text for text in _said(part) if PLACEHOLDER.search(text)]


def test_a_brace_would_be_seen():
    assert _braces({"a": [cases.case("counts-not-done"), "{3.3-29}"]}) == ["{3.3-29}"]


@pytest.mark.parametrize("edition", edition_ids())
def test_no_placeholder_reaches_the_page(edition):
    assert not _braces([export(name, edition) for name in names(edition)])


def test_no_placeholder_is_left_in_a_case():
    assert not _braces(cases.cases())


@pytest.mark.parametrize("edition", edition_ids())
def test_no_placeholder_is_left_in_the_crisis_room(edition):
    read = load_crisis.edition(edition), load_crisis.kinds(), load_crisis.moves(), load_crisis.statements()
    assert not _braces(read)
    assert not _braces(load_crisis.room())


def test_no_placeholder_is_left_in_what_a_learner_is_asked_or_told():
    items = load_items(course() / "exercises")
    assert not [key for key, item in items.items() if _braces(generate(item, "1")) or _braces((item.title, item.hints))]


def test_no_placeholder_is_left_in_a_task():
    tasks = load_tasks(course() / "exercises").values()
    assert not _braces([(task.title, task.text, task.hints) for task in tasks])


def test_a_figure_whose_owner_has_a_dot_in_its_id_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures of practice notes are found in their file, without every file being read."""
    monkeypatch.setattr(evidence, "figure", None)
    prose._value.cache_clear()  # what an earlier test read is kept

    assert prose.fill("{practice-3.4-7.abscess}", ("practice-3.4-7",)) == "2\N{NO-BREAK SPACE}patients"
