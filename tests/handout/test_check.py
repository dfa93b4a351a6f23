"""`check("slug")`: what a learner is told at once, in the learner's own kernel."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from netlearn.errors import InputError
from netlearn.exercises import check
from netlearn.handout import checking
from netlearn.handout.checking import NOT_ATTEMPTED, Checked
from netlearn.items.bank import load_tasks

ROOT = Path(__file__).parents[2] / "exercises"
TASKS = load_tasks(ROOT)
WRONG = [(key, name) for key, task in TASKS.items() for name in task.wrong]
SHARES = "share-at-diagnosis"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_tried", {})


def run(source: str) -> dict[str, Any]:
    """Run a cell; return the names that it leaves."""
    scope: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(source, "cell", "exec"), scope)
    return scope


def checked(slug: str, source: str) -> Checked:
    return check(slug, scope=run(source))


@pytest.mark.parametrize("key", TASKS)
def test_the_model_answer_is_right_in_every_case(key: str):
    task = TASKS[key]

    assert repr(checked(task.slug, task.model)) == f"All {task.cases['count']} cases are right."


@pytest.mark.parametrize(("key", "name"), WRONG)
def test_a_wrong_answer_is_told_a_case_and_the_first_hint(key: str, name: str):
    task = TASKS[key]
    found = checked(task.slug, task.wrong[name])
    count, first, hint = found.text.split("\n")

    assert found.right < found.cases
    assert count == f"{found.right} of {found.cases} cases are right."
    assert first.startswith(f"The first that is not: {task.function}(")
    assert hint == f"Hint 1 of {len(task.hints)}: {task.hints[0]}"


@pytest.mark.parametrize("key", TASKS)
def test_the_stub_is_not_attempted(key: str):
    task = TASKS[key]

    assert repr(checked(task.slug, task.stub)) == NOT_ATTEMPTED
    assert repr(checked(task.slug, f"# a note\n\n{task.stub}")) == NOT_ATTEMPTED


@pytest.mark.parametrize(
    "body", ["return None", "pass", "...", "'''Mine.'''", "x = 1\n    return None", "print(end='')"]
)
def test_code_that_does_nothing_earns_nothing(body: str):
    found = checked(SHARES, f"def shares(a=0, **more):\n    {body}\n")

    assert (found.right, found.text == NOT_ATTEMPTED) == (0, body not in ("x = 1\n    return None", "print(end='')"))


def test_before_its_cell_has_run_the_function_is_missed():
    assert repr(check(SHARES, scope={})) == "There is no shares() yet: run the cell that defines it first."


def test_a_name_that_was_used_for_something_else_is_no_function():
    assert (
        repr(check(SHARES, scope={"shares": [30, 75]}))
        == "shares is not a function: run the cell that defines it again."
    )


ENDINGS: Mapping[str, tuple[str, str]] = {
    "error": ("1 / 0", "ZeroDivisionError: division by zero"),
    "exit": ("exit_now()", "SystemExit: bye"),
    "not a number": ("[float('nan'), 1]", "entry 1 of the answer is nan, which is not a finite number"),
    "a set": ("{1, 2}", "TypeError: the function returned a set; accepted: "),
}


@pytest.mark.parametrize("name", ENDINGS)
def test_a_function_that_goes_wrong_is_told_how(name: str):
    body, told = ENDINGS[name]
    source = f"def exit_now():\n    raise SystemExit('bye')\n\ndef shares(**given):\n    return {body}\n"

    assert told in checked(SHARES, source).text


def test_stopping_the_kernel_stops_the_check():
    with pytest.raises(KeyboardInterrupt):
        checked(SHARES, "def shares(**given):\n    raise KeyboardInterrupt\n")


def test_a_function_cannot_change_its_cases():
    task = TASKS["type-of-involvement@1"]
    spoiling = task.model.replace("    segments = set(", "    lesions_by_segment['VI'] = 'small'\n    segments = set(")

    assert checked(task.slug, spoiling).text == checked(task.slug, spoiling).text


def test_each_other_attempt_brings_the_next_hint_and_the_same_one_does_not():
    attempts = [f"def shares(**given):\n    return {n}\n" for n in (1, 2, 2, 3, 4, 1)]
    hints = [checked(SHARES, source).text.split("\n")[-1][:11] for source in attempts]

    assert hints == ["Hint 1 of 3", "Hint 2 of 3", "Hint 2 of 3", "Hint 3 of 3", "Hint 3 of 3", "Hint 1 of 3"]


def test_a_task_that_there_is_not_is_refused():
    with pytest.raises(InputError, match="share-at-diagnosis"):
        check("shares", scope={})
