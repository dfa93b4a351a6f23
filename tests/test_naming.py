"""A name is found as people say it, or is refused with the nearest and how to see all."""

from collections.abc import Callable

import pytest

import netlearn as nl
from netlearn.chapter import then_and_now
from netlearn.errors import InputError, NetlearnError
from netlearn.items.bank import chapters, chosen, exercises
from netlearn.items.patients import variant_for_patient
from netlearn.items.seeds import Draw
from netlearn.naming import LONGEST_LIST, chapter_named, nearest, one_of
from netlearn.widgets import Explorer

CHAPTERS = chapters(exercises())


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_is_found_by_its_name_its_number_and_its_slug(chapter: str) -> None:
    number, _, slug = chapter.partition("-")
    forms = (chapter, number, number.removeprefix("0"), *({slug} - {"overview"}))

    assert {chapter_named(form, CHAPTERS) for form in forms} == {chapter}


def test_a_slug_that_two_chapters_have_finds_neither() -> None:
    with pytest.raises(InputError, match="03-overview, 04-overview"):
        chapter_named("overview", CHAPTERS)


def test_a_beginning_that_fits_one_chapter_finds_it_and_one_that_fits_two_does_not() -> None:
    assert chapter_named("03.3", CHAPTERS) == chapter_named("abl", CHAPTERS) == "03.3-ablation"
    with pytest.raises(InputError, match="netlearn preview lists all"):
        chapter_named("04.", CHAPTERS)


def test_nothing_is_no_beginning() -> None:
    with pytest.raises(InputError):
        chapter_named("", CHAPTERS[:1])


@pytest.mark.parametrize(("length", "whole"), [(LONGEST_LIST, True), (LONGEST_LIST + 1, False)])
def test_a_short_list_is_named_whole_and_a_longer_one_by_its_nearest(length: int, whole: bool) -> None:
    names = ["a", "b" * (length - len("a, "))]

    assert (one_of("x", names, "the command") == ", ".join(names)) is whole


def test_the_nearest_begin_with_it_then_hold_it_then_look_like_it() -> None:
    assert nearest("map", ["grade", "type-from-the-map", "map-of-a-liver", "mop"]) == [
        "map-of-a-liver",
        "type-from-the-map",
        "mop",
    ]


CALLS: dict[str, Callable[[], object]] = {
    "a table": lambda: nl.decide("nosuch"),
    "a table to compare": lambda: nl.compare("nosuch", "review-2012", "2026"),
    "a table to prove": lambda: nl.prove("nosuch", "2026"),
    "an input of a table": lambda: nl.decide("transplant", "2026", nosuch=1),
    "an input of a board": lambda: nl.pathway({"nosuch": 1}, "2026"),
    "an input of a question": lambda: nl.next_questions({"nosuch": 1}, "2026"),
    "an action": lambda: nl.crisis.Action("nosuch"),
    "a line": lambda: nl.crisis.judge(["nosuch"]),
    "a scene": lambda: nl.crisis.debrief(["call"], "nosuch"),
    "a patient": lambda: then_and_now("nosuch"),
    "a chapter": lambda: chosen("nosuch", ()),
    "an item": lambda: chosen("03.3-ablation", ("nosuch",)),
    "a patient of a table": lambda: variant_for_patient("rfa", "2026", "nosuch", Draw("any")),
    "a table of a widget": lambda: Explorer("nosuch"),
    "an input of a widget": lambda: Explorer("transplant", "2026", nosuch=1),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_python_too_names_the_nearest_of_many(call: Callable[[], object]) -> None:
    with pytest.raises(NetlearnError, match=r"one of \d+ names, of which (\S+, ){2}.+ are nearest") as refused:
        call()

    assert len(str(refused.value)) < 2 * LONGEST_LIST + 120


def test_a_kind_of_board_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match=r"assembly: .nosuch. is not accepted; accepted: .*systemic"):
        nl.next_questions({}, "2026", "nosuch")
