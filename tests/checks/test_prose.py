"""A number typed into any text of the data files is found, and so is a placeholder that may not stand there."""

import pytest
from attrs import evolve

from netlearn import evidence, knowledge
from netlearn.checks import prose
from netlearn.checks.course import course
from netlearn.checks.prose import in_file, numbers
from netlearn.checks.texts import texts
from netlearn.items.reading import read_toml
from netlearn.prose import PLACEHOLDER, fill

NAMES = (*prose.FILES, *(name for folder in prose.folders() for name in knowledge.names(folder)))
EXERCISES = [path for pattern in prose.EXERCISES for path in sorted((course() / "exercises").glob(pattern))]


def said(file, raw):
    return [str(fault) for fault in in_file(file, raw)]


def rule(**fields):
    return {"rules": {"small": {"facts": ["5-06"], "because": "It is small.", **fields}}}


def test_nothing_is_wrong_with_the_course():
    assert list(prose.faults()) == []


def _places():
    """Every place of every data file where a text for readers stands."""
    for name in NAMES:
        yield from ((name, text) for text in texts(name, knowledge.load(name, str)))
    for path in EXERCISES:
        yield from ((str(path), text) for text in texts(str(path), read_toml(path).raw))


def test_a_number_typed_behind_any_text_of_any_file_is_a_fault():
    missed = []
    for file, text in _places():
        if not [*prose._in_text(_typed(text, "9.25"))]:
            missed.append((file, text.path))
    assert missed == []


def _typed(text, number):
    return evolve(text, text=f"{text.text} {number} cm")


def test_every_placeholder_replaced_by_what_it_prints_is_a_fault():
    """The edit of the issue, made to each text in turn: the number is right today, and nothing holds it there."""
    replaced = 0
    for file, text in _places():
        ids = [each for each in PLACEHOLDER.findall(text.text) if not each.isidentifier()]
        if ids:
            literal = evolve(text, text=fill(text.text, text.cited, slots=prose._SLOT.findall(text.text)))
            assert [*prose._in_text(literal)], (file, text.path, text.text)
            replaced += 1
    assert replaced > 200


@pytest.mark.parametrize(
    "kind",
    (
        *("because", "finding", "title", "hint", "label", "labels", "question", "purpose", "story", "why", "when"),
        *("stems", "hints", "text", "feedback", "given", "right", "wrong", "says", "scene", "note", "openings"),
    ),
)
def test_each_kind_of_text_is_read(kind):
    assert any(kind in text.path for _, text in _places())


@pytest.mark.parametrize("field", ["because", "finding", "title", "a_field_that_is_new"])
def test_a_literal_in_a_clause_is_a_fault(field):
    fault = f"tables/2026/rfa.toml: rules.small: {field}: 3 is no placeholder of a cited fact or figure"
    assert said("tables/2026/rfa.toml", rule(**{field: "At most 3 cm."}))[0].startswith(fault)


def test_a_placeholder_of_a_fact_that_the_clause_cites_is_none():
    assert said("tables/2026/rfa.toml", rule(because="At most {5-06}.")) == []


@pytest.mark.parametrize(
    ("placeholder", "wrong"),
    [
        ("3.3-29", "is not cited here; cited: 5-06"),
        ("5-066", "is not cited here"),
        ("5-06:widest", "asks for an unknown form"),
        ("5-06:low", "asks for an end that the value does not have"),
    ],
)
def test_a_placeholder_that_cannot_be_filled_is_a_fault(placeholder, wrong):
    assert any(wrong in fault for fault in said("tables/2026/rfa.toml", rule(because=f"At most {{{placeholder}}}.")))


def test_a_clause_may_not_print_what_only_another_clause_cites():
    raw = rule(because="At most {3.3-29}.")
    raw["rules"]["large"] = {"facts": ["3.3-29"], "because": "Over {3.3-29}."}
    assert [fault.id for fault in in_file("tables/2026/rfa.toml", raw)] == ["rules.small"]


