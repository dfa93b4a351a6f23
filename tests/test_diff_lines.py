"""How one difference is told: a record, a file, a rule, a value that is nothing, an answer that cannot be had."""

from pathlib import Path

import pytest

from netlearn.diff.changes import Edit, shown
from netlearn.diff.report import case_lines, edit_lines, file_lines
from netlearn.diff.snapshot import Question, answers, flat
from netlearn.errors import KnowledgeError


def test_list_of_records_goes_by_id_and_plain_list_is_one_value():
    assert flat({"rows": [{"id": "a", "n": 1}], "words": ["x", "y"]}) == {
        "rows.a.id": "a",
        "rows.a.n": 1,
        "words": ["x", "y"],
    }


def test_new_file_is_one_line():
    edits = [Edit("cases/two.toml", key, "new") for key in ("slug", "title")]

    assert list(file_lines("cases/two.toml", edits, {"doses.toml"})) == [
        "[bold]cases/two.toml[/bold] [green]new[/green], values: 2"
    ]
    assert len(list(file_lines("cases/two.toml", edits, {"cases/two.toml"}))) == 3


def test_edit_of_spaces_only_says_so():
    edit = Edit("rule", "large", "changed", (("because", "over 5 cm", "over 5\xa0cm"),))

    assert list(edit_lines(edit))[1:] == ["  because: only its spaces"]


def test_nothing_is_shown_as_a_dash():
    assert [shown(value) for value in (None, "", (), {})] == ["–"] * 4


@pytest.mark.parametrize(
    ("table", "answer"),
    [("rfa", "not to be read: doses.toml: a key is missing"), ("no-table", "no such table")],
)
def test_answer_that_an_older_file_prevents_is_not_a_missing_table(monkeypatch, table, answer):
    """A table that is there, but whose question cannot be read by today's code, is said to be unreadable, with why."""

    def unreadable(*args):
        raise KnowledgeError("doses.toml: a key is missing")

    monkeypatch.setattr("netlearn.clinic.cases.answer", unreadable)

    assert answers([Question("one", table, "2026", {})]) == {"one": answer}


def test_a_case_whose_answer_changes_names_where_it_is_told(tmp_path: Path) -> None:
    told = {
        "chapters/03.3-ablation.ipynb": '"patient": "vera@3.3"',
        "exercises/03.3-ablation/items/heat.toml": 'cases = ["vera@3.3"]',
        "netlearn/knowledge/plays/later.toml": 'case = "vera@3.35"',
    }
    for name, text in told.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert list(case_lines(Edit("case", "vera@3.3, rfa, 2026", "changed"), tmp_path))[-1] == (
        "  told in: chapters/03.3-ablation.ipynb; exercises/03.3-ablation/items/heat.toml; "
        "read what is said there of the answer"
    )
