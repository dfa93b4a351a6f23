"""A notebook as it is after a learner has worked in it: for tests, and for measuring how fast a class is graded."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from netlearn.handout.keeping import Kept
from netlearn.handout.quiz import record
from netlearn.items.answers import Answer, AnswerKey
from netlearn.items.answers_text import pack
from netlearn.items.item import Json

__all__ = ["filled"]


def filled(notebook: Json, answers: Mapping[str, Any], code: Mapping[str, str]) -> Json:
    """Return a copy with answers by item's slug, in the output where the quiz puts them and pasted into the last cell.

    ``code`` holds what is written into the cells of tasks, by their slugs.

    >>> about = {"chapter": "demo", "items": [["high", 1, "0"]]}
    >>> made = {"metadata": {"netlearn": {"exercises": about}}, "cells": [
    ...     {"metadata": {"netlearn": {"quiz": "demo"}}, "outputs": [{}, {}]},
    ...     {"metadata": {"netlearn": {"task": "double"}}, "source": []},
    ...     {"metadata": {"netlearn": {"hand-in": "demo"}}, "source": []}]}
    >>> cells = filled(made, {"high": "G3"}, {"double": "def double(x): return 2 * x"})["cells"]
    >>> cells[0]["outputs"][1]["metadata"]["netlearn"]["answers"]["demo/high@1#0"]["answer"], cells[1]["source"]
    ('G3', ['def double(x): return 2 * x'])
    >>> cells[2]["source"][0][:30]
    'answers = "netlearn-answers-2:'
    """
    made = deepcopy(notebook)
    about = made["metadata"]["netlearn"]["exercises"]
    kept = _kept(about, answers)
    for cell in made["cells"]:
        mark = cell["metadata"].get("netlearn", {})
        if "quiz" in mark:
            data, metadata = record(kept, len(about["items"]))
            cell["outputs"][-1].update(data=data, metadata=metadata)
        if mark.get("task") in code:
            cell["source"] = code[mark["task"]].splitlines(keepends=True)
        if "hand-in" in mark and kept.answers:
            cell["source"] = [f'answers = "{pack(kept.answers.values())}"']
    return made


def _kept(about: Mapping[str, Any], answers: Mapping[str, Any]) -> Kept:
    kept = Kept()
    for slug, version, seed in about["items"]:
        if slug in answers:
            kept.record(Answer(AnswerKey(about["chapter"], slug, version, seed), answers[slug]))
    return kept
