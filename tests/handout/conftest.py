"""A notebook of the demo exercises, as a new kernel finds it, and what a front end shows of its quiz."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from netlearn.handout import quiz
from netlearn.handout.notebook import practice, written
from netlearn.items.item import Json
from tests.handout.quiz_cell import ROOT


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The untouched notebook that a new kernel runs."""
    path = tmp_path / "demo.ipynb"
    path.write_text(written(practice(ROOT, "demo")), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(quiz, "_desks", {})
    return path


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Json]]:
    """What is displayed, as a front end keeps it: an update changes the output that it names."""
    outputs: list[Json] = []

    def display(data: Json, *, metadata: Json, display_id: str = "", update: bool = False, raw: bool = False) -> None:
        assert raw
        new = {"data": data, "metadata": json.loads(json.dumps(metadata)), "id": display_id}
        for output in outputs:
            if update and output["id"] == display_id:
                output.update(new)
        if not update:
            outputs.append(new)

    monkeypatch.setattr(quiz, "display", display)
    return outputs
