"""A notebook as it is after a learner has worked in it: for tests, and for measuring how fast a class is graded."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from netlearn.handout.keeping import Kept
from netlearn.handout.quiz import record
from netlearn.items.item import Json

__all__ = ["filled"]


def filled(notebook: Json, answers: Mapping[str, Any], code: Mapping[str, str]) -> Json:
    """Return a copy with answers by item's slug, in the output where the quiz puts them, and code by task's slug.

    >>> about = {"items": [["high", 1, "0"]]}
    >>> made = {"metadata": {"netlearn": {"exercises": about}}, "cells": [
    ...     {"metadata": {"netlearn": {"quiz": "demo"}}, "outputs": [{}, {}]},
    ...     {"metadata": {"netlearn": {"task": "double"}}, "source": []}]}
    >>> cells = filled(made, {"high": "G3"}, {"double": "def double(x): return 2 * x"})["cells"]
    >>> cells[0]["outputs"][1]["metadata"]["netlearn"]["answers"]["high"]["answer"], cells[1]["source"]
    ('G3', ['def double(x): return 2 * x'])
    """
    made = deepcopy(notebook)
    kept = _kept(made["metadata"]["netlearn"]["exercises"]["items"], answers)
    for cell in made["cells"]:
        about = cell["metadata"].get("netlearn", {})
        if "quiz" in about:
            data, metadata = record(kept, len(made["metadata"]["netlearn"]["exercises"]["items"]))
            cell["outputs"][-1].update(data=data, metadata=metadata)
        if about.get("task") in code:
            cell["source"] = code[about["task"]].splitlines(keepends=True)
    return made


def _kept(items: list[list[Any]], answers: Mapping[str, Any]) -> Kept:
    kept = Kept()
    for slug, version, seed in items:
        if slug in answers:
            kept.record(slug, {"answer": answers[slug], "confidence": None, "seed": seed, "version": version})
    return kept
