"""Moodle XML, read back as Moodle's import reads it, and graded as Moodle grades: as the course does."""

from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.errors import NetlearnError
from netlearn.grader.outputs import moodle
from netlearn.grader.outputs.lms import Export
from netlearn.grader.outputs.moodle import write_moodle
from netlearn.items import generate, grade, load_items
from netlearn.items.answers import AnswerKey
from netlearn.items.bank import chapters
from netlearn.items.kind import LmsOrder, texts_of
from netlearn.items.kinds import kinds, order
from netlearn.items.variant import Variant
from netlearn.words import say

EXAMPLES = Path(__file__).parents[1] / "items/examples"
EXERCISES = Path(__file__).parents[2] / "exercises"
VARIANTS = 3
#: What Moodle takes for the share of a right or wrong answer, in per cent.
GRADES = (0, 5, 10, 11.11111, 12.5, 14.28571, 16.66667, 20, 25, 30, 33.33333, 40, 50, 60, 66.66667, 70, 75, 80, 100)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Export, dict[AnswerKey, Element]]:
    out = tmp_path_factory.mktemp("moodle") / "demo.xml"
    export = write_moodle(EXAMPLES, "demo", out, VARIANTS)
    return export, questions(out)


def questions(path: Path) -> dict[AnswerKey, Element]:
    found = ElementTree.parse(path).getroot().findall("question")
    return {AnswerKey.read(each.findtext("idnumber")): each for each in found if each.get("type") != "category"}


def variant(key: AnswerKey, root: Path = EXAMPLES) -> Variant:
    return generate(load_items(root, key.chapter)[f"{key.slug}@{key.version}"], key.seed)


def of_type(demo: tuple[Export, dict[AnswerKey, Element]], *types: str) -> list[tuple[Variant, Element]]:
    found = [(variant(key), each) for key, each in demo[1].items() if each.get("type") in types]
    assert found
    return found


def shown(html: str) -> str:
    """The text that a browser shows of paragraphs."""
    return "\n".join(paragraph.text or "" for paragraph in ElementTree.fromstring(f"<p>{html}</p>").iter("p"))[1:]


def faults(question: Element) -> list[str]:
    """What Moodle's import would miss or refuse; its format has no schema, only what the import reads."""
    answers = question.findall("answer")
    shares = [Fraction(each.get("fraction", "-1")) for each in answers]
    rows = [each for each in question.findall("subquestion") if each.findtext("text")]
    own = {
        "multichoice": len(answers) > 1 and max(shares) > 0 and question.findtext("single") in ("true", "false"),
        "numerical": shares == [100, 0] and Fraction(question.findtext("answer/tolerance", "-1")) >= 0,
        "ordering": shares == list(range(1, len(answers) + 1)),
        "matching": len(rows) > 1 and len(question.findall("subquestion")) > 2,
    }[question.get("type")]
    html = [question.find("questiontext"), *(each for each in answers if each.get("format") == "html"), *rows]
    right = {
        "its type's own parts": own,
        "a name of 255 characters": 0 < len(question.findtext("name/text", "")) <= 255,
        "an id number of 100 characters": 0 < len(question.findtext("idnumber", "")) <= 100,
        "text that is marked as HTML": all(each.get("format") == "html" and each.findtext("text") for each in html),
        "feedback in its place": question.get("type") == "ordering"
        or all(each.find("feedback/text") is not None for each in answers),
    }
    return [name for name, holds in right.items() if not holds]


def test_every_kind_that_moodle_knows_is_there(demo):
    assert {each.get("type") for each in demo[1].values()} == {"multichoice", "numerical", "matching"}


def test_every_item_is_there_or_is_named_with_the_reason(demo):
    export, found = demo
    names = {f"demo/{key}" for key in load_items(EXAMPLES, "demo")}

    assert {*export.items, *(item for item, _ in export.left_out)} >= names
    assert {key.item for key in found} == set(export.items)
    assert export.questions == len(found)
    assert all(reason for _, reason in export.left_out)


def test_a_question_says_what_is_asked(demo):
    for key, each in demo[1].items():
        assert shown(each.findtext("questiontext/text")).startswith(variant(key).stem)
        assert each.findtext("name/text").endswith(f"[{key}]")
        assert each.findtext("defaultgrade") == "1"


def test_each_item_is_a_category_that_names_the_licence_and_says_what_a_mark_is_worth(tmp_path: Path):
    export = write_moodle(EXAMPLES, "demo", tmp_path / "x.xml", VARIANTS)
    made = [each for each in ElementTree.parse(tmp_path / "x.xml").getroot() if each.get("type") == "category"]

    assert [each.findtext("category/text") for each in made] == [
        f"$course$/top/netlearn/{name}" for name in export.items
    ]
    assert all("CC BY 4.0" in each.findtext("info/text") for each in made)
    assert all(say("quiz", "formative") in each.findtext("info/text") for each in made)


