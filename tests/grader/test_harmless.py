"""Text that a learner controls, in every file that is written: harmless to its readers, and it stops nothing."""

import csv
import json
from pathlib import Path

import pytest

from netlearn.grader.outputs.feedback import file_name, write_feedback
from netlearn.grader.outputs.gradebook import write_gradebook
from netlearn.grader.outputs.harmless import cell, text
from netlearn.grader.outputs.statistics_page import write_statistics
from netlearn.grader.outputs.tables import write_answers, write_grades, write_records
from netlearn.grader.outputs.writing import replacing
from netlearn.grader.record import Record, Responses, Run
from netlearn.items.answers import AnswerKey
from tests.grader.test_files import result, rows

BAD = [
    "\ud800",
    "\udfff",
    "a\0b",
    "\x1b[31mred",
    "\x07",
    "\u202eevil",
    "\u2066x",
    "a\u2028b",
    "\ufeffx",
    "\x85",
    "\x7f",
]
HIDDEN = set("".join(BAD)) - set("abvxredil[31m")


@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_shown_is_written_as_an_escape(bad: str):
    assert not HIDDEN & set(text(bad))
    assert text(bad).encode()


@pytest.mark.parametrize(
    "good",
    [
        "Zo\u00eb",
        "\u05d3\u05e0\u05d4",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "a\nb\tc",
        "\u6c34 \U0001f468\u200d\u2695\ufe0f",
    ],
)
def test_names_of_any_script_stay_as_they_are(good: str):
    assert text(good) == good


@pytest.mark.parametrize(
    "formula",
    [
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "\u22121",
        "\u200c=1",
        "\u00ad=1",
        " \t@x",
        "a;=1",
        "a;\uff1d1",
        "a\n+1",
        "a\t-1",
        "a\r\n=1",
    ],
)
def test_no_part_of_a_cell_begins_as_a_formula_does(formula: str):
    written = cell(formula)

    assert "'" in written
    assert written.replace("'", "") == formula


@pytest.mark.parametrize("hidden", ["\0=1", "\x1b=1", "\ufeff=1", "\u200b=1", "\u2060=1"])
def test_a_hidden_character_before_a_formula_is_written_out(hidden: str):
    assert cell(hidden).startswith("\\")


@pytest.mark.parametrize("plain", ["a=1", "a - b", "1; 2", "x, -1", "50 %", "a;b=1"])
def test_what_is_no_formula_stays(plain: str):
    assert cell(plain) == plain


def hostile(bad: str) -> Record:
    """A record all of whose texts a learner wrote."""
    run = Run(AnswerKey("demo", "task", 1, "0"), "c", "graded", bad, (("value", bad),), bad)
    made = result("where", "0", feedback=(f"You chose {bad}.",), chosen=bad)
    return Record(f"n{bad}", f"{bad}/x.ipynb", "d", "graded", "demo", bad, (made,), (bad,), given=Responses((), (run,)))


@pytest.mark.parametrize("bad", BAD)
def test_every_file_is_written_for_everybody_whatever_one_learner_wrote(bad: str, tmp_path: Path):
    records = [hostile(bad), Record("zed", "zed/x.ipynb", "d", "graded", "demo", results=(result("where"),))]
    write_grades(tmp_path / "grades.csv", records)
    write_answers(tmp_path / "answers.csv", records)
    write_records(tmp_path / "records.jsonl", records)
    write_feedback(tmp_path / "feedback", records, lambda chapter, slug: slug)
    write_statistics(tmp_path, records)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert rows(tmp_path / "grades.csv")[2][0] == "zed"
    assert len(files) == 7
    assert not [path for path in files if HIDDEN & set(path.read_text(encoding="utf-8-sig"))]
    (first, _) = map(json.loads, (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines())
    assert Record.from_json(first).given.runs[0].returned == (("value", bad),)


def test_a_gradebook_takes_all_of_a_class(tmp_path: Path):
    pytest.importorskip("nbgrader", reason="the optional extra 'grade' is not installed")
    records = [*map(hostile, BAD), Record("zed", "zed/x.ipynb", "d", "graded", "demo", results=(result("where"),))]

    assert write_gradebook(records, f"sqlite:///{tmp_path}/gradebook.db").submissions == len(records)


def test_two_learners_whose_names_differ_only_in_bytes_have_two_pages():
    names = [b"caf\xe9", rb"caf\xe9", rb"caf\\xe9", "caf\u00e9".encode(), "cafe\u0301".encode()]
    from netlearn.grader.files import text_of

    written = [text_of(name.decode("utf-8", "surrogateescape")) for name in names]
    assert len({file_name(Record(name, f"{name}/x.ipynb", "", "graded")) for name in written}) == len(names)


def test_a_page_of_a_hand_in_that_is_gone_goes_and_what_others_put_there_stays(tmp_path: Path):
    ann, bob = (Record(name, f"{name}.ipynb", "", "graded") for name in ("ann", "bob"))
    write_feedback(tmp_path, [ann, bob], lambda chapter, slug: slug)
    (tmp_path / "mine.html").touch()
    write_feedback(tmp_path, [bob], lambda chapter, slug: slug)

    assert {path.name for path in tmp_path.iterdir()} == {file_name(bob), "mine.html"}


def test_a_file_is_there_whole_or_as_it_was(tmp_path: Path):
    path = tmp_path / "grades.csv"
    path.write_text("before", encoding="utf-8")

    def stopped() -> None:
        with replacing(path) as file:
            file.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert [each.name for each in tmp_path.iterdir()] == ["grades.csv"]
    assert path.read_text(encoding="utf-8") == "before"
    with replacing(path) as file:
        csv.writer(file).writerow(["after"])
    assert path.read_bytes() == b"after\r\n"
