"""What a hand-in survives: where answers are found, whose they are, and what is said of those that do not count."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from netlearn.grader import Record, grade
from netlearn.grader.exercises import Exercises
from netlearn.grader.submission import find, fingerprint, read
from netlearn.handout.filling import filled
from netlearn.handout.keeping import named_sidecar, sidecar
from netlearn.handout.notebook import practice, release, written
from netlearn.items.answers import Answer, AnswerKey, as_json, to_file
from netlearn.items.answers_text import pack
from netlearn.items.item import Json
from tests.grader.classroom import settings

ROOT = Path(__file__).parents[1] / "items/examples"
SIZE, UNIT = "zone-to-ablate", "a-wrong-unit"
SECRET = b"of the course"
EARLY, LATE = "2026-11-20T08:00:00.000Z", "2026-11-20T09:00:00.000Z"


def answer(said: Any, at: str = "", *, slug: str = SIZE, seed: str = "0", chapter: str = "demo") -> Answer:
    return Answer(AnswerKey(chapter, slug, 1, seed), said, None, at)


def worked(answers: Mapping[str, Any], notebook: Json | None = None) -> Json:
    return filled(notebook or practice(ROOT, "demo"), answers, {})


def cleared(notebook: Json) -> Json:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    return notebook


def without_paste(notebook: Json, pasted: str = "") -> Json:
    notebook["cells"][-1]["source"] = [f'answers = "{pasted}"']
    return notebook


def recorded(notebook: Json, *answers: Answer) -> Json:
    """Put answers into the record, and nothing into the last cell."""
    outputs = [cell["outputs"] for cell in notebook["cells"] if "quiz" in cell["metadata"].get("netlearn", {})]
    outputs[0][-1]["metadata"] = {"netlearn": {"answers": as_json(answers)}}
    return notebook


def hand_in(path: Path, content: Json) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(content), encoding="utf-8")
    return path


def graded(path: Path, root: Path, secret: bytes | None = None) -> Record:
    return grade(path, settings(root, bank=Exercises(ROOT), secret=secret))


def given(record: Record) -> dict[str, Any]:
    return {each.key.slug: each.answer for each in record.given.answers}


# Where answers are found.


def test_the_last_cell_counts_where_outputs_were_cleared_and_it_is_said(tmp_path: Path):
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", cleared(worked({SIZE: "4 cm"}))), tmp_path)

    assert given(record) == {SIZE: "4 cm"}
    assert record.notes == (f"1 of its answers were read from its last cell: {SIZE}",)


def test_it_counts_too_where_all_metadata_are_gone(tmp_path: Path):
    bare = cleared(worked({SIZE: "4 cm"}))
    bare["metadata"] = {}
    for cell in bare["cells"]:
        cell["metadata"] = {}
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", bare), tmp_path)

    assert (record.chapter, given(record)) == ("demo", {SIZE: "4 cm"})


def test_it_counts_where_the_line_was_pasted_into_a_cell_of_text(tmp_path: Path):
    made = cleared(worked({}))
    made["cells"].append({"cell_type": "markdown", "metadata": {}, "source": f"answers: {pack([answer('4 cm')])}"})

    assert given(graded(hand_in(tmp_path / "ann/demo.ipynb", made), tmp_path)) == {SIZE: "4 cm"}


def test_a_line_that_was_cut_is_said_and_the_record_counts(tmp_path: Path):
    made = without_paste(worked({SIZE: "4 cm"}), pack([answer("5 cm")])[:-3])
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", made), tmp_path)

    assert given(record) == {SIZE: "4 cm"}
    assert "cut or changed" in record.notes[0]


@pytest.mark.parametrize(
    ("pasted", "counts"),
    [(LATE, "pasted"), ("2026-11-20T08:00:00.001Z", "pasted"), ("2026-11-20T07:59:59.999Z", "recorded")],
)
def test_of_the_record_and_the_last_cell_the_newer_counts(pasted: str, counts: str, tmp_path: Path):
    made = recorded(practice(ROOT, "demo"), answer("recorded", EARLY))
    path = hand_in(tmp_path / "ann/demo.ipynb", without_paste(made, pack([answer("pasted", pasted)])))

    assert given(graded(path, tmp_path)) == {SIZE: counts}


def test_where_nothing_tells_which_is_newer_the_last_cell_counts_and_a_note_says_so(tmp_path: Path):
    made = without_paste(recorded(practice(ROOT, "demo"), answer("recorded")), pack([answer("pasted")]))
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", made), tmp_path)

    assert given(record) == {SIZE: "pasted"}
    assert "disagree, and which is newer is not known" in record.notes[0]


def test_the_file_beside_a_notebook_counts_under_whatever_name_the_notebook_has(tmp_path: Path):
    path = hand_in(tmp_path / "ann/renamed (1).ipynb", practice(ROOT, "demo"))
    hand_in(sidecar(path.parent, "practice-demo"), {"release": "practice-demo", "answers": as_json([answer("4 cm")])})

    assert given(graded(path, tmp_path)) == {SIZE: "4 cm"}


def test_the_hidden_file_of_an_earlier_version_is_read(tmp_path: Path):
    path = hand_in(tmp_path / "ann/demo.ipynb", practice(ROOT, "demo"))
    hand_in(named_sidecar(path), {"answers": {SIZE: {"answer": "4 cm", "seed": "0", "version": 1, "number": 1}}})

    assert given(graded(path, tmp_path)) == {SIZE: "4 cm"}


def test_a_file_of_another_release_is_not_this_notebooks(tmp_path: Path):
    path = hand_in(tmp_path / "ann/demo.ipynb", practice(ROOT, "demo"))
    hand_in(sidecar(path.parent, "another"), {"release": "another", "answers": as_json([answer("4 cm")])})

    assert given(graded(path, tmp_path)) == {}


def test_where_the_notebooks_of_many_lie_in_one_folder_nobody_is_given_anothers_answers(tmp_path: Path):
    path = hand_in(tmp_path / "ann.ipynb", practice(ROOT, "demo"))
    hand_in(sidecar(tmp_path, "practice-demo"), {"release": "practice-demo", "answers": as_json([answer("4 cm")])})
    hand_in(tmp_path / "bob.json", to_file([answer("4 cm")]))

    assert given(graded(path, tmp_path)) == {}


def test_the_file_that_the_page_saved_counts_beside_a_notebook(tmp_path: Path):
    path = hand_in(tmp_path / "ann/demo.ipynb", recorded(practice(ROOT, "demo"), answer("old", EARLY)))
    hand_in(tmp_path / "ann/netlearn-answers.json", to_file([answer("new", LATE), answer("unit", slug=UNIT)]))
    record = graded(path, tmp_path)

    assert given(record) == {SIZE: "new", UNIT: "unit"}
    assert find(tmp_path) == (path,)
    assert "2 of its answers were read from netlearn-answers.json" in record.notes[0]


@pytest.mark.parametrize("name", ["ann/netlearn-answers.json", "ann.json"])
def test_the_file_that_the_page_saved_is_a_hand_in_by_itself_one_for_each_chapter(name: str, tmp_path: Path):
    hand_in(tmp_path / name, to_file([answer("4 cm"), answer("x", chapter="other")]))
    paths = find(tmp_path)

    assert [path.relative_to(tmp_path).as_posix() for path in paths] == [f"{name}/demo", f"{name}/other"]
    record = graded(paths[0], tmp_path)
    assert (record.learner, record.status, given(record)) == ("ann", "graded", {SIZE: "4 cm"})
    assert fingerprint(paths[0], tmp_path) == (record.path, record.digest)


def test_a_file_of_answers_that_cannot_be_read_is_said(tmp_path: Path):
    path = hand_in(tmp_path / "ann/demo.ipynb", practice(ROOT, "demo"))
    (tmp_path / "ann/netlearn-answers.json").write_text('{"schema": 2, "cour')

    assert "netlearn-answers.json could not be read" in graded(path, tmp_path).notes[0]


def test_a_newer_file_beside_a_notebook_is_another_submission(tmp_path: Path):
    path = hand_in(tmp_path / "ann/demo.ipynb", practice(ROOT, "demo"))
    before = fingerprint(path, tmp_path)
    hand_in(tmp_path / "ann/netlearn-answers.json", to_file([answer("4 cm")]))

    assert fingerprint(path, tmp_path) != before
    assert fingerprint(path, tmp_path)[1] == read(path, tmp_path).digest


# Whose it is.


def anns(answers: Mapping[str, Any]) -> Json:
    return worked(answers, release(ROOT, "demo", "ann", SECRET, "2026"))


@pytest.mark.parametrize(
    "name", ["Ann Example_40321_assignsubmission_file_/demo.ipynb", "ann (1).ipynb", "Ann/demo.ipynb"]
)
def test_a_signed_notebook_is_its_learners_under_whatever_name(name: str, tmp_path: Path):
    record = graded(hand_in(tmp_path / name, anns({SIZE: "4 cm"})), tmp_path, SECRET)

    assert (record.learner, given(record)) == ("ann", {SIZE: "4 cm"})
    assert "the notebook is that of ann" in record.notes[0]
    assert not any("another" in note for note in record.notes)


@pytest.mark.parametrize("change", [{"learner": "bob"}, {"signed": "0" * 16}, {"signed": None}, {"learner": ["ann"]}])
def test_a_notebook_that_is_not_signed_is_that_of_its_folder_and_graded_for_nobody(change: Json, tmp_path: Path):
    made = anns({SIZE: "4 cm"})
    made["metadata"]["netlearn"]["exercises"].update(change)
    record = graded(hand_in(tmp_path / "bob/demo.ipynb", made), tmp_path, SECRET)

    assert (record.learner, record.status) == ("bob", "refused")
    assert "a person has to say" in record.reason


def test_answers_to_other_variants_do_not_take_the_place_of_a_learners_own(tmp_path: Path):
    path = hand_in(tmp_path / "ann/demo.ipynb", anns({SIZE: "4 cm"}))
    hand_in(tmp_path / "ann/netlearn-answers.json", to_file([answer("practised", LATE)]))
    record = graded(path, tmp_path, SECRET)

    assert (given(record), record.status) == ({SIZE: "4 cm"}, "graded")
    assert "1 answers in netlearn-answers.json are to other variants" in record.notes[0]


def test_a_record_of_an_earlier_version_is_read(tmp_path: Path):
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", worked({SIZE: "4 cm"})), tmp_path)
    old = json.loads(json.dumps(record.to_json()))
    old["given"]["answers"] = {SIZE: {"answer": "4 cm", "confidence": None, "seed": "0", "version": 1}}
    for result in old["results"]:
        key = AnswerKey.read(result.pop("key"))
        result |= {"slug": key.slug, "version": key.version}  # and no seed

    assert Record.from_json(old) == record


def test_the_key_of_a_result_can_be_read_from_its_record(tmp_path: Path):
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", worked({SIZE: "4 cm"})), tmp_path)
    (result,) = (each for each in record.results if each.slug == SIZE)

    assert result.key == record.given.answers[0].key
