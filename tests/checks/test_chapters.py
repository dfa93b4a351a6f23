"""A chapter is checked because it is there: what every rule accepts, and what it says of a notebook that breaks it."""

import json
from pathlib import Path
from typing import Any

import pytest

from netlearn.checks import links
from netlearn.checks.chapters import chapters, faults, of_chapter
from netlearn.evidence import facts

ROOT = Path(__file__).parents[2]
SECTION = [id for id, fact in facts().items() if fact.section == "4.2" and fact.weight == "core"]
ABOUT = {"section": "4.2", "edition": "review-2012, with 2026", "reviewed": "2026-11", "minutes": 12, "standard": 2}
LIVE = {"cell_type": "code", "id": "live", "metadata": {"tags": ["hide-cell"]}, "source": "1", "outputs": []}


def linked(*ids: str) -> str:
    return "\n".join(f"[claim](../book/evidence.md#{facts()[id].anchor})." for id in ids)


def book(folder: Path, *cells: str | dict[str, Any], **about: Any) -> Path:
    """A book of one chapter in a folder: cells of Markdown, or given whole; a live cell ends it."""
    made = [
        cell if isinstance(cell, dict) else {"cell_type": "markdown", "id": f"c{n}", "metadata": {}, "source": cell}
        for n, cell in enumerate(cells)
    ]
    notebook = {"cells": [*made, LIVE], "metadata": {"netlearn": ABOUT | about}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "chapters").mkdir()
    (folder / "chapters" / "new.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: chapters/new\n", encoding="utf-8")
    return folder


def said(folder: Path) -> str:
    """What is said of a book, but for what a chapter of a few lines lacks: length, card, questions and fold."""
    return "\n".join(line for line in map(str, faults(folder)) if not any(part in line for part in SHORT))


SHORT = (": measure: ", ": In practice: ", ": set", ": coverage: has no fold")


WHOLE = linked(*SECTION) + "\nE24 E25."  # whatever risk A touches the section


@pytest.mark.parametrize("path", chapters(ROOT), ids=lambda path: path.stem)
def test_a_chapter_of_the_book_has_no_fault(path: Path) -> None:
    assert list(of_chapter(path, path.relative_to(ROOT).as_posix())) == []


def test_the_chapters_are_those_of_the_contents() -> None:
    assert {path.stem for path in chapters(ROOT)} == {path.stem for path in ROOT.glob("chapters/*.ipynb")}


def test_a_new_notebook_that_invents_a_number_and_leaves_claims_out_is_told_both(tmp_path: Path) -> None:
    book(tmp_path, f"# New\n\nIt helps 99 % of patients.\n{linked(SECTION[0])}")
    lines = said(tmp_path).splitlines()

    assert any("c0: number: 'It helps 99 %" in line for line in lines)
    assert sum(": coverage: fact " in line for line in lines) == len(SECTION) - 1


def test_a_notebook_that_keeps_every_rule_has_no_fault(tmp_path: Path) -> None:
    assert said(book(tmp_path, WHOLE)) == ""


@pytest.mark.parametrize(
    ("words", "plain", "fault"),
    [
        ("Half of 12.", {}, "number: 'Half of 12"),
        ("Half of 12.", {"of 12": "a case"}, ""),
        ("Half of 12.", {"of 12": ""}, "needs a reason"),
        ("Half of 123.", {"of 12": "a case"}, "number: 'Half of 123"),
        ("Half.", {"of 12": "a case"}, "says no such number"),
        ("Ki-67, NETTER-2, grade 2, E15 and 2026.", {}, ""),
        ("Grade 4.", {}, "number: 'Grade 4"),
        ("[60–70\u00a0%](../book/evidence.md#ev-2-20).", {}, ""),
        ("Up to [70\u00a0%](../book/evidence.md#ev-2-20).", {}, "[70 %]: prints a part of '60–70 %'"),
        ("Up to [70\u00a0%](../book/evidence.md#ev-2-20).", {"[70 %]": "the upper end"}, ""),
        ("A line. And another.", {}, "holds two sentences"),
        ('He wrote "A line. And another."', {}, ""),
        ("From 3-5\u00a0cm.", {"3-5 cm": "a case"}, "is a range with a hyphen"),
        ("Of 5 cm.", {"5 cm": "a case"}, "can wrap"),
        ("![](x.png)", {}, "alt: 1 of its pictures"),
        ("![A liver](x.png)", {}, ""),
        ('<img src="x.png">', {}, "alt: 1 of its pictures"),
        ('<img src="x.png" alt="A liver">', {}, ""),
        ("[NET](../book/glossary.md#term-net) and [it](../book/glossary.md#term-net).", {}, "a second time"),
        ("NET is [NET](../book/glossary.md#term-net).", {}, "stands before the place"),
        ("[NET](../book/glossary.md#term-net) is NET.", {}, ""),
    ],
)
def test_a_line_is_judged_by_the_rules_of_every_chapter(
    tmp_path: Path, words: str, plain: dict[str, str], fault: str
) -> None:
    found = said(book(tmp_path, f"{WHOLE}\n\n{words}", plain=plain))

    assert fault in found if fault else found == ""


