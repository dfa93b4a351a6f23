"""The QTI zip, read back as a learning system would."""

import re
import shutil
import string
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from lxml import etree
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.errors import NetlearnError
from netlearn.grader.exercises import Exercises
from netlearn.grader.outputs import qti
from netlearn.grader.outputs.lms import LICENCE, Export, UnfitError
from netlearn.grader.outputs.qti import write_qti
from netlearn.items import grade, load_items, pool
from netlearn.items.answers import AnswerKey
from netlearn.items.kind import LmsNumber
from netlearn.items.variant import Variant
from netlearn.words import say

EXAMPLES = Path(__file__).parents[1] / "items/examples"
EXERCISES = Path(__file__).parents[2] / "exercises"
VARIANTS = 3
NAMES = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}


@frozen
class Question:
    """A question as the zip holds it: texts are what a browser shows; ``ends`` of a number, inclusive."""

    title: str
    text: str
    right: frozenset[str]
    options: tuple[str, ...]
    feedback: tuple[str, ...]
    ends: tuple[Fraction, ...]


def read(path: Path) -> list[Question]:
    with zipfile.ZipFile(path) as archive:
        (meta,) = [name for name in archive.namelist() if name.endswith("/assessment_meta.xml")]
        folder = meta.partition("/")[0]
        root = etree.fromstring(archive.read(f"{folder}/{folder}.xml"))
    return [_question(item) for item in root.iterfind(".//q:item", NAMES)]


def _question(item: Any) -> Question:
    options = {
        label.get("ident"): _shown(label) for label in item.iterfind(".//q:render_choice/q:response_label", NAMES)
    }
    scored = item.xpath(".//q:respcondition[q:setvar]/q:conditionvar", namespaces=NAMES)[0]
    right = scored.xpath(".//q:varequal[not(ancestor::q:not)]/text()", namespaces=NAMES)
    ends = scored.xpath(".//q:vargte/text() | .//q:varlte/text()", namespaces=NAMES)
    return Question(
        item.get("title"),
        _shown(item.find("q:presentation/q:material", NAMES)),
        frozenset(options.get(ident, ident) for ident in right),
        tuple(options.values()),
        tuple(_shown(each) for each in item.iterfind("q:itemfeedback", NAMES)),
        tuple(map(Fraction, ends)),
    )


