"""What a run writes: the spreadsheet, the records, the pages for learners, the statistics of the items."""

import csv
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from netlearn.grader.outputs.feedback import file_name, page, write_feedback
from netlearn.grader.outputs.harmless import cell
from netlearn.grader.outputs.statistics import item_statistics
from netlearn.grader.outputs.statistics_page import write_statistics
from netlearn.grader.outputs.tables import write_answers, write_grades, write_records
from netlearn.grader.record import Record, Responses, Result, Run
from netlearn.items.answers import Answer, AnswerKey

KEY = AnswerKey("demo", "a", 1, "0")


def result(slug: str = "where", score: str = "1", **more: Any) -> Result:
    said = "right" if score == "1" else "wrong" if score == "0" else "partly"
    key = AnswerKey("demo", slug, 1, "0")
    return Result(**{"key": key, "kind": "choice", "result": said, "score": Fraction(score), **more})


def record(learner: str = "ann", *results: Result, **more: Any) -> Record:
    return Record(learner, f"{learner}.ipynb", "d", **{"status": "graded", "results": results, **more})


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00a0=1", "|calc", "\n=1"])
def test_text_that_a_spreadsheet_could_run_is_quoted(text: str):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(("value", "written"), [(-1.5, "-1.5"), ("ann", "ann"), ("a=1", "a=1"), ("", "")])
def test_other_cells_are_written_as_they_are(value: object, written: str):
    assert cell(value) == written


def test_the_spreadsheet_has_a_row_for_each_record_and_a_column_for_each_item(tmp_path: Path):
    records = [record("ann", result("a"), result("b", "2/3")), record("=bob\nx", result("b", "0"))]
    write_grades(tmp_path / "grades.csv", records)
    head, ann, bob = rows(tmp_path / "grades.csv")

    assert head[:8] == ["learner", "path", "chapter", "status", "score", "of", "demo/a@1", "demo/b@1"]
    assert ann[:8] == ["ann", "ann.ipynb", "", "graded", "1.6667", "2", "1.0", "0.6667"]
    assert bob[0] == "'=bob\nx"
    assert bob[6:8] == ["", "0.0"]


def test_items_of_two_chapters_or_versions_have_columns_of_their_own(tmp_path: Path):
    keys = [AnswerKey("demo", "a", 1, "0"), AnswerKey("other", "a", 1, "0"), AnswerKey("demo", "a", 2, "0")]
    write_grades(tmp_path / "grades.csv", [record(f"l{n}", result(key=key)) for n, key in enumerate(keys)])

    assert rows(tmp_path / "grades.csv")[0][6:9] == ["demo/a@1", "other/a@1", "demo/a@2"]


def test_every_answer_is_a_row_under_its_key(tmp_path: Path):
    write_answers(tmp_path / "answers.csv", [record("ann", result(key=AnswerKey("demo", "a", 2, "ab12")))])
    head, ann = rows(tmp_path / "answers.csv")

    assert dict(zip(head, ann, strict=True))["key"] == "demo/a@2#ab12"
    assert AnswerKey.read(ann[1]).seed == "ab12"


def test_versions_of_an_item_have_statistics_of_their_own():
    versions = [record("ann", result(key=AnswerKey("demo", "a", version, "0"))) for version in (1, 2)]

    assert [item.item for item in item_statistics(versions)] == ["demo/a@1", "demo/a@2"]


def test_a_record_from_before_results_had_keys_is_read():
    made = record("ann", result("a"), chapter="demo", given=Responses((), (Run(KEY, "", "graded", "", ()),)))
    old = made.to_json()
    for part in (*old["results"], *old["given"]["runs"]):
        part |= {"slug": "a", "version": 1}
        del part["key"]

    assert Record.from_json(old) == made


def test_text_that_no_file_can_hold_is_written_with_escapes(tmp_path: Path):
    write_grades(tmp_path / "grades.csv", [record("\ud800")])

    assert rows(tmp_path / "grades.csv")[1][0] == "\\ud800"


def test_the_records_are_exact(tmp_path: Path):
    made = record("änn", result("a", "1/3", feedback=("Not \ud800.",)))
    write_records(tmp_path / "r.jsonl", [made])
    (line,) = (tmp_path / "r.jsonl").read_text().splitlines()

    assert Record.from_json(json.loads(line)) == made


def title(chapter: str, slug: str) -> str:
    return f"About <{slug}>"


def test_a_page_gives_score_and_feedback():
    text = page(record("ann", result("a", "2/3", feedback=("Nearly.",), evidence=("2-20",))), title)

    assert "Score: 2/3 of 1." in text
    assert "Partly right: 2/3 of 1" in text
    assert "<li>Nearly.</li>" in text
    assert "Evidence: 2-20" in text
    assert "Answer demo/a@1#0" in text


