"""The second standard, on the chapter of ablation: what it accepts, and what is said of one that is longer or less."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from netlearn.checks.chapter import sets
from netlearn.checks.chapter.measure import visible, words
from netlearn.checks.chapter.notebook import read
from netlearn.checks.chapters import of_chapter

ROOT = Path(__file__).parents[2]
FILE = "chapters/03.3-ablation.ipynb"
RAW = (ROOT / FILE).read_text(encoding="utf-8")
WRITTEN = words(read(ROOT / FILE, FILE).running)


def said(folder: Path, notebook: Any) -> str:
    path = folder / "03.3-ablation.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return "\n".join(map(str, of_chapter(path, FILE)))


def added(text: str) -> Any:
    """The chapter with a text more, after its title."""
    notebook = json.loads(RAW)
    notebook["cells"][0]["source"] += f"\n\n{text}"
    return notebook


def without(*cells: str) -> Any:
    notebook = json.loads(RAW)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] not in cells]
    return notebook


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("word " * 300 + "\n", ""),
        ("word " * (2001 - WRITTEN) + "\n", "2001 words before practice; accepted: from 1200 to 2000"),
        ("<details>" + "word " * 801 + "</details>\n", ""),
        ('<span role="note">' + "word " * 251 + "</span>\n", "words of side notes; accepted: at most 250"),
        ("the review\n" * 5, ""),
        ("the review\n" * 6, "6 times “the review”; accepted: at most 5"),
        ("[claim](../book/evidence.md#ev-2-20)\n" * 61, "links in running text; accepted: at most 60"),
        ("[Rinke](../book/references.md#ref-rinke2009)\n" * 61, ""),
        ("[set it](#set=1&ablation.largest_diameter_cm=3)\n" * 61, ""),
        ('<data value="3.3-29">5\u00a0cm</data>\n', ""),
        ('<data value="3.3-29">6\u00a0cm</data>\n', "3.3-29: 6 is not a bound of > 5 cm"),
        ('<data value="9-99">6\u00a0cm</data>\n', "9-99: there is no such fact or figure"),
        ('<data value="2-20">60–70\u00a0%</data>\n', "2-20 is repeated and linked nowhere"),
        ("Hers is 3.1\u00a0cm.\n", ""),
        ("Hers is 3.2\u00a0cm.\n", "number: 'Hers is 3.2 cm"),
        ("Hers is 3.1\u00a0mm.\n", "number: 'Hers is 3.1 mm"),
        ("She is 59.\n", ""),
        ("She is 58.\n", "number: 'She is 58"),
    ],
)
def test_a_text_more_is_judged(tmp_path: Path, text: str, fault: str) -> None:
    found = said(tmp_path, added(text))

    assert fault in found if fault else found == ""


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("claims", "coverage: has no fold “The section claim by claim”"),
        ("in-practice", "In practice: its card must say “Unsigned draft"),
        ("guess", "set guess: is asked 0 times and has 1 items"),
        ("size-quiz", "set size: is asked 0 times and has 3 items"),
        ("practise-quiz", "set practice: is asked 0 times"),
        ("size", "words before practice; accepted: from 1200"),
    ],
)
def test_a_part_that_is_left_out_is_named(tmp_path: Path, cell: str, fault: str) -> None:
    assert fault in said(tmp_path, without(cell, "neighbours" if cell == "size" else ""))


def test_a_set_that_no_item_names_is_a_fault(tmp_path: Path) -> None:
    found = said(tmp_path, json.loads(RAW.replace('set=\\"size\\"', 'set=\\"breadth\\"')))

    assert "set breadth: is asked 1 times and has 0 items" in found


@pytest.mark.parametrize(
    ("name", "size", "fault"),
    [
        ("guess", 2, "set guess: has 2 items; accepted: 1 as guess, else 2 or 3"),
        ("size", 1, "set size: has 1 items; accepted: 1 as guess, else 2 or 3"),
        ("size", 2, ""),
        ("size", 4, "set size: has 4 items; accepted: 1 as guess, else 2 or 3"),
        ("practice", 1, ""),
    ],
)
def test_a_set_has_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int, fault: str) -> None:
    sizes = sets._sizes(read(ROOT / FILE, FILE)) | {name: size}
    monkeypatch.setattr(sets, "_sizes", lambda _: Counter(sizes))
    found = said(tmp_path, json.loads(RAW))

    assert fault in found if fault else found == ""


@pytest.mark.parametrize(("left", "fault"), [(2, ""), (1, "sets: 1 sections ask questions; accepted: two to four")])
def test_two_to_four_sections_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int, fault: str) -> None:
    everything = sets._sizes(read(ROOT / FILE, FILE))
    names = [name for name in everything if name not in ("guess", "practice")]
    kept = Counter({name: size for name, size in everything.items() if name not in names[left:]})
    monkeypatch.setattr(sets, "_sizes", lambda _: kept)
    found = said(tmp_path, without(*(f"{name}-quiz" for name in names[left:])))

    assert ("sections ask questions" in found) is bool(fault)
    assert fault in found


def test_a_card_without_its_status_is_a_fault(tmp_path: Path) -> None:
    assert "its card must say" in said(tmp_path, json.loads(RAW.replace("Unsigned draft: for learning", "Draft")))


def test_a_core_fact_that_is_neither_linked_nor_asked_is_a_fault(tmp_path: Path) -> None:
    notebook = json.loads(RAW)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = "".join(cell["source"]).replace("#ev-3-3-32", "#ev-3-3-33")

    assert "fact 3.3-32 of its section is not linked in the running text" in said(tmp_path, notebook)


def test_what_is_in_sight_leaves_out_folds_other_pages_of_a_quiz_and_practice() -> None:
    chapter = read(ROOT / FILE, FILE)

    assert WRITTEN < visible(chapter) < 3000
    assert words(chapter.shown) > 6000
