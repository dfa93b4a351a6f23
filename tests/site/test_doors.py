"""The front page has a door to each chapter of the contents, made from what its notebook says of itself."""

import json
from pathlib import Path

import pytest

from netlearn.checks.chapters import chapters
from netlearn.checks.contents import pages
from netlearn.site.doors import door_html, door_of
from tests.site.built import page

ROOT = Path(__file__).parents[2]


def written(folder: Path, **about: object) -> Path:
    path = folder / "04.1-analogues.ipynb"
    cells = [{"cell_type": "markdown", "source": ["# Somatostatin analogues\n", "\n", "A lead."]}]
    path.write_text(json.dumps({"metadata": {"netlearn": {"section": "4.1", **about}}, "cells": cells}), "utf-8")
    return path


@pytest.mark.browser
def test_there_is_a_door_to_each_chapter_of_the_contents_in_their_order(site: Path) -> None:
    doors = page(site, "book/index").xpath('//a[contains(@class, "nl-door")]/@href')

    listed = [f"../{name}.html" for name in pages(ROOT) if name.startswith("chapters/")]
    assert listed and [door for door in doors if "chapters/" in door] == listed


def test_every_chapter_of_the_course_says_what_stands_on_its_door() -> None:
    assert [path.name for path in chapters(ROOT) if not door_of(path).text] == []


def test_a_door_says_what_the_metadata_say(tmp_path: Path) -> None:
    door = door_of(written(tmp_path, door={"title": "drugs", "text": "Which & when."}))
    made = door_html(ROOT, door)

    assert "<b>Chapter 4.1: drugs</b><span>Which &amp; when.</span>" in made


def test_a_chapter_without_a_door_has_one_with_its_own_title_and_the_common_picture(tmp_path: Path) -> None:
    made = door_html(ROOT, door_of(written(tmp_path)))

    assert "<b>Chapter 4.1: Somatostatin analogues</b><span></span>" in made
    assert (ROOT / "book/images/doors/chapter.svg").read_text(encoding="utf-8").strip() in made
