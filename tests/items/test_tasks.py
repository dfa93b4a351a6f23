"""Code tasks: their files are read strictly, and their cases come with answers that an oracle works out."""

import json
from pathlib import Path
from typing import Any

import pytest

from netlearn.decision import decide
from netlearn.errors import KnowledgeError
from netlearn.items.bank import load_tasks
from netlearn.items.tasks import Task, cases, judged
from tests.items.bank import ROOT
from tests.items.test_load import bank

__all__ = ["bank"]
FOLDER = "demo/tasks/fit-for-ablation"
OF_A_FUNCTION = """
[cases]
count = 4
oracle = "netlearn.models.geometry:required_diameter"
tolerance = "0.001"
[cases.arguments]
lesion = ["3", "3.1", "4"]
margin = ["0.5", "1"]
"""


def task(root: Path = ROOT) -> Task:
    return load_tasks(root)["fit-for-ablation@1"]


def rewrite(bank: Path, old: str, new: str) -> None:
    path = bank / FOLDER / "task.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def called(source: str, inputs: dict[str, Any]) -> Any:
    """A function of the course's own example files; nothing of a learner's."""
    names: dict[str, Any] = {}
    exec(source, names)
    return names["fit"](**inputs)


def test_a_task_has_as_many_cases_as_its_file_says_and_none_twice() -> None:
    made = [json.dumps(case.inputs) for case in cases(task(), "0")]
    assert (len(made), len(set(made))) == (8, 8)


def test_cases_follow_from_the_seed() -> None:
    assert cases(task(), "0") == cases(task(), "0") != cases(task(), "1")


def test_cases_are_plain_json() -> None:
    for case in cases(task(), "0"):
        assert json.loads(json.dumps(case.inputs, allow_nan=False)) == case.inputs


def test_expected_values_are_what_the_table_decides() -> None:
    for case in cases(task(), "0"):
        assert decide("rfa", **case.inputs).verdict == case.expected


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_cases_reach_both_limits(seed: str) -> None:
    assert {3, 5} <= {case.inputs["largest_diameter_cm"] for case in cases(task(), seed)}


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_the_model_answer_is_right_in_every_case(seed: str) -> None:
    assert all(judged(task(), case, called(task().model, case.inputs)) for case in cases(task(), seed))


@pytest.mark.parametrize("name", sorted(task().wrong))
def test_each_wrong_answer_fails_with_a_reason_that_names_the_case(name: str) -> None:
    made = [judged(task(), case, called(task().wrong[name], case.inputs)) for case in cases(task(), "0")]
    failed = [each.reason for each in made if not each]
    assert failed
    assert all(reason.startswith("fit(resectable=False, largest_diameter_cm=") for reason in failed)


def test_a_case_in_which_the_named_inputs_decide_nothing_is_left_out(bank: Path) -> None:
    rewrite(bank, 'table = "rfa"', 'inputs = ["largest_diameter_cm", "lesion_count", "resectable"]\ntable = "rfa"')
    made = cases(task(bank), "0")
    assert made
    assert all(set(case.inputs) == {"largest_diameter_cm", "lesion_count", "resectable"} for case in made)
    assert all(decide("rfa", **case.inputs).status != "undetermined" for case in made)


def test_a_function_may_be_the_oracle(bank: Path) -> None:
    text = (bank / FOLDER / "task.toml").read_text(encoding="utf-8")
    (bank / FOLDER / "task.toml").write_text(text[: text.index("[cases]")] + OF_A_FUNCTION, encoding="utf-8")
    made = cases(task(bank), "0")
    assert len(made) == 4
    assert all(case.expected == pytest.approx(case.inputs["lesion"] + 2 * case.inputs["margin"]) for case in made)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('table = "rfa"', 'oracle = "os:getcwd"\n[cases.arguments]', r"cases.oracle is 'os:getcwd'"),
        ('table = "rfa"', "", r"cases.table is 'both or neither'; accepted: exactly one of table and oracle"),
        ('"rule:large"', '"rule:lrage"', r"cases.targets is 'rule:lrage'; accepted: rule:surgery"),
        ("count = 8", "count = 0", r"cases.count is 0; accepted: a whole number from 1"),
        ('hints = ["Begin with the largest.", "At exactly 3 cm the answer is still suitable."]', "", r"hints is \[\]"),
        ("function", "funktion", r"funktion is 'fit'; accepted: the keys "),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_task_is_named(bank: Path, old: str, new: str, message: str) -> None:
    rewrite(bank, old, new)
    with pytest.raises(KnowledgeError, match=message):
        load_tasks(bank)


def test_a_task_needs_three_wrong_answers(bank: Path) -> None:
    (bank / FOLDER / "wrong/always-suitable.py").unlink()
    with pytest.raises(KnowledgeError, match=r"accepted: at least 3 files wrong/\*\.py"):
        load_tasks(bank)


def test_a_task_needs_its_model_answer(bank: Path) -> None:
    (bank / FOLDER / "model.py").unlink()
    with pytest.raises(KnowledgeError, match=r"model.py is .*; accepted: a file that can be read"):
        load_tasks(bank)


def test_what_no_drawn_patient_brings_is_asked_all_the_same() -> None:
    """Wrong answers of a task passed every case: no patient of its table had a quiet, pressed cord."""
    root = Path(__file__).parents[2] / "exercises"
    task = next(each for each in load_tasks(root).values() if each.slug == "where-the-beam-goes")

    for seed in map(str, range(5)):
        given = [case.inputs for case in cases(task, seed)]
        assert {"target": "spine", "symptomatic": False, "cord_compression_signs": True} in given
        assert len(given) == task.cases["count"]
