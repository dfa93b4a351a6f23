"""Learners' notebooks, made from the exercises' sources and nothing else: no answer can have slipped into one.

The outputs are those of a kernel that runs the untouched notebook; a test runs it and compares.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from netlearn.errors import NetlearnError
from netlearn.handout.assessed import blank_pool, pack_questions
from netlearn.handout.checking import NOT_ATTEMPTED
from netlearn.handout.keeping import Kept
from netlearn.handout.signing import release_id, signature
from netlearn.items.bank import chapters, chosen, load_tasks, ordered
from netlearn.items.item import Item, Json
from netlearn.items.keyless import askable
from netlearn.items.seeds import seed_for
from netlearn.items.tasks import Task
from netlearn.words import say

__all__ = ["PRACTICE", "practice", "release", "written"]

PRACTICE = "practice"
VERSION = 1
_SEED = "0"
_LEARNER = re.compile(r"\w[\w.@+-]{0,99}")
_LEAD = """Answer the questions, write the functions, and save the notebook.
{hand_in}
You can run a cell twice, or in another order, and close the notebook and come back: your answers stay."""
_HOW = "This file is what you hand in: how, your course says."
_QUESTIONS = """## Questions

Run the cell and answer below it.
Each answer is judged at once; you can answer again, and your last answer counts."""
_ASSESSED = """## Questions

Run the cell and answer below it.
Each question takes {attempts}; the last answer counts, and your course tells you later which are right."""
_TASK = """## Task: {title}

{text}

{allowed}

{hints}"""
_ALLOWED = {
    False: "Where it is graded there is Python's standard library, and nothing else: not numpy, and not netlearn.",
    True: "Where it is graded there are Python's standard library and netlearn, and nothing else.",
}
_HINT = """<details><summary>Hint {number} of {of}</summary>

{text}

</details>"""
_HAND_IN = """## Your answers, to be kept in the notebook itself

Press *Copy my answers* below the questions.
Then select all of the cell below, paste, run it, and save the notebook.
Answers in that cell stay even where outputs are cleared; below the questions it says what is not yet in it."""
_CODE = "from netlearn.exercises import {name}\n\n{call}"


def practice(root: Path, chapter: str) -> Json:
    """Return the notebook that everybody may practise with: the same for all, with several variants of each item.

    >>> practice(Path("no such folder"), "02-significance")
    Traceback (most recent call last):
    netlearn.errors.NetlearnError: there are no exercises for '02-significance'; accepted: a chapter of the bank
    """
    items, tasks = _sources(root, chapter)
    about = {"course": PRACTICE, "release": release_id(chapter, None)}
    return _notebook(root, chapter, items, tasks, {item.slug: _SEED for item in items}, about)


def release(
    root: Path, chapter: str, learner: str, secret: bytes, course: str, *, attempts: int = 0, hand_in: str = ""
) -> Json:
    """Return one learner's notebook: its variants follow from the course's secret, which is not in it.

    With ``attempts`` it is assessed: each question is taken so often, no key and no check is in it, and what cannot be
    asked so is left out. ``hand_in`` says how the class hands in. The learner's name stands in it, signed, so that the
    grader knows whose it is under whatever name it is handed in.
    Raises NetlearnError for a secret or a name that cannot serve.
    """
    if not secret.strip():
        raise NetlearnError("the course's secret is empty; accepted: some bytes that nobody can guess")
    if not _LEARNER.fullmatch(learner):
        raise NetlearnError(f"learner: {learner!r}; accepted: a name of letters, digits, and . _ @ + -")
    if course == PRACTICE:
        raise NetlearnError(f"course: {course!r} is the name of everybody's copy; accepted: another one")
    items, tasks = _sources(root, chapter)
    asked = askable(items)[0] if attempts else items
    seeds = {item.slug: seed_for(secret.strip(), learner, item.slug, item.version) for item in asked}
    signed = {"learner": learner, "signed": signature(secret, learner, chapter, bool(attempts))}
    about: Json = {"course": course, "release": release_id(chapter, seeds), **signed}
    if attempts:
        about["assessed"] = {"attempts": attempts}
    return _notebook(root, chapter, asked, tasks, seeds, about, hand_in)


def written(notebook: Json) -> str:
    """Write a notebook in its one form.

    >>> written({"cells": []})
    '{\\n "cells": []\\n}\\n'
    """
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _sources(root: Path, chapter: str) -> tuple[tuple[Item, ...], tuple[Task, ...]]:
    if chapter not in chapters(root):
        raise NetlearnError(f"there are no exercises for {chapter!r}; accepted: a chapter of the bank")
    return chosen(chapter, (), root), tuple(ordered(root, chapter, load_tasks(root, chapter)))


def _notebook(
    root: Path,
    chapter: str,
    items: Sequence[Item],
    tasks: Sequence[Task],
    seeds: Mapping[str, str],
    whose: Json,
    hand_in: str = "",
) -> Json:
    about = {
        **whose,
        "chapter": chapter,
        "version": VERSION,
        "items": [[item.slug, item.version, seeds[item.slug]] for item in items],
        "tasks": [[task.slug, task.version] for task in tasks],
        "answers": {},
    }
    own = None if whose["course"] == PRACTICE else seeds
    attempts = whose.get("assessed", {}).get("attempts", 0)
    lead = _LEAD.format(hand_in=hand_in or _HOW) + ("" if attempts else "\n" + say("quiz", "formative"))
    asked = _assessed(chapter, items, seeds, attempts) if attempts else _questions(chapter, items, own)
    coded = (cell for task in tasks for cell in (_task_alone(task) if attempts else _task(task)))
    head = _prose("title", f"# Exercises: {_title(root, chapter)}\n\n{lead}")
    return {
        "cells": _numbered([head, *asked, *coded, *_hand_in(chapter, items)]),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "netlearn": {"exercises": about},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _title(root: Path, chapter: str) -> str:
    """Return the chapter's own title, where the chapter is there."""
    path = root.parent / f"chapters/{chapter}.ipynb"
    if not path.is_file():
        return chapter
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "".join(cells[0]["source"]).splitlines()[0].removeprefix("# ")


