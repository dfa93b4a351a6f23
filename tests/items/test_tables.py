"""Every target of every table is asked and answered by ``decide``; a distractor says what would make it right."""

import re
from fractions import Fraction

import pytest

from netlearn.decision import decide, load
from netlearn.decision.unary import plain
from netlearn.items import grade, stories
from netlearn.items.common import DONT_KNOW, NOT_STATED
from netlearn.items.generators import variant_for
from netlearn.items.phrases import speaks_of
from netlearn.items.targets import targets
from netlearn.items.variant import Variant
from tests.items.bank import TABLES, asked

NEITHER = (NOT_STATED, DONT_KNOW)
TABLE = pytest.mark.parametrize("table", TABLES, ids="/".join)
Name = tuple[str, str]


def variants(table: Name) -> dict[str, Variant]:
    return {target: asked(*table, target) for target in targets(*table)}


def answer(variant: Variant, **changed: object) -> str:
    """What the table says of a variant's own inputs, as an option's id."""
    decision = decide(variant["table"], variant.edition, **{**variant["inputs"], **changed})
    return decision.verdict or decision.status


def acts_of(table: str) -> set[str]:
    """The answers that some silence of a table makes right too, because they are the act that is due."""
    return {act for (name, _), step in stories.steps().items() if name == table for act in step.acts}


def names_its_clause(target: str, variant: Variant) -> bool:
    kind, _, id = target.partition(":")
    decision = decide(variant["table"], variant.edition, **variant["inputs"])
    if kind == "rule":
        return decision.status == "decided" and id in decision.rules
    return decision.status == {"silent": "not-stated", "conflict": "conflict"}.get(kind, decision.status)


@TABLE
def test_the_key_is_what_the_table_says_of_the_variants_own_inputs(table: Name) -> None:
    for variant in variants(table).values():
        first, *others = variant["key"]
        assert first == answer(variant)
        assert not others or (first == NOT_STATED and {*others} <= acts_of(table[0]))


@TABLE
def test_a_target_that_is_a_clause_is_what_the_table_answers_by(table: Name) -> None:
    assert [t for t, v in variants(table).items() if not names_its_clause(t, v)] == []


@TABLE
def test_the_key_scores_one_and_every_other_option_nothing(table: Name) -> None:
    for variant in variants(table).values():
        scores = {each["id"]: grade(variant, each["id"]).score for each in variant["options"]}
        assert scores == {id: int(id in variant["key"]) for id in scores}


@TABLE
def test_every_option_but_not_knowing_has_feedback(table: Name) -> None:
    for variant in variants(table).values():
        assert [each["id"] for each in variant["options"] if not each["feedback"]] == [DONT_KNOW]


@TABLE
def test_the_change_that_a_wrong_option_names_makes_it_right(table: Name) -> None:
    for variant in variants(table).values():
        changed = [each for each in variant["options"] if "change" in each]
        assert [answer(variant, **each["change"]) for each in changed] == [each["id"] for each in changed]


@TABLE
def test_what_a_wrong_verdict_proposes_is_a_change_that_was_computed(table: Name) -> None:
    wrong = [each for v in variants(table).values() for each in v["options"] if each["id"] not in (*v["key"], *NEITHER)]
    offered = [each["feedback"] for each in wrong if "This would be right if" in each["feedback"]]
    assert offered == [each["feedback"] for each in wrong if "change" in each]


@TABLE
def test_the_last_options_are_silence_and_not_knowing(table: Name) -> None:
    assert {tuple(each["id"] for each in v["options"][-2:]) for v in variants(table).values()} == {NEITHER}


@TABLE
def test_no_vignette_or_feedback_has_a_fraction_or_a_slot_left_open(table: Name) -> None:
    marks = ("{", "}", "⁄", "/1", "  ", " .", "..", "True", "False")
    texts = [text for v in variants(table).values() for text in (v.stem, *(o["feedback"] for o in v["options"]))]
    assert [text for text in texts if any(mark in text for mark in marks)] == []


@TABLE
def test_every_rule_silence_and_conflict_is_a_target(table: Name) -> None:
    made = load(*table)
    clauses = {f"rule:{r.id}" for r in made.rules} | {f"silent:{s.id}" for s in made.silent}
    clauses |= {f"conflict:{c.id}" for c in made.conflicts}
    assert clauses <= set(targets(*table))


@TABLE
def test_both_sides_of_every_threshold_are_asked_with_different_numbers(table: Name) -> None:
    sides: dict[str, set[Fraction]] = {}
    for target in targets(*table):
        if target.startswith("threshold:"):
            _, name, end, _ = target.split(":")
            sides.setdefault(f"{name}:{end}", set()).add(Fraction(asked(*table, target)["inputs"][name]))
    ends = {
        f"{i.name}:{plain(end)}"
        for i in load(*table).inputs
        for test in load(*table).tests_on(i.name)
        for end in test.literals
        if i.domain and end in i.domain and end not in i.domain.ends
    }
    assert ends <= set(sides)
    assert all(len(numbers) > 1 for numbers in sides.values())


@TABLE
def test_there_are_words_for_every_input_and_value(table: Name) -> None:
    assert [i.name for i in load(*table).inputs if not speaks_of(i, table[0])] == []


@TABLE
def test_a_table_is_asked_in_more_than_one_wording(table: Name) -> None:
    target = targets(*table)[0]
    cases: set[str] = set()
    for seed in range(12):
        variant = variant_for(*table, target, str(seed))
        cases.add(re.sub(r"\d+-year-old (wo)?man", "", variant.stem))
    assert len(cases) > 1


@pytest.mark.parametrize(("side", "said"), [("at", "3\u00a0cm"), ("above", "3.5\u00a0cm")])
def test_a_limit_is_asked_with_a_number_a_clinician_writes(side: str, said: str) -> None:
    assert said in asked("rfa", "review-2012", f"threshold:largest_diameter_cm:3:{side}").stem


def test_a_threshold_is_asked_where_it_matters() -> None:
    below, above = (
        asked("embolisation", "review-2012", f"threshold:liver_involvement_percent:75:{s}") for s in ("at", "above")
    )
    assert (below["key"], above["key"]) == (["indicated"], ["indicated-selected"])


def test_the_feedback_names_the_region_that_would_make_an_option_right() -> None:
    options = asked("rfa", "review-2012", "threshold:largest_diameter_cm:3:at")["options"]
    doubtful = next(each for each in options if each["id"] == "doubtful")
    assert doubtful["feedback"] == (
        "This would be right if the largest lesion measured more than 3\u00a0cm but at most 5\u00a0cm (here 3\u00a0cm)."
    )


def test_calling_a_thousandfold_dose_right_is_dangerous() -> None:
    variant = asked("dose-check", "review-2012", "rule:thousandfold")
    assert grade(variant, "accept").dangerous is True


def test_an_answer_that_is_wrong_but_harmless_is_not_dangerous() -> None:
    variant = asked("rfa", "review-2012", "rule:small")
    assert not any(grade(variant, each["id"]).dangerous for each in variant["options"])


def test_a_conflict_is_an_answer_of_a_table_that_declares_one() -> None:
    assert asked("liver-involvement", "review-2012", "conflict:diffuse-with-dominant")["key"] == ["conflict"]