def test_an_option_may_print_what_its_item_cites():
    option = {"id": "a", "text": "Up to {5-06}", "evidence": []}
    assert said("exercises/x/items/y.toml", {"facts": ["5-06"], "option": [option]}) == []
    assert said("exercises/x/items/y.toml", {"facts": [], "option": [option]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ki-67", []),
        ("Ki-68", ["68"]),
        ("NETTER-2", []),
        ("NETTER-22", ["22"]),
        ("NET G3 and G1", []),
        ("NET G4", ["4"]),
        ("E01 and E99", ["99"]),
        ("2012", []),
        ("12012", ["12012"]),
        ("2012.5", ["2012.5"]),
        ("177Lu-DOTATATE", []),
        ("a man of 61 years, a woman of 58", []),
        ("over 61 years", ["61"]),
        ("½", ["½"]),
        ("1 000 mg, 7.4 GBq", ["1", "000", "7.4"]),
        ("three centimetres, Six cm", ["three centimetres", "Six cm"]),
        ("three times, five lesions", []),
    ],
)
def test_a_name_is_allowed_only_whole(text, found):
    assert numbers(text, []) == found


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("3 cm", "3 cm", []),
        ("3\u00a0cm", "3 cm", []),
        ("13 cm", "3 cm", ["13"]),
        ("0.3 cm", "3 cm", ["0.3"]),
        ("2–3 cm", "3 cm", ["2", "3"]),
        ("−3 cm", "3 cm", ["3"]),
        ("3 cm", "3", []),
        ("3.5 cm", "3", ["3.5"]),
        ("3–5 cm", "3", ["3", "5"]),
    ],
)
def test_a_plain_number_is_allowed_only_whole(text, listed, found):
    assert numbers(text, [listed]) == found


def test_what_is_plain_in_one_clause_is_not_in_the_next():
    raw = rule(because="1 000 times.", plain={"1 000 times": "a prefix"})
    raw["rules"]["large"] = {"because": "1 000 times."}
    assert {fault.id for fault in in_file("tables/2026/rfa.toml", raw)} == {"rules.large"}


@pytest.mark.parametrize(
    "plain", [{"7 cm": "nobody needs it"}, {"3 cm": ""}], ids=["that no text holds", "without a reason"]
)
def test_a_plain_number_of_no_use_is_a_fault(plain):
    listed = {"3 cm": "the invented patient", **plain}
    assert any("plain" in fault for fault in said("tables/2026/rfa.toml", rule(because="3 cm.", plain=listed)))


def test_the_words_for_a_value_say_its_number_and_no_other():
    spec = {"choice": ["every-28-days"], "labels": ["every 28 days"]}
    assert said("tables/2026/t.toml", {"inputs": {"frequency": spec}}) == []
    assert said("tables/2026/t.toml", {"inputs": {"frequency": {**spec, "labels": ["every 21 days"]}}})


def test_a_story_tells_what_its_case_gives():
    case = {"story": "The largest is 2.2 cm.", "known": {"largest_diameter_cm": "2.2"}}
    assert said("cases/x.toml", case) == []
    assert said("cases/x.toml", {**case, "story": "The largest is 2.3 cm."})


def test_why_is_a_claim_even_where_the_case_gives_the_same_number():
    case = {"known": {"largest_diameter_cm": "3"}, "asked": [{"why": "Over 3 cm it is doubtful."}]}
    assert said("cases/x.toml", case)


@pytest.mark.parametrize("number", ["a", "b", "effect", "patients_a", "patients_b"])
@pytest.mark.parametrize("field", ["calculated", "own"])
def test_what_stands_beside_a_number_of_a_trial_is_read_and_the_number_is_not(number, field):
    measured = {"value": "50.0", "interval": ["12.9"], "interval_kind": "95 % CI", field: "14 of 28"}
    trial = {"id": "x", "result": [{"name": "y", number: {**measured, "figure": "E04.phase-3"}}]}
    fault = f"trials/x.toml: trial.x.result.1.{number}: {field}: {{}} is no placeholder"

    assert [text.partition(" of a cited")[0] for text in said("trials/x.toml", {"trial": [trial]})] == [
        fault.format(14),
        fault.format(28),
    ]
    listed = {**trial, "plain": {"14 of 28": "patients counted"}}
    assert said("trials/x.toml", {"trial": [listed]}) == []


def test_code_in_the_text_of_a_task_is_no_number():
    assert said("exercises/x/tasks/y/task.toml", {"text": "Write `ki67(x2)`."}) == []
    assert said("exercises/x/items/y.toml", {"stems": ["Write `9 cm`."]})


def test_every_erratum_may_be_named():
    assert numbers(" ".join(evidence.errata()), []) == []


def test_about_that_the_value_says_too_is_a_fault() -> None:
    """A value that is printed with its "about" needs none before it, and one without is left alone."""
    said = {"primary": {"facts": ["3.1-12"], "because": "Better in about {3.1-12}."}}
    plain = {"primary": {"facts": ["3.1-12"], "because": "Better in about {3.1-12:low}."}}

    found = [str(fault) for fault in in_file("tables/2026/x.toml", {"rules": said})]
    assert found == [
        "tables/2026/x.toml: rules.primary: because: says 'about' twice: the value that is printed says it too"
    ]
    assert [*in_file("tables/2026/x.toml", {"rules": plain})] == []
