"""Chapter 1 teaches every claim of the abstract and the introduction, and its grades are those of the tables."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

from netlearn.decision import decide
from netlearn.evidence import fact, facts, figure
from netlearn.site.links import check_link, find, markdown_links, parse_target

PATH = Path(__file__).parents[2] / "chapters" / "01-introduction.ipynb"
SECTIONS = ("abs", "1")
HEADINGS = [
    "# What these tumours are: epidemiology and grading",
    "## After this chapter you can",
    "## One disease with many faces",
    "## How common they are",
    "## What they release",
    "## How often the liver is reached",
    "## What liver metastases change",
    "## Grade: how fast the tumour grows",
    "### The schemes behind the numbers",
    "## One tumour under two editions",
    "## Grade 3 is two diseases",
    "## Worked case: one number, two reports",
    "## Check yourself",
    "### Practise",
    "## What the errata correct",
    "## Since the review",
    "## Key points",
    "## Sources",
]
# Numbers that are no claim about patients: the limit 20 in words after it was linked, the misprint and its readings,
# the tumour of the explorer and its cases, the invented patient, and what a question supposes.
LIMIT = ["on both sides of 20", '"More than 20" leaves 20 itself out',
         "exactly 20 %", "over 20 %", "exceed 20", "exactly 20", "*over* 20",
         "is over 20", "over 20", "Exactly 20 %", "At 20 % the index", "up to 20", "20 % is not"]  # fmt: skip
MISPRINT = ['"5,25/100000"', "reads 525", "stores 525", "525 is right", "525 would", "stored 5 and 25", "rounded to 5",
            "Read as 5.25", "5.25 per 100 000", "5,25 is a decimal comma", "Write 20,1"]  # fmt: skip
CASE = ["index 8 %, 21 mitoses", "**between 2 and 3:**", "60 %, well", "60 %, poor", "15 %, poor", "A man of 64",
        "Ki-67 25 %", "14 mitoses per 2 mm²", "14 is not", "same 14 mitoses", "index of 60 %"]  # fmt: skip
QUESTIONS = ["over 55 %", "under 70 %", "over 70 %"]
UNITS = ["mitoses per 2 mm²", "per 10 HPF", "per 2 mm²"]
NAMES = re.compile(
    r"[Gg]rades? [123]|NET G[123]|Ki-67|NETTER-2|WHO 20\d\d( and 20\d\d)?|\bsection 1\b"
    r"|\b(?:1973|2004|2010|2012|2017|2019|2022|2026)\b"  # years, two of which also name the editions
)
TWO_SENTENCES = re.compile(r"(?<=[A-Za-z0-9%)\]*”\"]{2})[.?!][\"*]* (?=[A-Z“\"*\[])")


@cache
def notebook():
    return nbformat.read(PATH, as_version=4)


def cells(kind):
    return [cell for cell in notebook().cells if cell.cell_type == kind]


def text():
    return "\n\n".join(cell.source for cell in cells("markdown")).replace("\N{NO-BREAK SPACE}", " ")


def prose():
    """The text without links, numbering, headings, questions' numbers and table rules."""
    bare = re.sub(r"\[(?:[^\[\]])*\]\([^()]*\)", "", text())
    return re.sub(r"^\s*\d+\. |^#.*$|\*\*Question \d\.\*\*|\(Objective \d\)", "", bare, flags=re.MULTILINE)