def _shown(element: Any) -> str:
    """The text that a browser shows of the HTML inside."""
    text = element.findtext(".//q:mattext", namespaces=NAMES)
    return "\n".join(etree.HTML(text).xpath("//p/text()"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Export, list[Question]]:
    out = tmp_path_factory.mktemp("qti") / "demo.zip"
    return write_qti(EXAMPLES, "demo", out, VARIANTS), read(out)


def variants(slug: str) -> list[Variant]:
    return pool(load_items(EXAMPLES, "demo")[f"{slug}@1"], map(str, range(VARIANTS)))


def question(demo: tuple[Export, list[Question]], variant: Variant) -> Question:
    (found,) = [each for each in demo[1] if each.text.startswith(variant.stem)]
    return found


CHOICES = [
    variant
    for slug in ("one-index-known", "share-type-three", "ways-to-destroy", "fit-for-radiofrequency")
    for variant in variants(slug)
]
NUMBERS = variants("zone-to-ablate")


def named(variant: Variant) -> str:
    return f"{variant.item}-{variant.seed}"


def test_every_variant_is_a_question(demo: tuple[Export, list[Question]]):
    assert len(demo[1]) == demo[0].questions == len(CHOICES) + len(NUMBERS)


def test_what_a_learning_system_cannot_ask_is_named(demo: tuple[Export, list[Question]]):
    assert {AnswerKey.read(f"{item}#0").slug for item, _ in demo[0].left_out} == {
        "a-wrong-unit", "enough-of-the-tumour", "fit-for-ablation", "groups-of-a-board", "make-a-type",
        "octreotide-for-the-syndrome", "order-of-a-board", "pressure-falls", "segments-to-take-out",
        "steps-of-a-session",
    }  # fmt: skip
    assert all(reason for _, reason in demo[0].left_out)


def test_no_item_or_task_is_lost(demo: tuple[Export, list[Question]]):
    known = {path.stem for path in (EXAMPLES / "demo/items").iterdir()} | {"fit-for-ablation"}

    assert {*demo[0].items, *(item for item, _ in demo[0].left_out)} == {f"demo/{slug}@1" for slug in known}


@pytest.mark.parametrize("variant", [*CHOICES, *NUMBERS], ids=named)
def test_a_title_ends_in_the_key_of_an_answer(demo: tuple[Export, list[Question]], variant: Variant):
    key = AnswerKey("demo", variant.item, variant.version, variant.seed)

    assert question(demo, variant).title.endswith(f" [{key}]")


def test_identifiers_are_ones_that_a_learning_system_takes(tmp_path: Path):
    write_qti(EXAMPLES, "demo", tmp_path / "demo.zip", VARIANTS)
    with zipfile.ZipFile(tmp_path / "demo.zip") as archive:
        files = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
    idents = [ident for root in files for ident in root.xpath("//@ident | //@identifier")]

    assert idents
    assert [ident for ident in idents if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", ident)] == []


@pytest.mark.parametrize("variant", CHOICES, ids=named)
def test_the_right_options_are_marked(demo: tuple[Export, list[Question]], variant: Variant):
    wanted = {option["text"] for option in variant["options"] if option["id"] in variant["key"]}

    assert question(demo, variant).right == wanted


@pytest.mark.parametrize("variant", CHOICES, ids=named)
def test_all_options_are_there_in_their_order(demo: tuple[Export, list[Question]], variant: Variant):
    assert question(demo, variant).options == tuple(option["text"] for option in variant["options"])


@pytest.mark.parametrize("variant", CHOICES, ids=named)
def test_each_option_has_its_feedback(demo: tuple[Export, list[Question]], variant: Variant):
    said = question(demo, variant).feedback

    assert all(any(each.startswith(option["feedback"]) for each in said) for option in variant["options"])


@pytest.mark.parametrize("variant", NUMBERS, ids=named)
def test_a_number_is_right_exactly_where_the_grader_says_so(demo: tuple[Export, list[Question]], variant: Variant):
    low, high = question(demo, variant).ends
    tried = {low - Fraction(1, 1000): "wrong", low: "right", high: "right", high + Fraction(1, 1000): "wrong"}

    assert {number: grade(variant, f"{float(number)} {variant['unit']}").result for number in tried} == tried


@pytest.mark.parametrize("variant", NUMBERS, ids=named)
def test_a_number_has_feedback_for_right_and_wrong(demo: tuple[Export, list[Question]], variant: Variant):
    assert question(demo, variant).feedback == (variant["right"]["feedback"], variant["wrong"]["feedback"])


def test_a_number_is_asked_in_its_unit(demo: tuple[Export, list[Question]]):
    (variant, *_) = variants("zone-to-ablate")

    assert question(demo, variant).text.endswith("Write the number alone in cm, with a decimal point.")


ODD = f"1. {string.punctuation} $x$ \\num{{3}} <b>&amp; é ≤ ``` -- ..."


def test_odd_characters_are_shown_as_they_were_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    item = load_items(EXAMPLES, "demo")["one-index-known@1"]
    odd = {**item.body, "stems": [ODD], "given": ["- " + ODD]}
    monkeypatch.setattr(
        qti, "load_items", lambda *_: {**load_items(EXAMPLES, "demo"), item.key: evolve(item, body=odd)}
    )
    write_qti(EXAMPLES, "demo", tmp_path / "odd.zip", 1)

    assert f"{ODD}\n- {ODD}" in [each.text for each in read(tmp_path / "odd.zip")]


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ("4.1", "4.1", "4.1000, 4.1000"),
        ("4.18879", "4.18881", "4.1887, 4.1889"),
        ("0.0001", "1", "0.0001, 1.0000"),
        ("0.00009", "1", None),
        ("-1", "1", None),
        ("0.01001", "0.01001", None),
    ],
)
def test_a_range_is_widened_to_four_decimals_or_refused(low: str, high: str, wanted: str | None):
    try:
        made = qti._range(LmsNumber(Fraction(low), Fraction(high), "cm", "", ""))
    except UnfitError:
        made = None

    assert made == wanted


