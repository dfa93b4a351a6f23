"""A name on the command line is found as people say it, or is refused with the nearest and how to see all."""

import pytest

from netlearn.errors import InputError
from netlearn.items.bank import chapters, exercises
from netlearn.naming import LONGEST_LIST, chapter_named, nearest, one_of

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
