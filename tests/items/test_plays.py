"""Patients played through: what each step asks has an answer by the tables, and the debrief tells the harmful first."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from netlearn import evidence, knowledge
from netlearn.checks import plays as checks
from netlearn.clinic.cases import answer, case
from netlearn.errors import InputError, KnowledgeError
from netlearn.items import grade
from netlearn.items.play_steps import NONE, TEAM, PlayQuestion, look_back, questions
from netlearn.items.plays import Play, play, plays, read_play

EVERY = pytest.mark.parametrize("made", plays().values(), ids=plays())
FILE = "plays/one-lobe-at-a-time.toml"


def asked(slug: str, number: int) -> PlayQuestion:
    return questions(play(slug))[number - 1]


def result(question: PlayQuestion, id: str) -> str:
    return grade(question.variant, id).result


def test_ten_patients_and_more_are_played_through_and_those_of_the_book_among_them() -> None:
    people = {person for made in plays().values() for person in made.people}
    assert len(people) >= 10
    assert {"vera", "tomas"} <= people


@EVERY
def test_what_a_table_answers_is_right_and_nothing_else_but_the_same_act(made: Play) -> None:
    for step, question in zip(made.steps, questions(made), strict=True):
        if not step.asks:
            continue
        edition = question.variant.edition
        said = answer(step.asked.table, edition, step.asked.given[edition])
        kind, _, rest = said.partition(": ")
        key = question.variant["key"]
        assert {"silent": "not-stated", "conflict": "conflict"}.get(kind, kind if not rest else key[0]) in key
        assert all(result(question, each["id"]) == "right" for each in question.variant["options"] if each["id"] in key)


def test_where_the_tables_are_silent_to_ask_the_team_is_right() -> None:
    silent = asked("tomas-before-it-grew", 3)  # lanreotide at a Ki-67 index beyond its trial
    option = next(each for each in silent.variant["options"] if each["id"] == "not-stated")

    assert option["text"].endswith(TEAM)
    assert (result(silent, "not-stated"), result(silent, "indicated-growth-control")) == ("right", "wrong")


def test_of_several_open_treatments_each_is_right_and_names_the_others() -> None:
    tablets = asked("tomas-growth-after-growth", 4)

    assert [result(tablets, id) for id in ("chemotherapy", "prrt", "cytoreduction", NONE)] == ["right"] * 2 + [
        "wrong"
    ] * 2
    assert "Open as well: chemotherapy." in grade(tablets.variant, "prrt").feedback[0]


def test_where_the_answer_is_open_each_input_that_matters_is_right() -> None:
    report = asked("vera-to-the-operation", 1)

    assert {"differentiation", "mitoses_per_2mm2"} == set(report.variant["key"])
    assert (result(report, "differentiation"), result(report, "ki67_percent")) == ("right", "wrong")


def test_the_other_edition_is_told_where_it_answers_otherwise_and_only_there() -> None:
    assert [each.edition for each in asked("vera-to-the-operation", 5).others] == ["review-2012"]  # debulking
    [heat] = (each for each in case("vera@3.3").asked if each.table == "rfa")  # her file says what both answer
    assert bool(asked("vera-what-was-left-behind", 2).others) is heat.differs
    assert asked("growing-on-octreotide", 5).others[0].key == ("option",)  # kidneys that fail


def test_to_sign_a_thousandfold_dose_could_harm_and_is_told_first() -> None:
    chart = play("a-prescription-from-a-paper")
    said = {1: ("accept", "unsure"), 2: ("accept", "sure"), 3: ("wrong-route", "sure"), 4: ("dont-know", None)}

    assert [(each.number, each.grade.dangerous) for each in look_back(chart, said)][:2] == [(1, True), (3, False)]
    assert [each.number for each in look_back(chart, said)][-1] == 2


def test_each_step_of_a_chart_tells_one_order_and_a_wrong_answer_names_the_interval_of_the_source() -> None:
    once_a_day = asked("a-prescription-from-a-paper", 3)

    assert once_a_day.told == ("On the next ward round it has become 150\u00a0microgram under the skin once a day.",)
    (said,) = filter(None, grade(once_a_day.variant, "accept").feedback)
    assert "150\u00a0microgram was given three times a day" in said and "twice a day" not in said


def test_to_wait_with_fever_after_a_joined_duct_could_harm_and_to_look_for_another_cause_could_not() -> None:
    fever = asked("a-joined-duct", 4).variant

    assert grade(fever, "postembolisation-syndrome").dangerous
    assert not grade(fever, "beyond-usual-duration").dangerous
    assert not grade(asked("one-lobe-at-a-time", 4).variant, "beyond-usual-duration").dangerous  # no duct is joined


def test_to_operate_on_an_unstable_heart_could_harm_and_to_call_surgery_wrong_could_not() -> None:
    heart = asked("a-sound-heart-first", 3).variant

    assert [grade(heart, id).dangerous for id in ("first-option", "must-consider", "not-recommended")] == [
        True,
        True,
        False,
    ]


def test_an_input_of_which_some_value_would_settle_the_answer_is_not_said_to_leave_it_open() -> None:
    report, reach = asked("vera-to-the-operation", 1).variant, asked("tomas-growth-after-growth", 6).variant

    assert "only where it is “small cell” or “large cell”" in grade(report, "morphology").feedback[0]
    assert "whatever it is, the answer stays open" in grade(reach, "mitoses_per_2mm2").feedback[0]


def test_no_step_calls_it_right_to_keep_vasopressors_away() -> None:
    keys = [
        (each["text"], each["feedback"])
        for made in plays().values()
        for question in questions(made)
        for each in question.variant["options"]
        if each["id"] in question.variant["key"] and "asopressor" in each["text"] + each["feedback"]
    ]
    assert keys
    assert all("asopressors and octreotide" in text + said for text, said in keys)


def test_a_play_that_there_is_not_is_named() -> None:
    with pytest.raises(InputError, match="nobody"):
        play("nobody")


# What the check finds.
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda raw: raw.update(slug="other"), "slug is 'other'"),
        (lambda raw: raw["step"][0].update(case="nobody"), "case is 'nobody'"),
        (lambda raw: raw["step"][0].update(tells=[99]), "accepted: sentences 1 to 10"),
        (lambda raw: raw["step"][0].update(rows=["prrt"]), "either asks or rows"),
    ],
)
def test_a_wrong_file_is_refused(change: Callable[[Any], None], says: str) -> None:
    raw = copy.deepcopy(dict(knowledge.load(FILE)))
    change(raw)
    with pytest.raises(KnowledgeError, match=says):
        read_play(raw, FILE)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda raw: raw.update(step=raw["step"][:2]), "there are 2 decisions"),
        (lambda raw: raw["step"][0].update(tells=[1, 2, 3]), "sentence 4 stands 0 times"),
        (lambda raw: raw["step"][1].update(tells=[4, 8, 9]), "sentence 4 stands 2 times"),
        (lambda raw: raw["step"][0].update(tells=[1, 3, 4]), "40 is given to embolisation and told nowhere before"),
        (lambda raw: raw["step"][0].update(asks="prrt"), "'prrt'"),
        (lambda raw: raw["step"][0].update(says="After 17 weeks."), "17 stands in no story"),
    ],
)
def test_what_is_wrong_with_a_play_is_said(monkeypatch: pytest.MonkeyPatch, change: Any, says: str) -> None:
    raw = copy.deepcopy(dict(knowledge.load(FILE)))
    change(raw)
    monkeypatch.setattr(knowledge, "names", lambda folder: (FILE,))
    monkeypatch.setattr(knowledge, "load", lambda name, load=knowledge.load: raw if name == FILE else load(name))

    assert any(says in str(fault) for fault in checks.faults())


# What a play says in words of its own.
def test_an_answer_of_its_own_is_right_beside_that_of_the_table_and_says_why() -> None:
    heart = asked("vera-what-was-left-behind", 6)

    assert set(heart.variant["key"]) == {"indicated", "heart-first"}
    assert "cardiology says what comes first" in grade(heart.variant, "heart-first").feedback[0]


def test_to_sign_twice_a_day_what_the_story_orders_once_could_harm_and_to_name_the_frequency_is_right() -> None:
    twice = asked("from-the-lung", 5).variant

    assert grade(twice, "accept").dangerous
    assert grade(twice, "wrong-frequency").result == "right"


def test_a_step_without_a_table_is_asked_in_its_own_words_and_by_no_edition() -> None:
    breathless = asked("a-sound-heart-first", 2)

    assert breathless.variant.stem == "Whom do you tell, and when?"
    assert [grade(breathless.variant, id).dangerous for id in ("doctor-now", "same-day")] == [False, True]
    assert grade(asked("a-prescription-from-a-paper", 7).variant, "nothing-else").dangerous


def test_to_ask_nothing_more_of_a_heart_that_is_to_be_looked_at_could_harm() -> None:
    assert grade(asked("vera-to-the-operation", 2).variant, "not-needed").dangerous


def test_no_dose_of_which_the_rules_say_nothing_is_held_out() -> None:
    said = [
        each.get("flips", "") + each["feedback"]
        for made in plays().values()
        for step, question in zip(made.steps, questions(made), strict=True)
        if step.asks.startswith("dose-check")
        for each in question.variant["options"]
    ]
    assert said
    assert not [text for text in said if "would say nothing if" in text]


@EVERY
def test_each_play_is_closed_with_a_sentence(made: Play) -> None:
    assert made.end.strip().endswith(".")


@pytest.mark.parametrize(
    ("answer", "says"),
    [({"updates": ["no-such"]}, "'no-such' does not exist"), ({}, "basis: is missing")],
)
def test_an_own_answer_names_what_it_rests_on(monkeypatch: pytest.MonkeyPatch, answer: Any, says: str) -> None:
    raw = copy.deepcopy(dict(knowledge.load(FILE)))
    raw["step"][0]["answer"] = [{"id": "indicated", "adds": "Said.", **answer}]
    evidence.updates()  # read before the folders are made to hold one file
    monkeypatch.setattr(knowledge, "names", lambda folder: (FILE,))
    monkeypatch.setattr(knowledge, "load", lambda name, load=knowledge.load: raw if name == FILE else load(name))

    assert any(says in str(fault) for fault in checks.faults())
