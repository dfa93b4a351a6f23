"""A new chapter: its notebook in the shape of the second standard, objectives, card, and its line in the contents."""

import re
from pathlib import Path
from typing import Any

import nbformat

from netlearn import evidence
from netlearn.checks.contents import FILE
from netlearn.checks.course import KNOWLEDGE
from netlearn.clinic.card_lines import GOOD_PRACTICE
from netlearn.clinic.cases import case, cases
from netlearn.clinic.practice import FOLDER, PARTS
from netlearn.editions import default_edition, edition_entry, editions_read
from netlearn.errors import InputError, NetlearnError
from netlearn.items.item import GUESS, PRACTICE
from netlearn.new.files import TODO, write

_NAME = re.compile(r"\d\d(\.\d+)*-[a-z0-9]+(-[a-z0-9]+)*")
_ORDINALS = ("first", "second", "third")
_OBJECTIVES = {f"objective-{word}": f"{TODO}: what the reader can do, {word}" for word in _ORDINALS}
_LIVE = """import ipywidgets as widgets

from netlearn.widgets import Explorer

# {todo}: the table of this chapter, joined to a plain control
explorer = Explorer("{table}")
widgets.VBox([explorer])"""


def new_chapter(root: Path, name: str, section: str, title: str, today: str, table: str = "grade") -> list[Path]:
    """Write a chapter and return its files; ``root`` is the course's folder, ``today`` such as "2026-11-28".

    Raises InputError for a name or section that is not accepted, and NetlearnError where the chapter is there already.
    """
    if not _NAME.fullmatch(name):
        raise InputError("name", name, "a number and lower-case words, such as 03.4-embolisation")
    if section not in evidence.sections():
        raise InputError("section", section, ", ".join(evidence.sections()))
    contents = listed((root / FILE).read_text(encoding="utf-8"), name)
    made = [
        write(root / "chapters" / f"{name}.ipynb", notebook(name, section, title, today[:7], table)),
        write(root / "exercises" / name / "objectives.toml", objectives()),
        write(root / KNOWLEDGE / FOLDER / f"{section}.toml", practice(title, today)),
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


def practice(title: str, today: str) -> str:
    """The card "In practice", every part with a line to be written."""
    parts = "".join(_part(*part) for part in PARTS.items())
    return f"# {TODO}: each line cites what it rests on, or says that nothing is behind it.\n" + (
        f'title = "In practice: {title[:1].lower()}{title[1:]}"\nupdated = "{today}"\nsign_off = ""\n{parts}'
    )


def _part(id: str, title: str) -> str:
    lines = f'\n[[part.line]]\ntext = "{TODO}."\nbasis = "{GOOD_PRACTICE}"\n' * (2 if id == "nurse" else 1)
    return f'\n[[part]]\nid = "{id}"\ntitle = "{title}"\n{lines}'


def notebook(name: str, section: str, title: str, month: str, table: str) -> str:
    """The notebook: the eight parts of a chapter about a patient, each with what is to be written."""
    about = {"section": section, "edition": editions_read(), "reviewed": month, "minutes": 12, "standard": 2}
    patient = next((slug for slug in cases() if slug.endswith(f"@{section}")), "")
    if patient:
        about["patient"] = patient
    made = nbformat.v4.new_notebook(metadata={"netlearn": about})  # type: ignore[no-untyped-call]
    made.cells = [*_front(name, section, title, patient), *_middle(name, table, patient), *_end(name, section, table)]
    return str(nbformat.writes(made)) + "\n"  # type: ignore[no-untyped-call]


def _front(name: str, section: str, title: str, patient: str) -> list[Any]:
    person = case(patient).title.partition(",")[0] if patient else TODO
    return [
        _text("title", f"# {title}", "the question of the chapter, in two lines"),
        _text("patient", f"## {person} (invented)", "80 to 120 words; the last paragraph says what is to be decided"),
        _text("guess-words", "## Your guess first"),
        _quiz("guess", name, GUESS),
        _text("in-practice-words", "## In practice"),
        _shown("in-practice", f'from netlearn.chapter import in_practice\n\nin_practice("{section}")'),
    ]


def _middle(name: str, table: str, patient: str) -> list[Any]:
    then = edition_entry(default_edition()).label
    both = _shown("then-and-now", f'from netlearn.chapter import then_and_now\n\nthen_and_now("{patient}")')
    return [
        _text("first", "## First idea", "one idea, one figure or explorer beside it, and two or three questions"),
        _shown("explorer", f'from netlearn.widgets import Explorer\n\nExplorer("{table}")'),
        _quiz("first-quiz", name, "first"),
        _text("second", "## Second idea", "as the first; two to four such sections"),
        _quiz("second-quiz", name, "second"),
        _text("then-and-now-words", f"## The same patient in {then} and today"),
        *([both] if patient else []),
        _text("then-and-now-after", f"{TODO}: what becomes of the patient, and what nobody knows."),
    ]


def _end(name: str, section: str, table: str) -> list[Any]:
    promised = f'from netlearn.widgets.objectives import objectives\n\nobjectives("{name}")'
    return [
        _text("errata", "## Where the source is wrong"),
        _shown("errata-lines", f'from netlearn.chapter import errata_lines\n\nerrata_lines("{section}")'),
        _text("key-points", "## Key points", "three to five"),
        _text("next", "## Read next", "one or two pages, and what for"),
        _shown("claims", f'from netlearn.chapter import claims\n\nclaims("{section}")'),
        _shown("since", f'from netlearn.chapter import since_fold\n\nsince_fold("{section}")'),
        _code("live", _LIVE.format(todo=TODO, table=table), tags=["hide-cell"]),
        _text("sources", "## Sources", "what was read, and how well"),
        _text("objectives", "## After this chapter you can"),
        _shown("objectives-list", promised),
        _text("practice", "## Practice\n\nWhat you miss comes back first, and your answers stay in this browser."),
        _quiz("practise-quiz", name, PRACTICE),
        _text("story", f"{TODO}: the next step of the patient's story, with the link to its chapter."),
    ]


def _quiz(id: str, name: str, asked: str) -> Any:
    """The questions of one set: the items that name it in their own file."""
    return _shown(id, f'from netlearn.widgets import Quiz\n\nQuiz("{name}", set="{asked}")')


def _text(id: str, text: str, todo: str = "") -> Any:
    source = f"{text}\n\n{TODO}: {todo}." if todo else text.rstrip("\n")
    return nbformat.v4.new_markdown_cell(source, id=id)  # type: ignore[no-untyped-call]


def _shown(id: str, source: str) -> Any:
    """A cell whose code the page does not show."""
    return _code(id, source, tags=["remove-input"], jupyter={"source_hidden": True})


def _code(id: str, source: str, **metadata: Any) -> Any:
    return nbformat.v4.new_code_cell(source, id=id, metadata=metadata)  # type: ignore[no-untyped-call]
