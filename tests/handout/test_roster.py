"""Class lists as office programs, learning systems and people write them."""

import unicodedata
from pathlib import Path

import pytest

from netlearn.errors import NetlearnError
from netlearn.handout.roster import Enrolled, read_roster

ZOE = "Zo\u00eb"


def read(root: Path, data: bytes | str) -> tuple[Enrolled, ...]:
    (root / "class.txt").write_bytes(data.encode() if isinstance(data, str) else data)
    return read_roster(root / "class.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_is_read_in_the_encoding_in_which_it_was_saved(encoding: str, end: str, tmp_path: Path):
    assert read(tmp_path, end.join([ZOE, "", " bob ", ""]).encode(encoding)) == (Enrolled(ZOE), Enrolled("bob"))


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_either_order_of_utf_16_is_read(order: str, tmp_path: Path):
    assert read(tmp_path, f"\ufeff{ZOE}\n".encode(order)) == (Enrolled(ZOE),)


def test_a_name_in_pieces_as_a_mac_writes_it_is_the_one_in_one(tmp_path: Path):
    assert read(tmp_path, unicodedata.normalize("NFD", ZOE)) == (Enrolled(ZOE),)


@pytest.mark.parametrize(
    "text",
    [
        "id,name\nann,Ann Example\n",
        "Student;ID\nAnn Example;ann\n",
        "First name\tSurname\tUsername\tEmail address\nAnn\tExample\tann\ta@example.org\n",
        "name,learner\r\nAnn Example,ann\r\n",
        "ann,Ann Example\n",
        "ann;Ann;Example\n",
    ],
)
def test_an_id_and_a_name_are_told_apart(text: str, tmp_path: Path):
    assert read(tmp_path, text) == (Enrolled("ann", "Ann Example"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ann\nAnn\n", "'ann' and 'Ann', which a computer may take for one"),
        ("ann\nann\n", "'ann' twice"),
        (f"{ZOE}\n{unicodedata.normalize('NFD', ZOE.upper())}\n", "which a computer may take for one"),
        ("name\nAnn\n", "no column tells learners apart"),
        ("id,name\n,Ann\n", "line 2 has nothing under 'id'"),
        (b"PK\x03\x04\0\0\0", "is no text"),
    ],
)
def test_what_could_be_meant_in_two_ways_is_refused_in_one_sentence(text: str | bytes, said: str, tmp_path: Path):
    with pytest.raises(NetlearnError, match="accepted: ") as refused:
        read(tmp_path, text)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