def section(heading):
    return text().split(f"\n## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("id", [id for id, each in facts().items() if each.section in SECTIONS])
def test_claim_of_the_sections_is_linked(id):
    """Each claim of the abstract and of section 1 is taught where the chapter links it."""
    assert f"](../book/evidence.md#{fact(id).anchor})" in text()


def test_sections_have_37_claims():
    """The test above covers both sections."""
    assert sum(each.section in SECTIONS for each in facts().values()) == 37


def test_headings_are_there_in_order():
    """Every chapter has the same shape; the site styles it by these headings."""
    assert re.findall(r"^#+ .*$", text(), re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("link", sorted(set(markdown_links(text()))), ids=lambda link: link[1].rpartition("/")[2])
def test_link_leads_to_what_it_says(link):
    """A link has a place to lead to, and a number in its words is one of that place."""
    words, href = link
    target = parse_target(href)

    assert target is None or check_link(words, href) or target.page == "references"
    assert target or (PATH.parent / href).is_file()


def test_value_that_is_linked_as_such_is_whole():
    """A link whose words are a number prints the whole value, so that a range stays a range."""
    for words, href in markdown_links(text()):
        if re.match(r"[≤≥<>\d]", words):
            assert words == find(parse_target(href)).value.text().replace("\N{NO-BREAK SPACE}", " ")


def test_number_outside_a_link_is_declared():
    """A number comes from the evidence and links to it, or is on the short lists above."""
    rest = NAMES.sub("", prose())
    for declared in sorted(LIMIT + MISPRINT + CASE + QUESTIONS + UNITS, key=len, reverse=True):
        rest = rest.replace(NAMES.sub("", declared), "")

    assert re.findall(r".*\d.*", rest) == []


@pytest.mark.parametrize("declared", LIMIT + MISPRINT + CASE + QUESTIONS)
def test_declared_number_is_used(declared):
    """The lists hold nothing that the text no longer says."""
    assert declared in prose()


def test_limits_in_words_are_those_of_the_evidence():
    """The 20, the 55 and the 70 that stand without a link are bounds of what is linked beside them."""
    assert fact("1-17").value.bounds() == fact("1-18").value.bounds() == (20,)
    assert figure("nordic-nec.ki67-below").value.bounds() == (55,)
    assert figure("nec-definition.usual-ki67-above").value.bounds() == (70,)


@pytest.mark.parametrize(
    ("later", "rise"), [("E30.incidence-2004", "E30.rise"), ("E30.incidence-2012", "dasari-2017.rise")]
)
def test_rise_is_the_quotient_of_the_two_rates(later, rise):
    """4.8 and 6.4 times are what dividing gives, to one decimal."""
    quotient = figure(later).value.low / figure("E30.incidence-1973").value.low

    assert round(quotient, 1) == figure(rise).value.low


def case(ki67, mitoses, differentiation="well", morphology="none"):
    return {
        "ki67_percent": ki67,
        "mitoses_per_2mm2": mitoses,
        "differentiation": differentiation,
        "morphology": morphology,
    }


def both(ki67, mitoses, differentiation="well", morphology="none"):
    """The answers of both editions; one count of mitoses serves both."""
    given = case(ki67, mitoses, differentiation, morphology)
    newer = decide("grade", edition="2026", **given)
    older = decide("grade", mitoses_per_10hpf=given.pop("mitoses_per_2mm2"), **given)
    return older, newer


@pytest.mark.parametrize(
    ("given", "verdicts"),
    [
        (case(8, 21), ("G3", "NET G3")),  # the explorer as it opens
        (case(20, 20), ("not-G3", "NET G2")),
        (case(2.5, 1), ("not-G3", "NET G1")),
        (case(25, None, None, None), ("G3", None)),
        (case(60, 30), ("G3", "NET G3")),
        (case(60, 30, "poor", "small-cell"), ("G3", "NEC")),
        (case(15, 12, "poor", "large-cell"), ("not-G3", "NEC")),
        (case(25, 14), ("G3", "NET G3")),  # the worked case, its second report
        (case(20, 14), ("not-G3", "NET G2")),  # the change at its end
    ],
)
def test_tumour_in_the_text_has_the_grades_it_says(given, verdicts):
    """The explorer's cases, the worked case and the text say what the tables say."""
    assert tuple(d.verdict for d in both(*given.values())) == verdicts


def test_first_report_settles_the_grade_of_2012_only():
    """With the index alone, 2026 still wavers between NET G3 and NEC, for want of the differentiation."""
    newer = both(25, None, None, None)[1]

    assert newer.status == "undetermined"
    assert set(newer.possible) >= {"NET G3", "NEC"}
    assert "differentiation" in newer.missing and "mitoses_per_2mm2" not in newer.missing


def test_exactly_20_without_a_count_needs_the_count_in_both():
    """Question 6: unknown is not low."""
    for decision in both(20, None):
        assert decision.status == "undetermined"
        assert [name.split("_")[0] for name in decision.missing] == ["mitoses"]


def test_moderate_differentiation_has_no_rule_in_2026():
    """The text says that the pathologist must decide."""
    assert both(10, 3, "moderate")[1].status == "not-stated"


def test_one_step_in_either_index_changes_both_answers_at_20():
    """The first case to try asks for it."""
    for decision in both(20, 20):
        assert {s.input.split("_")[0] for s in decision.flips() if s.verdict in ("G3", "NET G3")} == {"ki67", "mitoses"}


def test_presets_of_the_explorer_are_the_cases_that_the_text_names():
    """Each case to try is spoken of under its name, in the same order."""
    source = next(cell.source for cell in cells("code") if cell.id == "grade-explorer")
    words = section("One tumour under two editions")
    places = [words.index(f"**{name}") for name in re.findall(r'^        "([^"]+)": \{', source, re.MULTILINE)]

    assert len(places) == 6 and places == sorted(places)


def test_every_line_has_one_sentence():
    """One sentence a line: a change to one sentence is a change to one line."""
    lines = re.sub(r"\[([^\[\]]*)\]\([^()]*\)|^\d+\. ", r"\1", text(), flags=re.MULTILINE).splitlines()
    prose_lines = [line for line in lines if not line.startswith("|") and "report on a needle biopsy" not in line]

    assert [line for line in prose_lines if TWO_SENTENCES.search(line)] == []


def test_seven_questions_each_with_an_answer_that_explains_the_wrong_ones():
    """Each question has four options, names an objective, and its answer says why three are wrong."""
    questions = section("Check yourself").split("**Question ")[1:]

    assert len(questions) == 7
    for question in questions:
        asked, answer = question.split("<details>\n<summary>Answer</summary>\n\n")
        right = re.match(r"\*\*([A-D])\.\*\*", answer)[1]
        assert re.search(r"\(Objective [1-6]\)", asked)
        assert re.findall(r"^- ([A-D])\. ", asked, re.MULTILINE) == list("ABCD")
        assert re.findall(r"^- ([A-D]): ", answer, re.MULTILINE) == [each for each in "ABCD" if each != right]


def test_every_objective_is_checked():
    """Each of the six objectives has a question."""
    assert set(re.findall(r"\(Objective (\d)\)", text())) == set("123456")
    assert len(re.findall(r"^\d\. ", section("After this chapter you can"), re.MULTILINE)) == 6


def test_figures_explorer_and_cards_stand_where_the_text_raises_the_question():
    """What is shown, in order: four figures, the explorer, the explorer with a kernel, the errata, the updates."""
    shown = [cell.source.split("\n\n")[1].strip() for cell in cells("code")]

    assert [re.match(r"[\w.]+", line)[0] for line in shown] == [
        "epidemiology.incidence",
        "epidemiology.liver_by_site",
        "epidemiology.survival_gap",
        "grading.ki67_cut_offs",
        "Explorer",
        "from",
        "Quiz",
        "erratum_cards",
        "since",
    ]


def test_errata_of_the_sections_are_shown_as_cards():
    """Every erratum that touches a claim of these sections has its card here."""
    touching = {erratum for each in facts().values() if each.section in SECTIONS for erratum in each.errata}
    source = next(cell.source for cell in cells("code") if cell.id == "errata-cards")

    assert set(re.findall(r'"(E\d\d)"', source)) == touching


def test_code_is_hidden_and_imports_netlearn_only():
    """A chapter shows answers, not code, and defines nothing; one cell shows how it is done with a kernel."""
    shown = [cell for cell in cells("code") if "hide-cell" not in cell.metadata.tags]

    assert len(cells("code")) - len(shown) == 1
    for cell in shown:
        assert cell.metadata.tags == ["remove-input"] and cell.metadata.jupyter.source_hidden
        assert set(re.findall(r"^(?:from|import) (\w+)", cell.source, re.MULTILINE)) == {"netlearn"}
        assert len(cell.source.split("\n\n")) == 2


def test_no_range_is_written_with_a_hyphen_and_no_unit_can_wrap():
    """Ranges take an en dash, and a number stays with its unit."""
    source = "".join(cell.source for cell in cells("markdown"))

    assert not re.search(r"\d-\d+ ?%|\d [%]", re.sub(r"\]\([^()]*\)", "]", source))


def test_particulars_say_what_the_site_prints():
    """Section, edition, date and minutes stand in the metadata."""
    ours = notebook().metadata.netlearn

    assert (ours.section, ours.edition, ours.reviewed) == ("1", "review-2012, with 2026", "2026-11")
    assert 20 <= ours.minutes <= 30
