"""An answer's key and form: what is read, what is not taken for an answer, and which of several counts."""

from typing import Any

import pytest

from netlearn.errors import InputError
from netlearn.items.answers import Answer, AnswerKey, as_json, latest, of_file, of_mapping, to_file
from netlearn.items.answers_text import pack, unpack
from netlearn.items.item import Json

KEY = AnswerKey("02-significance", "rfa-size", 2, "7f")
EARLY, LATE = "2026-11-20T08:00:00.000Z", "2026-11-20T08:00:01.000Z"
ANSWER = Answer(KEY, {"VI": "dominant", "II": "sm\u00e4ll \u2264 4.1\u00a0cm"}, "sure", EARLY, 3)


def test_a_key_is_read_as_it_is_written():
    assert AnswerKey.read(str(KEY)) == KEY


@pytest.mark.parametrize(
    "text",
    ["", "rfa-size", "02/rfa-size", "02/rfa-size@1", "02/rfa-size@0#0", "02/rfa-size@01#0", "02/rfa-size@1#",
     "02/RFA@1#0", "a/b/c@1#0", "02/rfa-size@1#a b", "02/rfa-size@1#" + "x" * 65, "02/rfa-size@1#0\n",
     "02/rfa-size@\u0661#0"],
)  # fmt: skip
def test_any_other_text_is_no_key(text: str):
    with pytest.raises(InputError, match="key"):
        AnswerKey.read(text)


def test_answers_survive_the_journey_through_json_and_through_a_file():
    assert of_mapping(as_json([ANSWER]), "") == (ANSWER,)
    assert of_file(to_file([ANSWER])) == (ANSWER,)


def test_a_notebook_from_before_there_were_keys_is_read():
    old = {"rfa-size": {"answer": "4 cm", "confidence": "unsure", "seed": "7f", "version": 2, "number": 5}}
    (answer,) = of_mapping(old, "02-significance")

    assert (answer.key, answer.answer, answer.confidence, answer.number) == (KEY, "4 cm", "unsure", 5)


def test_what_an_old_notebook_leaves_out_is_unknown():
    (answer,) = of_mapping({"rfa-size": {"answer": "4 cm"}}, "02")

    assert (answer.key.version, answer.key.seed, answer.number, answer.at) == (0, "", 0, "")


@pytest.mark.parametrize("seed", [["0"], 5, None, "a b", "x" * 65])
def test_a_seed_that_cannot_be_one_is_nobodys(seed: Any):
    (answer,) = of_mapping({"rfa-size": {"answer": "4 cm", "seed": seed}}, "02")

    assert answer.key.seed == "0"


def a_try(answer: str, at: str, result: str = "wrong", seed: str = "7f") -> Json:
    said = {"confidence": None, "score": "0", "dangerous": False}
    return {"seed": seed, "answer": answer, "result": result, "at": at, **said}


def of_schema_1(first: Json, last: Json) -> Json:
    record = {"first": first, "last": last, "tries": 2, "schedule": None, "due": None}
    return {"schema": 1, "course": "netlearn", "items": {"02-significance/rfa-size@2": record}}


def test_of_a_file_of_the_earlier_schema_the_last_answer_is_read():
    (answer,) = of_file(of_schema_1(a_try("3 cm", EARLY), a_try("4 cm", LATE)))

    assert (answer.key, answer.answer, answer.at) == (KEY, "4 cm", LATE)


def test_an_answer_that_was_shown_is_nobodys():
    (answer,) = of_file(of_schema_1(a_try("3 cm", EARLY), a_try("4 cm", LATE, "shown")))

    assert answer.answer == "3 cm"
    assert of_file(of_schema_1(a_try("4 cm", EARLY, "shown"), a_try("4 cm", LATE, "shown"))) == ()


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"schema": 2}, {"schema": 2, "course": "another", "answers": as_json([ANSWER])},
     {"schema": 3, "course": "netlearn", "answers": as_json([ANSWER])}, {"schema": "2", "course": "netlearn"},
     {"schema": 2, "course": "netlearn", "answers": [1]}, {"schema": 2, "course": "netlearn", "answers": {"a": {}}},
     {"schema": 2, "course": "netlearn", "answers": {str(KEY): "4 cm"}},
     {"schema": 1, "course": "netlearn", "items": [1]},
     {"schema": 1, "course": "netlearn", "items": {"a": 1, "02/b@1": {"first": 1, "last": None}}}],
)  # fmt: skip
def test_nothing_else_is_taken_for_answers(data: Any):
    assert of_file(data) == ()


# Which counts.


def said(answer: str, at: str = "", number: int = 0) -> Answer:
    return Answer(KEY, answer, None, at, number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("old", EARLY, 9), said("new", LATE, 1)),
        (said("old", EARLY, 1), said("new", EARLY, 2)),
        (said("old", "", 1), said("new", "", 2)),
        (said("old", EARLY, 1), said("new", "", 2)),
    ],
)
def test_the_newer_counts_wherever_it_stands(one: Answer, other: Answer):
    for places in ([("a", [one]), ("b", [other])], [("a", [other]), ("b", [one])]):
        joined = latest(places)

        assert (joined.answers["rfa-size"].answer, joined.notes) == ("new", ())


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (said("first"), said("second"), "second"),
        (said("first", EARLY), said("second"), "second"),
        (said("first", "", 1), said("second", LATE), "first"),
    ],
)
def test_where_nothing_tells_which_is_newer_a_note_says_so(one: Answer, other: Answer, counts: str):
    joined = latest([("the page", [one]), ("the notebook", [other])])

    assert joined.answers["rfa-size"].answer == counts
    assert len(joined.notes) == 1 and "which is newer is not known" in joined.notes[0]


def test_two_places_that_say_the_same_need_no_note_and_the_first_is_named():
    joined = latest([("the record", [ANSWER]), ("the last cell", [ANSWER])])

    assert (joined.places, joined.notes) == ({"rfa-size": "the record"}, ())


# As one line of text.


def test_a_line_is_read_wherever_it_stands_and_survives_quotes():
    line = pack([ANSWER])

    assert not set(line) & set(" \"'\\\n")
    assert unpack(f"# mine\nanswers = '{line}'  # done") == ((ANSWER,), False)


@pytest.mark.parametrize("cut", [20, 40, -1, -9, -10])
def test_a_line_that_was_cut_is_not_read_and_said_to_be(cut: int):
    assert unpack(f'answers = "{pack([ANSWER])[:cut]}"') == ((), True)


def test_a_line_with_another_letter_is_not_read():
    line = pack([ANSWER])
    changed = line[:60] + ("A" if line[60] != "A" else "B") + line[61:]

    assert unpack(changed) == ((), True)


def test_a_text_without_a_line_has_no_answers_and_nothing_is_broken():
    assert unpack('answers = ""') == ((), False)


@pytest.mark.parametrize("at", ["yesterday", "2026-11-20", "2026-11-20T08:00:00Z", "2026-11-20T08:00:00.1Z", 5, None])
def test_a_time_in_another_form_is_not_known(at: Any):
    """Texts of one form sort as the times do; others do not."""
    (found,) = of_mapping({str(KEY): {"answer": "4 cm", "at": at}}, "")

    assert found.at == ""
