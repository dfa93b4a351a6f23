"""A class's hand-ins as Moodle, Canvas, nbgrader and people's archives arrange them: each is read as its learner's."""

import json
import unicodedata
import zipfile
from pathlib import Path

import pytest

from netlearn.grader import grade
from netlearn.grader.layouts import class_folder
from netlearn.grader.submission import find, fingerprint, read
from tests.grader.classroom import CHAPTER, notebook, settings

NOTEBOOK = json.dumps(notebook()).encode()
MAC = b"\0\5\x16\7\0\2\0\0Mac OS X"
ZOE = "Zo\u00eb"
PIECES = unicodedata.normalize("NFD", "Chlo\u00e9")
EXCHANGE = "{}+{}+{} 10:00:00 UTC+x1/{}.ipynb"

LAYOUTS = {
    "Moodle": ({"Ann Example_40321_assignsubmission_file_/x.ipynb": "Ann Example_40321_assignsubmission_file_"}),
    "Canvas": {"exampleann_4_8_x.ipynb": "exampleann_4_8_x", "obrienc_LATE_5_9_x-1.ipynb": "obrienc_LATE_5_9_x-1"},
    "nbgrader, collected": {f"ann/{CHAPTER}/{CHAPTER}.ipynb": "ann", f"bob/{CHAPTER}/{CHAPTER}.ipynb": "bob"},
    "nbgrader, one learner": {f"ann/{CHAPTER}/{CHAPTER}.ipynb": "ann"},
    "nbgrader's exchange": {EXCHANGE.format("ann", CHAPTER, "2026-11-01", CHAPTER): "ann"},
    "a second download": {"ann (1).ipynb": "ann (1)", "ann/x (2).ipynb": "ann"},
    "one extra folder": {"class 7/ann/x.ipynb": "ann", "class 7/bob/x.ipynb": "bob"},
    "one learner in parts": {"ann/x.ipynb": "ann", "ann/more/y.ipynb": "ann"},
    "cases": {"Ann/X.IPYNB": "Ann"},
    "forms": {f"{ZOE}/x.ipynb": ZOE, f"{PIECES}/x.ipynb": PIECES},
}  # fmt: skip


def laid_out(root: Path, paths: list[str]) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(MAC if "._" in path else NOTEBOOK)
    return root


def packed(archive: Path, paths: list[str]) -> Path:
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for path in paths:
            opened.writestr(path, MAC if "._" in path else NOTEBOOK)
    return archive


def learners(root: Path) -> list[str]:
    root = class_folder(root)
    records = [grade(path, settings(root)) for path in find(root)]
    assert {record.status for record in records} <= {"graded"}
    return [record.learner for record in records]


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_is_that_of_the_learner_whom_its_place_names(name: str, tmp_path: Path):
    assert sorted(learners(laid_out(tmp_path / "in", list(LAYOUTS[name])))) == sorted(LAYOUTS[name].values())


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_in_a_zip_that_a_mac_made_beside_its_litter(name: str, tmp_path: Path):
    paths = list(LAYOUTS[name])
    litter = [f"__MACOSX/{path.rpartition('/')[0]}/._{path.rpartition('/')[2]}" for path in paths]
    archive = packed(tmp_path / "in/class.zip", [*paths, *litter, "ann/.ipynb_checkpoints/x.ipynb"])
    wanted = sorted(LAYOUTS[name].values())

    if name == "one extra folder":  # in a zip nothing tells it from a learner's
        wanted = ["class 7", "class 7"]
    assert sorted(learners(archive)) == sorted(learners(archive.parent)) == wanted


def test_zips_beside_one_another_are_each_a_learners(tmp_path: Path):
    for name in ("ann", "bob"):
        packed(tmp_path / f"in/{name}.zip", ["work/x.ipynb"])

    assert learners(tmp_path / "in") == ["ann", "bob"]


def test_a_zip_in_a_learners_folder_is_that_learners(tmp_path: Path):
    packed(tmp_path / "in/ann/work.zip", ["x/y.ipynb"])
    laid_out(tmp_path / "in", ["bob/x.ipynb"])

    assert learners(tmp_path / "in") == ["ann", "bob"]


def test_of_an_exchange_the_newest_counts(tmp_path: Path):
    paths = [EXCHANGE.format("ann", CHAPTER, day, CHAPTER) for day in ("2026-11-02", "2026-11-10", "2026-10-30")]
    laid_out(tmp_path, [*paths, EXCHANGE.format("ann", "other", "2026-01-01", "other")])

    assert ["2026-11-10" in str(path) or "other" in str(path) for path in find(tmp_path)] == [True, True]


@pytest.mark.parametrize("name", ["exampleann_1_2_report.html", "ann.pdf", "bob_1_2_notes.txt", "cy.docx"])
def test_a_file_that_is_no_notebook_is_somebodys_all_the_same(name: str, tmp_path: Path):
    (tmp_path / name).write_text("<!doctype html><p>what I did")
    (path,) = find(tmp_path)
    record = grade(path, settings(tmp_path))

    assert (record.learner, record.status) == (Path(name).stem, "unreadable")
    assert "a web page and no notebook" in record.reason


def test_a_list_beside_the_folders_is_nobodys(tmp_path: Path):
    (tmp_path / "learners.txt").write_text("ann\n")

    assert find(tmp_path) == ()


def test_a_zip_without_a_notebook_is_somebodys(tmp_path: Path):
    packed(tmp_path / "ann.zip", ["photo.png"])
    packed(tmp_path / "bob.zip", ["x.ipynb"])
    (tmp_path / "cy.zip").write_bytes(b"PK\x03\x04 and no more")
    records = [grade(path, settings(tmp_path)) for path in find(tmp_path)]

    assert [(r.learner, r.status) for r in records] == [("ann", "unreadable"), ("bob", "graded"), ("cy", "unreadable")]


@pytest.mark.parametrize("name", ["../x.ipynb", "/etc/x.ipynb", "a/../../x.ipynb", "C:/x.ipynb", "..\\x.ipynb"])
def test_a_name_that_leads_out_of_a_zip_is_not_followed(name: str, tmp_path: Path):
    packed(tmp_path / "ann.zip", [name])

    assert [path.name for path in find(tmp_path)] == ["ann.zip"]


def test_a_member_that_unpacks_to_too_much_is_not_read(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "ann.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("x.ipynb", b" " * 11 * 2**20)
    (path,) = find(tmp_path)

    assert "at most 10485760 are read" in read(path, tmp_path).unreadable


def test_the_fingerprint_of_a_member_is_that_of_the_submission(tmp_path: Path):
    packed(tmp_path / "class.zip", ["ann/x.ipynb"])
    (path,) = find(tmp_path / "class.zip")
    record = grade(path, settings(tmp_path / "class.zip"))

    assert fingerprint(path, tmp_path / "class.zip") == (record.path, record.digest)
