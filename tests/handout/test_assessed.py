"""Assessed notebooks: no key on a learner's machine, a number of attempts, and graded as any other."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.errors import NetlearnError
from netlearn.exercises import Quiz
from netlearn.grader import Record, grade
from netlearn.grader.exercises import Exercises
from netlearn.handout import quiz
from netlearn.handout.assessed import blank_pool, pack_questions, unpack_questions
from netlearn.handout.filling import filled
from netlearn.handout.keeping import sidecar
from netlearn.handout.notebook import release, written
from netlearn.items import generate, load_items
from netlearn.items.bank import chapters, load_tasks
from netlearn.items.grading import right_answer
from netlearn.items.item import Json
from netlearn.items.keyless import askable
from tests.grader.classroom import settings

ROOT = Path(__file__).parents[1] / "items/examples"
EXERCISES = Path(__file__).parents[2] / "exercises"
SECRET, ONE = b"of the course", "one-index-known"
ITEMS = load_items(ROOT, "demo")
OPEN = askable(ITEMS.values())[0]


def handed_out(attempts: int = 2, root: Path = ROOT, chapter: str = "demo") -> Json:
    return release(root, chapter, "ann", SECRET, "2026", attempts=attempts)


def questions(notebook: Json) -> Json:
    (source,) = ["".join(c["source"]) for c in notebook["cells"] if "quiz" in c["metadata"].get("netlearn", {})]
    return unpack_questions(source.partition('questions="')[2].partition('"')[0])


def keys_in(part: Any) -> set[str]:
    """Every name of a field, wherever it stands."""
    if isinstance(part, list):
        return set().union(*map(keys_in, part))
    return set(part) | set().union(*map(keys_in, part.values())) if isinstance(part, dict) else set()


@pytest.mark.parametrize("chapter", chapters(EXERCISES))
def test_nothing_in_the_notebook_tells_what_is_right(chapter: str):
    """Fields are those of a list, so that a kind's new key cannot slip in."""
    made = handed_out(root=EXERCISES, chapter=chapter)
    shown = [variant for entry in questions(made)["items"] for variant in entry["variants"]]
    text = written(made) + json.dumps(questions(made), ensure_ascii=False)

    assert shown
    assert keys_in(shown) <= {
        "kind", "stem", "accepted", "edition", "item", "version", "seed", "given", "hints", "errata",
        "id", "text", "options", "steps", "spans", "correction", "rows", "groups", "unit", "dimension",
    }  # fmt: skip
    assert [hint for task in load_tasks(EXERCISES, chapter).values() for hint in task.hints if hint in text] == []
    assert "check(" not in text
    feedback = [o["feedback"] for item in load_items(EXERCISES, chapter).values() for o in item.body.get("option", ())]
    assert [each for each in feedback if len(each) > 20 and each in text] == []


def test_every_variant_is_asked_as_it_is_graded():
    for entry in questions(handed_out())["items"]:
        (shown,) = entry["variants"]
        variant = generate(ITEMS[f"{shown['item']}@{shown['version']}"], shown["seed"])
        assert (shown["stem"], shown["given"]) == (variant.stem, list(variant.given))
        assert [each["id"] for each in shown.get("options", [])] == [each["id"] for each in variant.get("options", [])]