def _questions(chapter: str, items: Sequence[Item], seeds: Mapping[str, str] | None) -> list[Json]:
    if not items:
        return []
    # Late: this module is about text, and the widget needs all of Jupyter.
    from netlearn.handout.quiz import called, record

    data, _ = record(Kept(), len(items))
    shown = [_shown({"text/plain": called(chapter, seeds)}), _shown(data)]
    code = _CODE.format(name="Quiz", call=_call(chapter, seeds))
    return [_prose("questions", _QUESTIONS), _code("quiz", code, {"quiz": chapter}, shown)]


def _assessed(chapter: str, items: Sequence[Item], seeds: Mapping[str, str], attempts: int) -> list[Json]:
    """The questions of an assessed notebook: they stand in the cell itself, without their keys."""
    if not items:
        return []
    from netlearn.handout.quiz import called, record

    data, _ = record(Kept(), len(items))
    line = pack_questions(blank_pool(chapter, items, seeds, attempts))
    shown = [_shown({"text/plain": called(chapter, seeds)}), _shown(data)]
    code = _CODE.format(name="Quiz", call=f'Quiz("{chapter}", questions="{line}")')
    times = f"{attempts} attempts" if attempts > 1 else "one attempt"
    return [_prose("questions", _ASSESSED.format(attempts=times)), _code("quiz", code, {"quiz": chapter}, shown)]


def _call(chapter: str, seeds: Mapping[str, str] | None) -> str:
    if seeds is None:
        return f'Quiz("{chapter}")'
    lines = "".join(f'    "{slug}": "{seed}",\n' for slug, seed in seeds.items())
    return f'Quiz("{chapter}", seeds={{\n{lines}}})'


def _task(task: Task) -> list[Json]:
    hints = "\n".join(
        _HINT.format(number=n, of=len(task.hints), text=hint) for n, hint in enumerate(task.hints, start=1)
    )
    said = {"output_type": "execute_result", "data": {"text/plain": NOT_ATTEMPTED}, "metadata": {}}
    code = _CODE.format(name="check", call=f'check("{task.slug}")')
    return [
        _prose(
            f"task-{task.slug}",
            _TASK.format(title=task.title, text=task.text, allowed=_ALLOWED[task.library], hints=hints),
        ),
        _code(f"code-{task.slug}", task.stub.rstrip("\n"), {"task": task.slug, "version": task.version}, []),
        _code(f"check-{task.slug}", code, {"check": task.slug}, [said]),
    ]


def _task_alone(task: Task) -> list[Json]:
    """A task of an assessed notebook: without hints, and without a check, which would need what is expected."""
    text = f"## Task: {task.title}\n\n{task.text}\n\n{_ALLOWED[task.library]}"
    about = {"task": task.slug, "version": task.version}
    return [_prose(f"task-{task.slug}", text), _code(f"code-{task.slug}", task.stub.rstrip("\n"), about, [])]


def _hand_in(chapter: str, items: Sequence[Item]) -> list[Json]:
    """The last cell: what is pasted there is the notebook's own text, and stays where outputs and metadata go."""
    if not items:
        return []
    return [_prose("hand-in", _HAND_IN), _code("answers", 'answers = ""', {"hand-in": chapter}, [])]


def _prose(id: str, text: str) -> Json:
    return {"cell_type": "markdown", "id": id[:64], "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(id: str, source: str, about: Json, outputs: list[Json]) -> Json:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": id[:64],
        "metadata": {"netlearn": about},
        "outputs": outputs,
        "source": source.splitlines(keepends=True),
    }


def _shown(data: Json) -> Json:
    return {"output_type": "display_data", "data": data, "metadata": {}}


def _numbered(cells: list[Json]) -> list[Json]:
    """Count the code cells as a kernel does; without a number nbval takes a cell for one that was never run."""
    code = (cell for cell in cells if cell["cell_type"] == "code")
    for number, cell in enumerate(code, start=1):
        cell["execution_count"] = number
        for output in cell["outputs"]:
            output["data"] = {kind: text.splitlines(keepends=True) for kind, text in output["data"].items()}
            if output["output_type"] == "execute_result":
                output["execution_count"] = number
    return cells