def test_whatever_is_ticked_moodle_gives_what_the_course_gives(demo):
    for asked, question in of_type(demo, "multichoice"):
        shares = {shown(a.findtext("text")): Fraction(a.get("fraction")) for a in question.findall("answer")}
        kind = kinds()[asked.kind]
        assert all(any(abs(abs(share) - grade) < 1e-4 for grade in GRADES) for share in map(float, shares.values()))
        for answer in (*kind.candidates(asked).right, *kind.candidates(asked).partly, *kind.candidates(asked).wrong):
            ids = kind.parse(asked, answer)
            ticked = texts_of(asked["options"], ids if isinstance(ids, list) else [ids])
            given = max(0, sum(shares[text] for text in ticked)) / 100
            assert abs(given - grade(asked, answer).score) < Fraction(1, 10**6)


def test_a_choice_of_one_has_one_right_answer_and_of_several_may_have_more(demo):
    for asked, question in of_type(demo, "multichoice"):
        right = [a for a in question.findall("answer") if float(a.get("fraction")) > 0]
        assert (question.findtext("single") == "true") == (asked.kind != "multiple")
        assert len(right) == len(asked["key"])


def test_a_number_is_right_where_the_course_calls_it_right_and_has_its_unit(demo):
    for asked, question in of_type(demo, "numerical"):
        middle, reach = (Fraction(question.findtext(f"answer/{part}")) for part in ("text", "tolerance"))
        low, high = Fraction(asked["low"]), Fraction(asked["high"])
        assert abs(middle - reach - low) < Fraction(1, 10**9)
        assert abs(middle + reach - high) < Fraction(1, 10**9)
        assert question.findtext("units/unit/unit_name") == asked["unit"]
        assert question.findtext("showunits") == "0"


def test_an_order_is_asked_where_it_is_the_only_right_one():
    kind, parts = moodle._body(LmsOrder(("First", "Then", "Last"), is_only_one=True))
    steps = [(part.get("fraction"), shown(part.findtext("text"))) for part in parts if part.tag == "answer"]

    assert (kind, steps) == ("ordering", [("1", "First"), ("2", "Then"), ("3", "Last")])


@pytest.mark.parametrize(
    ("before", "only"),
    [([["a", "b"], ["b", "c"]], True), ([["a", "b"], ["b", "c"], ["a", "c"]], True), ([["a", "b"], ["a", "c"]], False)],
)
def test_several_right_orders_are_known_as_that(before: list[list[str]], only: bool):
    steps = [{"id": id, "text": id.upper()} for id in "cba"]
    made = order.lms(Variant("order", parts={"steps": steps, "order": list("abc"), "before": before}))

    assert made.is_only_one == only
    assert not only or made.steps == ("A", "B", "C")


def test_an_order_that_is_one_of_several_is_named(demo):
    assert "several orders are right, and Moodle knows one" in [reason for _, reason in demo[0].left_out]


def test_rows_are_matched_with_their_groups_and_every_group_is_offered(demo):
    for asked, question in of_type(demo, "matching"):
        labels = {group["text"]: group["id"] for group in asked["groups"]}
        pairs = [(shown(s.findtext("text") or ""), s.findtext("answer/text")) for s in question.findall("subquestion")]
        rows = {row["text"]: row["id"] for row in asked["rows"]}
        assert grade(asked, {rows[text]: labels[group] for text, group in pairs if text}).score == 1
        assert {group for _, group in pairs} == set(labels)


@pytest.mark.parametrize("chapter", chapters(EXERCISES))
def test_every_chapter_can_be_written(chapter: str, tmp_path: Path):
    export = write_moodle(EXERCISES, chapter, tmp_path / "x.xml")

    found = questions(tmp_path / "x.xml")
    assert len(found) == export.questions >= 4
    assert [(str(key), fault) for key, each in found.items() for fault in faults(each)] == []


def test_a_chapter_that_there_is_not_is_refused(tmp_path: Path):
    with pytest.raises(NetlearnError, match="accepted: demo"):
        write_moodle(EXAMPLES, "none", tmp_path / "x.xml")


def test_the_command_names_what_is_left_out(tmp_path: Path):
    out = tmp_path / "x.xml"
    done = CliRunner().invoke(app, ["moodle", "demo", str(out), "--exercises", str(EXAMPLES)])

    assert (done.exit_code, out.exists()) == (0, True)
    assert "left out: demo/fit-for-ablation@1: code cannot be run\n" in done.output
    assert f"{out}: " in done.output
