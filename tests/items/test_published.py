"""A published item is superseded, never edited."""

import json
import re
from pathlib import Path

import pytest

from netlearn.errors import KnowledgeError
from netlearn.items.published import check_published, publish
from tests.items.test_load import bank, edit

__all__ = ["bank"]


@pytest.fixture
def published(bank: Path) -> Path:
    """The bank with one item and its task published and on record."""
    edit(bank, "share-type-three", 'status = "draft"', 'status = "published"')
    task = bank / "demo/tasks/fit-for-ablation/task.toml"
    task.write_text(task.read_text(encoding="utf-8").replace('"draft"', '"published"'), encoding="utf-8")
    publish(bank)
    return bank


def test_publishing_records_what_is_published_and_no_draft(published: Path) -> None:
    record = json.loads((published / "published.json").read_text(encoding="utf-8"))
    assert list(record) == ["share-type-three@1", "task:fit-for-ablation@1"]
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in record.values())


def test_what_is_on_record_and_unchanged_passes(published: Path) -> None:
    check_published(published)


def test_publishing_again_adds_nothing(published: Path) -> None:
    assert publish(published) == ()


def test_a_comment_or_another_layout_is_no_edit(published: Path) -> None:
    edit(published, "share-type-three", "version = 1", "version   =   1  # the first")
    check_published(published)


@pytest.mark.parametrize("act", [check_published, publish])
def test_an_edited_word_is_refused(published: Path, act: object) -> None:
    edit(published, "share-type-three", "Which type of liver", "Which kind of liver")
    before = (published / "published.json").read_text(encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"share-type-three@1 was edited"):
        act(published)  # type: ignore[operator]
    assert (published / "published.json").read_text(encoding="utf-8") == before


def test_an_edited_wrong_answer_of_a_task_is_refused(published: Path) -> None:
    (published / "demo/tasks/fit-for-ablation/wrong/always-suitable.py").write_text("pass\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"task:fit-for-ablation@1 was edited"):
        check_published(published)


def test_a_published_item_may_not_go_back_to_draft(published: Path) -> None:
    edit(published, "share-type-three", 'status = "published"', 'status = "draft"')
    with pytest.raises(KnowledgeError, match=r"share-type-three@1 is on record"):
        check_published(published)


def test_a_published_item_that_is_not_on_record_is_refused(published: Path) -> None:
    edit(published, "ways-to-destroy", 'kind = "multiple"', 'kind = "multiple"\nstatus = "published"')
    with pytest.raises(KnowledgeError, match=r"ways-to-destroy@1 not on record"):
        check_published(published)


@pytest.mark.parametrize("text", ["[]", "{", '{"a": 1}'])
def test_a_broken_record_is_named(bank: Path, text: str) -> None:
    (bank / "published.json").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^published.json: "):
        check_published(bank)