@pytest.mark.parametrize(
    ("about", "fault"),
    [
        ({"section": "9"}, "metadata: section: is '9'"),
        ({"minutes": 46}, "metadata: minutes: is 46"),
        ({"minutes": 45}, ""),
        ({"reviewed": "2026-13"}, "metadata: reviewed: is '2026-13'"),
        ({"standard": 1}, "metadata: standard: is 1; accepted: 2"),
        ({"standard": 3}, "metadata: standard: is 3; accepted: 2"),
        ({"also": ["9-99"]}, "metadata: also: is ['9-99']"),
        ({"also": [SECTION[0]]}, ""),
        ({"author": "me"}, "metadata: author: is unknown"),
    ],
)
def test_metadata_that_are_wrong_are_named(tmp_path: Path, about: dict[str, Any], fault: str) -> None:
    found = said(book(tmp_path, WHOLE, **about))

    assert fault in found if fault else found == ""


def code(source: str, **metadata: Any) -> dict[str, Any]:
    hidden = {"tags": ["remove-input"], "jupyter": {"source_hidden": True}} | metadata
    return {"cell_type": "code", "id": "code", "metadata": hidden, "source": source, "outputs": []}


ONE = "from netlearn import fact\n\nfact('2-20')"


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (code(ONE), ""),
        (code(ONE, tags=[]), "code: tags: its code shows"),
        (code(ONE, jupyter={}), "code: tags: its code shows"),
        (code("import pandas\n\npandas"), "code: code: imports pandas"),
        (code("from netlearn import fact\n\ndef f(): pass"), "code: code: is more than imports"),
        (code(ONE, tags=["hide-cell"]), "2 cells carry the tag hide-cell"),
        (code(ONE) | {"outputs": [{"data": {"image/png": ""}}]}, "code: alt: 1 of its pictures"),
        (code(ONE) | {"outputs": [{"data": {"text/html": '<div role="img" aria-label="">'}}]}, "code: alt: 1"),
        (code(ONE) | {"outputs": [{"data": {"text/html": '<div role="img" aria-label="A liver">'}}]}, ""),
    ],
)
def test_a_cell_of_code_is_judged(tmp_path: Path, cell: dict[str, Any], fault: str) -> None:
    found = said(book(tmp_path, WHOLE, cell))

    assert fault in found if fault else found == ""


PROMISED = "## After this chapter you can"
QUESTION = """## Check yourself

**Question 1.** What? (Objective 1)

- A. This
- B. That
- C. Both
- D. Neither

<details>
<summary>Answer</summary>

**A.**
Yes.

- B: No.
- C: No.
- D: No.

</details>
"""


def listed(objectives: str) -> dict[str, Any]:
    """The cell that shows a chapter's objectives."""
    shown = [{"data": {"text/markdown": objectives}, "output_type": "execute_result"}]
    return code("from netlearn.widgets.objectives import objectives\n\nobjectives('new')") | {"outputs": shown}


def test_an_objective_that_is_typed_is_sent_to_its_one_place(tmp_path: Path) -> None:
    found = said(book(tmp_path, WHOLE, f"{PROMISED}\n\n1. say it."))

    assert "objectives: are typed; accepted: objectives(chapter)" in found


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", ""),
        ("(Objective 1)", "", "question 1: names no objective"),
        ("(Objective 1)", "(Objective 2)", "none asks for objective 1"),
        ("- D. Neither\n", "", "has not the options A, B, C, D"),
        ("- D: No.\n", "", "does not say of each other option"),
        ("**A.**\n", "", "has no answer that begins"),
    ],
)
def test_a_question_is_judged(tmp_path: Path, old: str, new: str, fault: str) -> None:
    asked = QUESTION.replace(old, new, 1) if old else QUESTION
    found = said(book(tmp_path, WHOLE, PROMISED, listed("1. say it."), asked))

    assert fault in found if fault else found == ""


def test_a_chapter_that_names_no_standard_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(ABOUT, "standard")

    assert "metadata: standard: is missing; accepted, of which the first 5 are needed" in said(book(tmp_path, WHOLE))


def test_an_erratum_that_could_harm_must_be_named(tmp_path: Path) -> None:
    section = [id for id, fact in facts().items() if fact.section == "3.1"]

    assert ": errata: E02 could harm" in said(book(tmp_path, linked(*section), section="3.1"))


def test_a_page_that_is_not_there_and_a_chapter_that_is_not_listed_are_named(tmp_path: Path) -> None:
    book(tmp_path, WHOLE)
    (tmp_path / "_toc.yml").write_text("root: chapters/old\n", encoding="utf-8")

    assert said(tmp_path).splitlines() == [
        "_toc.yml: chapters/old: file: there is no such page",
        "_toc.yml: chapters/new: file: is a chapter, and the contents do not list it",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cells": [1], "metadata": {}}', "\0"])
def test_a_notebook_that_is_none_is_one_fault(tmp_path: Path, text: str) -> None:
    (book(tmp_path, WHOLE) / "chapters/new.ipynb").write_text(text, encoding="utf-8")

    assert said(tmp_path) == "chapters/new.ipynb: is no notebook that can be read"


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("[60](../book/evidence.md#ev-2-20)", ""),
        ("[61](../book/evidence.md#ev-2-20)", "61 is not a bound"),
        ("[x](../book/evidence.md#ev-2-99)", "there is no such entry"),
        ("[x](../book/references.md#ref-macedo2013)", ""),
        ("[x](../book/references.md#ref-nobody1900)", "there is no such work"),
        ("[x](nowhere.ipynb)", "there is no such page"),
        ("[x](new.ipynb#a)", ""),
    ],
)
def test_a_link_leads_somewhere_and_says_what_stands_there(tmp_path: Path, link: str, fault: str) -> None:
    found = "\n".join(map(str, links.faults(book(tmp_path, link))))

    assert fault in found if fault else found == ""