@pytest.mark.parametrize(
    "change", [lambda line: line[:-9], lambda line: "x" + line, lambda line: "\u00e9", lambda line: "e30="]
)
def test_a_line_that_was_cut_or_changed_is_refused(change: Any):
    line = pack_questions(blank_pool("demo", OPEN[:2], dict.fromkeys((item.slug for item in OPEN), "0"), 1))
    assert unpack_questions(line)["assessed"] == 1
    with pytest.raises(NetlearnError, match="accepted: the notebook as it was handed out"):
        unpack_questions(change(line))


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An assessed notebook that a new kernel runs, on a machine without a bank."""
    path = tmp_path / "demo.ipynb"
    path.write_text(written(handed_out()), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(quiz, "_desks", {})
    monkeypatch.setattr("netlearn.items.bank.exercises", lambda: pytest.fail("there is no bank here"))
    return path


def made(path: Path) -> Quiz:
    quiz._desks.clear()
    line = pack_questions(questions(json.loads(path.read_text(encoding="utf-8"))))
    return Quiz("demo", questions=line)


def say(widget: Quiz, answer: str) -> None:
    seed = next(v["seed"] for e in widget._pool["items"] for v in e["variants"] if v["item"] == ONE)
    widget.set_state({"answers": {**widget.answers, ONE: {"answer": answer, "confidence": None, "seed": seed}}})


def test_an_answer_is_taken_as_often_as_the_course_allows_and_no_more(notebook: Path):
    widget = made(notebook)
    for answer in ("first", "second", "third"):
        say(widget, answer)

    assert (widget.answers[ONE]["answer"], widget.answers[ONE]["tries"]) == ("second", 2)


def test_its_questions_are_shown_with_nothing_but_the_widget(notebook: Path, monkeypatch: pytest.MonkeyPatch):
    shown: list[Json] = []
    monkeypatch.setattr(quiz, "display", lambda data, **_: shown.append(data))
    made(notebook)._ipython_display_()

    assert set(shown[0]) == {"text/plain", "application/vnd.jupyter.widget-view+json"}
    assert shown[1]["text/plain"].startswith(f"Answers recorded: 0 of {len(OPEN)}")


def test_attempts_are_counted_over_kernels(notebook: Path):
    say(made(notebook), "first")
    say(made(notebook), "second")
    widget = made(notebook)
    say(widget, "third")

    assert widget.answers[ONE]["answer"] == "second"
    (beside,) = notebook.parent.glob(".netlearn-*.answers.json")
    assert json.loads(beside.read_text(encoding="utf-8"))["tries"] == {ONE: 2}


def test_a_practice_quiz_counts_no_attempts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(quiz, "_desks", {})
    widget = Quiz("demo", root=ROOT)
    widget.set_state({"answers": {ONE: {"answer": "x", "confidence": None, "seed": "0"}}})

    assert "tries" not in widget.answers[ONE]
    assert not sidecar(tmp_path, "practice-demo").exists()


def graded(content: Json, root: Path, secret: bytes | None = SECRET) -> Record:
    path = root / "ann" / "demo.ipynb"
    path.parent.mkdir()
    path.write_text(written(content), encoding="utf-8")
    return grade(path, settings(root, bank=Exercises(ROOT), secret=secret))


def answered() -> Json:
    content = handed_out()
    listed = content["metadata"]["netlearn"]["exercises"]["items"]
    return filled(content, {s: right_answer(generate(ITEMS[f"{s}@{v}"], seed)) for s, v, seed in listed}, {})


def test_it_is_marked_out_of_what_it_asked(tmp_path: Path):
    record = graded(answered(), tmp_path)
    items = {result.slug for result in record.results if result.kind != "code"}

    assert items == {item.slug for item in OPEN}
    assert {result.result for result in record.results if result.slug in items} == {"right"}
    assert Record.from_json(record.to_json()) == record


@pytest.mark.parametrize("change", ["signature", "flag"])
def test_nobody_makes_a_notebook_shorter_by_calling_it_assessed(change: str, tmp_path: Path):
    content = answered()
    about = content["metadata"]["netlearn"]["exercises"]
    if change == "signature":
        about["signed"] = release(ROOT, "demo", "ann", SECRET, "2026")["metadata"]["netlearn"]["exercises"]["signed"]
    else:
        del about["assessed"]
    record = graded(content, tmp_path)

    assert {result.slug for result in record.results} > {item.slug for item in OPEN}


def run(tmp_path: Path, *more: str) -> Any:
    (tmp_path / "secret").write_bytes(SECRET)
    options = ("--secret", str(tmp_path / "secret"), "--course", "2026", "--out", str(tmp_path / "out"))
    return CliRunner().invoke(app, ["exercises", "release", "demo", *options, "--root", str(ROOT), *more])


def test_the_command_names_what_cannot_be_asked(tmp_path: Path):
    done = run(tmp_path, "--late", "ann", "--assessed", "--attempts", "3")
    about = json.loads((tmp_path / "out/ann/demo.ipynb").read_text(encoding="utf-8"))["metadata"]["netlearn"][
        "exercises"
    ]

    assert done.exit_code == 0, done.output
    assert about["assessed"] == {"attempts": 3}
    assert "left out, since it cannot be asked without its key: make-a-type" in done.output


def test_one_who_is_late_gets_a_notebook_and_the_others_keep_theirs(tmp_path: Path):
    (tmp_path / "class.txt").write_text("ann\nbob\n")
    run(tmp_path, "--learners", str(tmp_path / "class.txt"))
    worked = tmp_path / "out/ann/demo.ipynb"
    worked.write_text("my work")
    done = run(tmp_path, "--late", "cy")

    assert (done.output, worked.read_text()) == (f"1 notebooks in {tmp_path / 'out'}\n", "my work")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["ann", "bob", "cy"]
    assert "nobody" not in run(tmp_path, "--late", "ann").output
    assert worked.read_text() == "my work"


def test_a_release_for_nobody_is_refused(tmp_path: Path):
    (tmp_path / "class.txt").write_text("\n")

    assert [run(tmp_path, *more).exit_code for more in ((), ("--learners", str(tmp_path / "class.txt")))] == [2, 2]


def test_the_notebook_says_how_its_class_hands_in(tmp_path: Path):
    how = "Upload this file to the course's page before Friday."
    run(tmp_path, "--late", "ann", "--hand-in", how)

    assert how in (tmp_path / "out/ann/demo.ipynb").read_text(encoding="utf-8")