def test_an_unknown_chapter_is_refused(tmp_path: Path):
    with pytest.raises(NetlearnError, match="'demos' is not accepted; accepted: demo"):
        write_qti(EXAMPLES, "demos", tmp_path / "x.zip")


def test_a_chapter_without_an_item_for_it_is_refused(tmp_path: Path):
    shutil.copytree(EXAMPLES / "demo", tmp_path / "demo")
    for path in (tmp_path / "demo/items").iterdir():
        if path.stem != "make-a-type":
            path.unlink()
    with pytest.raises(NetlearnError, match="no item fits a learning system"):
        write_qti(tmp_path, "demo", tmp_path / "x.zip")


@pytest.mark.parametrize("chapter", Exercises(EXERCISES).chapters())
def test_each_chapter_of_the_course_has_a_zip_with_every_item_or_a_reason(tmp_path: Path, chapter: str):
    export = write_qti(EXERCISES, chapter, tmp_path / "x.zip")
    bank = Exercises(EXERCISES)
    known = {f"{chapter}/{slug}@{version}" for slug, version in (*bank.items(chapter), *bank.tasks(chapter))}
    titles = [question.title.removesuffix("]").rpartition(" [") for question in read(tmp_path / "x.zip")]
    keys = [AnswerKey.read(key) for _, _, key in titles]

    assert {*export.items, *(item for item, _ in export.left_out)} == known
    assert {key.item for key in keys} == {*export.items}
    assert [title for title, _, _ in titles] == [bank.title(chapter, key.slug) for key in keys]


def test_the_same_items_give_the_same_questions(tmp_path: Path):
    for name in ("a", "b"):
        write_qti(EXAMPLES, "demo", tmp_path / name, VARIANTS)

    assert read(tmp_path / "a") == read(tmp_path / "b")


def test_the_command_names_what_it_leaves_out(tmp_path: Path):
    done = CliRunner().invoke(app, ["qti", "demo", str(tmp_path / "demo.zip"), "--exercises", str(EXAMPLES)])

    assert done.exit_code == 0, done.output
    assert "left out: demo/steps-of-a-session@1: steps cannot be put in order\n" in done.output
    assert "demo.zip: 5 items with" in done.output


def test_the_licence_the_points_and_what_a_mark_is_worth_are_those_of_the_course(tmp_path: Path):
    export = write_qti(EXAMPLES, "demo", tmp_path / "demo.zip", VARIANTS)
    with zipfile.ZipFile(tmp_path / "demo.zip") as archive:
        (meta,) = [name for name in archive.namelist() if name.endswith("/assessment_meta.xml")]
        about = etree.fromstring(archive.read(meta))
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        folder = meta.partition("/")[0]
        root = etree.fromstring(archive.read(f"{folder}/{folder}.xml"))
    texts = {element.tag.rpartition("}")[2]: element.text for element in about.iter()}
    points = root.xpath("//q:qtimetadatafield[q:fieldlabel='points_possible']/q:fieldentry/text()", namespaces=NAMES)

    assert etree.HTML(texts["description"]).xpath("string()").strip() == f"{LICENCE} {say('quiz', 'formative')}"
    assert manifest.xpath("//*[local-name()='string']/text()") == ["netlearn: demo", LICENCE]
    assert float(texts["points_possible"]) == len(export.items)
    assert set(points) == {"1"}
