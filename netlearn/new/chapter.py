"""A new chapter: its notebook in the shape of the second standard, its objectives, its line in the contents."""

import re
from pathlib import Path
from typing import Any

import nbformat

from netlearn import evidence
from netlearn.checks.chapter.measure import DRAFT
from netlearn.checks.contents import FILE
from netlearn.editions import default_edition, edition_entry, editions_read
from netlearn.errors import InputError, NetlearnError
from netlearn.new.files import TODO, write

_NAME = re.compile(r"\d\d(\.\d+)*-[a-z0-9]+(-[a-z0-9]+)*")
_ORDINALS = ("first", "second", "third")
_OBJECTIVES = {f"objective-{word}": f"{TODO}: what the reader can do, {word}" for word in _ORDINALS}
_GUESS = "One question, no penalty; the answer is covered until you ask for it."
_LIVE = """import ipywidgets as widgets

from netlearn.widgets import Explorer

# {todo}: the table of this chapter, joined to a plain control
explorer = Explorer("{table}")
widgets.VBox([explorer])"""


def new_chapter(root: Path, name: str, section: str, title: str, month: str, table: str = "grade") -> list[Path]:
    """Write a chapter and return its files; ``root`` is the course's folder, ``month`` such as "2026-11".

    Raises InputError for a name or section that is not accepted, and NetlearnError where the chapter is there already.
    """
    if not _NAME.fullmatch(name):
        raise InputError("name", name, "a number and lower-case words, such as 03.4-embolisation")
    if section not in evidence.sections():
        raise InputError("section", section, ", ".join(evidence.sections()))
    contents = listed((root / FILE).read_text(encoding="utf-8"), name)
    made = [
        write(root / "chapters" / f"{name}.ipynb", notebook(name, section, title, month, table)),
        write(root / "exercises" / name / "objectives.toml", objectives()),
    ]
    (root / FILE).write_text(contents, encoding="utf-8")
    return [*made, root / FILE]


def listed(contents: str, name: str) -> str:
    """The contents with a chapter after the one whose name comes before its own; the part may be changed by hand.

    Raises NetlearnError for a chapter that is listed already.

    >>> print(listed("- file: chapters/01-a\\n- file: chapters/03-c\\n", "02-b"))
    - file: chapters/01-a
    - file: chapters/02-b
    - file: chapters/03-c
    <BLANKLINE>
    """
    lines = list(re.finditer(r"(?m)^( *- file: chapters/)(\S+)\n", contents))
    if name in (line[2] for line in lines):
        raise NetlearnError(f"{FILE}: lists the chapter {name!r} already; accepted: a name that is free")
    before = [line for line in lines if line[2] < name] or lines[:1]
    place = before[-1].end()
    return f"{contents[:place]}{before[-1][1]}{name}\n{contents[place:]}"


def objectives() -> str:
    """The file of objectives: the notebook shows them from here."""
    return "\n".join(f'[[objective]]\nid = "{id}"\ntext = "{text}"\n' for id, text in _OBJECTIVES.items())


def notebook(name: str, section: str, title: str, month: str, table: str) -> str:
    """The notebook: the eight parts of a chapter about a patient, each with what is to be written."""
    about = {"section": section, "edition": editions_read(), "reviewed": month, "minutes": 12, "standard": 2}
    made = nbformat.v4.new_notebook(metadata={"netlearn": about})  # type: ignore[no-untyped-call]
    made.cells = [*_front(name, title), *_middle(table), *_end(name, section)]
    return str(nbformat.writes(made)) + "\n"  # type: ignore[no-untyped-call]


def _front(name: str, title: str) -> list[Any]:
    promised = f'from netlearn.widgets.objectives import objectives\n\nobjectives("{name}")'
    return [
        _text("title", f"# {title}", "the patient, and what must be decided today, in about a hundred words"),
        _text("objectives", "## After this chapter you can"),
        _shown("objectives-list", promised),
        _text("guess", f"## Your guess first\n\n{_GUESS}", "one question of the bank, by Quiz(chapter, slug)"),
        _text("in-practice", f"## In practice\n\n{DRAFT}.", "what to do, for whom, when not, red flags, whom to call"),
    ]


def _middle(table: str) -> list[Any]:
    then = edition_entry(default_edition()).label
    return [
        _text("section-1", "## First idea", "one idea, one figure or explorer beside it, and two or three questions"),
        _shown("explorer", f'from netlearn.widgets import Explorer\n\nExplorer("{table}")'),
        _text("section-2", "## Second idea", "as the first; two to four such sections"),
        _text(
            "editions",
            f"## The same patient in {then} and today",
            "the two answers, and what changed them",
        ),
        _text("live-words", "The same explorer can be joined to other controls in a few lines of Python."),
        _code("live", _LIVE.format(todo=TODO, table=table), tags=["hide-cell"]),
    ]


def _end(name: str, section: str) -> list[Any]:
    errata = dict.fromkeys(e for f in evidence.facts().values() if f.section == section for e in f.errata)
    named = ", ".join(f'"{id}"' for id in sorted(errata))
    wrong = _shown("errata-cards", f"from netlearn.widgets.errata_cards import erratum_cards\n\nerratum_cards({named})")
    fold = "<details>\n<summary>The section claim by claim</summary>"
    return [
        _text("errata", "## Where the source is wrong", "a line for each; what could harm stands open"),
        *([wrong] if errata else []),
        _text("key-points", "## Key points", "three to five"),
        _text("sources", "## Sources", "what was read, and how well"),
        _text("claims", f"{fold}\n\n{TODO}: what no line above says.\n\n</details>"),
        _text("since", "## Since the review", "what was found since"),
        _shown("since-cards", f'from netlearn.widgets.errata_cards import since\n\nsince("{section}")'),
        _text("practice", "## Practice", "the next step of the patient's story"),
        _shown("practise-quiz", f'from netlearn.widgets import Quiz\n\nQuiz("{name}")'),
    ]


def _text(id: str, text: str, todo: str = "") -> Any:
    source = f"{text}\n\n{TODO}: {todo}." if todo else text.rstrip("\n")
    return nbformat.v4.new_markdown_cell(source, id=id)  # type: ignore[no-untyped-call]


def _shown(id: str, source: str) -> Any:
    """A cell whose code the page does not show."""
    return _code(id, source, tags=["remove-input"], jupyter={"source_hidden": True})


def _code(id: str, source: str, **metadata: Any) -> Any:
    return nbformat.v4.new_code_cell(source, id=id, metadata=metadata)  # type: ignore[no-untyped-call]
