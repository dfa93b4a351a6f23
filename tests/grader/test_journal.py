"""Damaged journals: a sentence with the file, the line and what to do; no record is dropped without a word."""

import json
from pathlib import Path

import pytest

from netlearn.errors import NetlearnError
from netlearn.grader.journal import mark_of, opened, read, set_aside
from netlearn.grader.record import Record

SECRET = b"of the course"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Three records, on lines 2 to 4."""
    path = tmp_path / "grades/journal.jsonl"
    with opened(path, "d", SECRET) as writing:
        for name in ("ann", "bob", "cy"):
            writing.add(Record(name, f"{name}.ipynb", "1", "graded", "demo"))
    return path


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()


def without(line: bytes, name: str) -> bytes:
    return json.dumps({key: value for key, value in json.loads(line).items() if key != name}).encode()


DAMAGE = {
    "a line cut in the middle": (3, lambda line: line[: len(line) // 2], "line 3 is damaged: it is no JSON"),
    "an empty line": (3, lambda line: b"", "line 3 is damaged"),
    "null bytes": (2, lambda line: b"\0" * len(line), "line 2 is damaged"),
    "a field less": (4, lambda line: without(line, "given"), "line 4 is damaged: 'given' is missing"),
    "a field of another type": (4, lambda line: line.replace(b'"results": []', b'"results": [7]'), "line 4 is damaged"),
    "an unknown field": (2, lambda line: line.replace(b'"learner"', b'"lerner"'), "line 2 is damaged"),
    "no object": (2, lambda line: b"[1]", "line 2 is damaged"),
    "no head": (1, lambda line: b"{}", "line 1 is not the head"),
    "a record for a head": (1, lambda line: b'{"learner": "ann"}', "line 1 is not the head"),
    "a head that is no text": (1, lambda line: b"\xff\xfe", "line 1 is damaged"),
    "nested": (2, lambda line: b"[" * 100_000, "line 2 is damaged"),
}


@pytest.mark.parametrize("name", DAMAGE)
@pytest.mark.parametrize("way", ["opened", "read"])
def test_damage_is_told_by_file_and_line_with_what_to_do(name: str, way: str, journal: Path):
    number, damage, said = DAMAGE[name]
    data = lines(journal)
    data[number - 1] = damage(data[number - 1])
    journal.write_bytes(b"\n".join(data) + b"\n")

    with pytest.raises(NetlearnError, match="--restart") as refused:
        if way == "read":
            read(journal)
        else:
            with opened(journal, "d", SECRET):
                pass
    assert f"{journal}: {said}" in str(refused.value)


def test_what_a_killed_run_left_half_written_is_written_anew(journal: Path):
    journal.write_bytes(journal.read_bytes()[:-9])
    with opened(journal, "d", SECRET) as writing:
        assert [path for path, _ in writing.records] == ["ann.ipynb", "bob.ipynb"]
        writing.add(Record("cy", "cy.ipynb", "1", "graded", "demo"))

    assert len(read(journal)[0]) == 3


def test_an_empty_journal_is_no_journal_to_grade_again(tmp_path: Path):
    (tmp_path / "journal.jsonl").touch()
    with pytest.raises(NetlearnError, match="it is empty"):
        read(tmp_path / "journal.jsonl")


def test_the_secret_is_known_again_and_is_not_in_it(journal: Path):
    assert read(journal)[1] == mark_of(SECRET) != mark_of(b"another")
    assert SECRET not in journal.read_bytes()


def test_a_journal_from_before_there_was_a_mark_has_none(journal: Path):
    head, *rest = lines(journal)
    journal.write_bytes(b"\n".join([without(head, "secret"), *rest]) + b"\n")

    assert read(journal)[1] is None


def test_a_copy_gets_the_next_free_name(journal: Path):
    (journal.parent / "journal.1.jsonl").touch()

    assert set_aside(journal).name == "journal.2.jsonl"
