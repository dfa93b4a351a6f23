"""A new kind takes one Python file and one JavaScript file: here both are added, and all else works with them."""

from pathlib import Path

import pytest

from netlearn.errors import InputError
from netlearn.grader.exercises import Exercises
from netlearn.grader.outputs.qti import write_qti
from netlearn.handout.notebook import practice
from netlearn.items import Item, generate, grade, load_items, parse, pool
from netlearn.items.bank import chosen, load_objectives
from netlearn.items.coverage import by_objective, by_rule
from netlearn.items.grading import right_answer
from netlearn.items.kinds import kinds
from netlearn.items.variant import Variant
from netlearn.widgets.quiz import quiz_html
from netlearn.widgets.quiz_data import quiz_data
from tests.items.toy_kind import CHAPTER, KIND, SLUG, toy_bank

__all__ = ["toy_bank"]


def item(bank: Path) -> Item:
    return load_items(bank)[f"{SLUG}@1"]


def variant(bank: Path) -> Variant:
    return generate(item(bank), "0")


def test_it_is_found_because_it_is_there(toy_bank: Path) -> None:
    assert KIND in kinds()


def test_it_is_gone_with_its_files() -> None:
    assert KIND not in kinds()


def test_the_bank_reads_an_item_of_it(toy_bank: Path) -> None:
    assert (item(toy_bank).kind, item(toy_bank).body["holds"]) == (KIND, True)


def test_its_variants_follow_from_their_seeds(toy_bank: Path) -> None:
    assert {each.stem for each in pool(item(toy_bank), map(str, range(9)))} == set(item(toy_bank).body["stems"])


def test_an_answer_is_read(toy_bank: Path) -> None:
    assert parse(variant(toy_bank), "no") == "no"


def test_what_is_no_answer_is_refused(toy_bank: Path) -> None:
    with pytest.raises(InputError, match="accepted: yes, no"):
        parse(variant(toy_bank), "perhaps")


@pytest.mark.parametrize(
    ("answer", "result"), [("yes", "right"), ("no", "wrong"), ("perhaps", "format-error"), ("dont-know", "dont-know")]
)
def test_an_answer_is_graded(toy_bank: Path, answer: str, result: str) -> None:
    assert grade(variant(toy_bank), answer).result == result


def test_a_right_answer_is_known(toy_bank: Path) -> None:
    assert right_answer(variant(toy_bank)) == "yes"


def test_the_notebook_asks_it(toy_bank: Path) -> None:
    about = practice(toy_bank, CHAPTER)["metadata"]["netlearn"]["exercises"]
    assert about["items"] == [[SLUG, 1, "0"]]


def test_the_grader_grades_it(toy_bank: Path) -> None:
    bank = Exercises(toy_bank)
    made = bank.generate(CHAPTER, SLUG, 1, "0")
    assert made is not None and bank.grade(made, "yes").result == "right"


def test_a_learning_system_asks_it(toy_bank: Path, tmp_path: Path) -> None:
    assert write_qti(toy_bank, CHAPTER, tmp_path / "toy.zip").items == (f"{CHAPTER}/{SLUG}@1",)


def test_the_page_gets_its_variants_with_their_right_answers(toy_bank: Path) -> None:
    (entry,) = quiz_data(CHAPTER, chosen(CHAPTER, (), toy_bank))["items"]
    assert entry["answers"] == ["yes"] * len(entry["variants"])


def test_paper_has_its_answer_in_words(toy_bank: Path) -> None:
    assert "<b>yes</b>" in quiz_html(quiz_data(CHAPTER, chosen(CHAPTER, (), toy_bank)))


def test_it_is_counted_under_its_objective(toy_bank: Path) -> None:
    (row,) = by_objective(load_objectives(toy_bank / CHAPTER).values(), [item(toy_bank)])
    assert row["items"] == [f"{SLUG}@1"]


def test_it_asks_no_table(toy_bank: Path) -> None:
    assert not any(row["items"] for row in by_rule([item(toy_bank)]))