def test_whatever_others_wrote_is_escaped_on_a_page():
    bad = "<script>alert(1)</script>"
    run = Run(AnswerKey("demo", "a", 1, "0"), "", "died", bad, (), output=bad)
    made = record(
        bad, result("a", feedback=(bad,)), status="died", reason=bad, notes=(bad,), given=Responses({}, (run,))
    )
    text = page(made, title)

    assert "<script" not in text
    assert text.count("&lt;script&gt;alert(1)") == 7  # title, heading, path, reason, note, feedback, output
    assert "About &lt;a&gt;" in text


def test_a_page_shows_the_question_the_own_answer_and_where_the_evidence_stands():
    answered = Answer(KEY, "x")
    made = record("ann", result("a", "0", evidence=("2-20", "no-such")), given=Responses((answered,)))
    asked = {(KEY, "x"): (("Which <drug>?", "Given."), "the <first>")}
    text = page(made, title, shown_by=lambda *what: asked[what], book="https://example.org/course/")

    assert "<p>Which &lt;drug&gt;?</p><p>Given.</p><p>Your answer: <strong>the &lt;first&gt;</strong></p>" in text
    assert '<a href="https://example.org/course/book/evidence.html#ev-2-20">2-20</a>, no-such' in text
    assert "Practice marks are formative" in text


def test_a_page_keeps_the_answer_of_an_item_that_is_still_open():
    made = record("ann", result("a", feedback=("It is the liver.",)), result("b", "0"))
    text = page(made, title, still_open=["a"])

    assert "It is the liver." not in text
    assert "Handed in; this item is still open." in text
    assert "Score: 0 of 1 (items still open are not counted)." in text


def test_an_open_item_that_was_not_answered_says_so():
    made = record("ann", result("a", "0", result="unanswered"))

    assert "Not answered yet; this item is still open." in page(made, title, still_open=["a"])


def test_a_dangerous_answer_is_called_that():
    assert "could harm a patient" in page(record("ann", result("a", "0", dangerous=True)), title)


def test_pages_of_one_learner_or_of_names_alike_are_different_files(tmp_path: Path):
    one, two = record("a/b"), record("a:b")
    write_feedback(tmp_path / "f", [one, two], title)

    assert sorted(path.name for path in (tmp_path / "f").iterdir()) == sorted([file_name(one), file_name(two)])


#: Three learners: the strong one, the middling one, the weak one.
CLASS = (
    record("ann", result("a", chosen="G3"), result("b"), result("c")),
    record("bob", result("a", chosen="G3"), result("b", "0"), result("c")),
    record(
        "cy",
        result("a", "0", chosen="G1", confidence="sure", dangerous=True),
        result("b", "0"),
        result("c", "0", result="unanswered"),
    ),
)


def test_difficulty_is_the_mean_score_of_those_who_answered():
    assert [item.difficulty for item in item_statistics(CLASS)] == [pytest.approx(2 / 3), pytest.approx(1 / 3), 1]


def test_discrimination_is_the_correlation_with_the_other_scores():
    a = item_statistics(CLASS)[0]

    assert a.discrimination == pytest.approx(0.866, abs=0.001)  # scores 1, 1, 0 with the others' sums 2, 1, 0


def test_an_item_that_everybody_had_right_discriminates_nobody():
    assert item_statistics(CLASS)[2].discrimination is None


def test_chosen_options_are_counted_the_most_frequent_first():
    assert item_statistics(CLASS)[0].chosen == (("G3", 2), ("G1", 1))


def test_sure_and_wrong_and_dangerous_are_counted():
    a = item_statistics(CLASS)[0]

    assert (a.wrong_and_sure, a.dangerous, a.answered, item_statistics(CLASS)[2].unanswered) == (1, 1, 3, 1)


def test_a_class_of_nobody_has_no_statistics():
    assert item_statistics([]) == ()


def test_every_learner_is_in_one_of_six_ways_in_which_an_item_ends():
    assert [item.ended for item in item_statistics(CLASS)] == [
        (2, 0, 1, 0, 0, 0),
        (1, 0, 2, 0, 0, 0),
        (2, 0, 0, 0, 1, 0),
    ]


def test_the_statistics_are_a_table_and_a_small_page_that_asks_nobody_for_anything(tmp_path: Path):
    write_statistics(tmp_path, CLASS)
    text = (tmp_path / "items.html").read_text(encoding="utf-8")
    head, first, *_ = rows(tmp_path / "items.csv")

    assert [first[head.index(name)] for name in ("right", "wrong", "not answered", "chosen")] == [
        "2", "1", "0", "G3: 2; G1: 1",
    ]  # fmt: skip
    assert "<td>2 × G3<br>1 × G1</td>" in text
    assert "2 right, 1 wrong</td>" in text
    assert "Practice marks are formative" in text
    assert 'src="http' not in text


def test_the_page_of_a_large_course_stays_below_300_kilobytes(tmp_path: Path):
    slugs = [f"an-item-of-a-name-as-long-as-ours-{n}" for n in range(250)]
    made = record("ann", *(result(slug, chosen="an-option-of-a-long-name") for slug in slugs))
    write_statistics(tmp_path, [made])

    assert (tmp_path / "items.html").stat().st_size < 300_000
