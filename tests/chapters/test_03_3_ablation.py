"""Chapter 3.3 teaches every claim of its section, prints no number without a source, and keeps the course's form."""

import re
from fractions import Fraction
from functools import cache, partial
from pathlib import Path

import nbformat
import pytest

from netlearn.clinic.ablation import ERROR_CM, chances, size
from netlearn.decision import decide
from netlearn.evidence import fact, facts, figure
from netlearn.figures.ablation import at_least_one
from netlearn.models import grid
from netlearn.site.links import check_link, find, markdown_links, parse_target
from netlearn.widgets import AblationBench

PATH = Path(__file__).parents[2] / "chapters" / "03.3-ablation.ipynb"
HEADINGS = [
    "# Ablation: how large is too large?",
    "## After this chapter you can",
    "## Three ways to kill a lesion in place",
    "## Two limits, and a gap between them",
    "## Five lesions: an ideal, not a wall",
    "## Beside a large vessel or a bile duct",
    "## One patient, several lesions",
    "## The ablation bench",
    "## What two millimetres do",
    "## Why a vessel cools, and why cold takes time",
    "## What success means",
    "## What can go wrong",
    "## Worked case: four lesions, the largest 3.1 cm",
    "## Check yourself",
    "### Practise",
    "## What the errata correct",
    "## Since the review",
    "## Key points",
    "## Sources",
]
TAUGHT = [id for id, each in facts().items() if each.section == "3.3"] + ["5-06"]
# Numbers that are no claim about patients. Some are calculated again in test_03_3_numbers.py; the limits are facts,
# linked where they are taught; the rest are the particulars of invented patients and of the bench, and names.
VOLUME = ["A ball of 5 cm holds 4.6 times what a ball of 3 cm holds"]
ZONES = [
    "and a zone of 4 cm",
    "At 3 cm one zone would have been enough",
    "At 3.1 cm it takes four",
    "at 4 cm it takes seven",
]
SHARES = ["befell about 14 %", "about 13 %", "add up to 122 %", "a risk of 5 % each", "about 26 % of such patients"]
LIMITS = [
    "exactly 3 cm is suitable, exactly 5 cm is doubtful",
    "At exactly 5 cm RFA",
    "at 3 cm or less, suitable; above 5 cm, unsuitable",
]
BENCH = [
    "Set the diameter to 3, then to 5, then to 5.1.",
    "Go back to 3.1",
    "move the diameter across 5 cm",
    "The lesion of 3.1 cm",
    '"3.1 cm, doubtful, one millimetre over"',
]
ERROR = ["may be off by 2 mm either way, and", "a strip, 4 mm wide", "Within 2 mm", "the true diameter is 2.9–3.3 cm"]
CASES = [
    "A woman of 61",
    "the largest measures 3.1 cm",
    "a lesion of 4 cm is hard",
    "measures exactly 5 cm",
    "none over 2 cm",
    "A lesion of 2 cm touches",
    "A lesion is measured as 3 cm; the reading may be off by 2 mm",
    "because exactly 3 cm is",
    "One series reports local recurrence in 5 %, another in 22 %",
    '"Recurrence in 40 %; of these, 70 % in the liver and 65 % in bone."',
    "in 70 % of all patients",
    "in 26 % of all patients",
]
NAMES = ["Section 3.3", "section 3.3", "In 2012", "of 2012"]
# A sentence ends, and another begins, on one line. "1. ", "A. " and what stands in brackets are no ends.
TWO_SENTENCES = re.compile(r"(?<=[A-Za-z0-9%)\]*”\"]{2})[.?!][\"*]* (?=[A-Z“\"*\[])")


@cache
def notebook():
    return nbformat.read(PATH, as_version=4)


def cells(kind):
    return [cell for cell in notebook().cells if cell.cell_type == kind]


def text():
    return "\n\n".join(cell.source for cell in cells("markdown")).replace("\N{NO-BREAK SPACE}", " ")


def section(heading):
    return text().split(f"\n## {heading}\n")[1].split("\n## ")[0]


def prose():
    """The text without links, numbering, headings, questions' numbers and the table of measured diameters."""
    bare = re.sub(r"\[(?:[^\[\]])*\]\([^()]*\)", "", text())
    return re.sub(r"^\s*\d\. |^#.*$|^\| \d.*$|\*\*Question \d\.\*\*|\(Objective \d\)", "", bare, flags=re.MULTILINE)


@pytest.mark.parametrize("id", TAUGHT)
def test_claim_of_the_section_is_linked(id):
    """Each claim of section 3.3, and the conclusion's on ablation, is taught where the chapter links it."""
    assert f"](../book/evidence.md#{fact(id).anchor})" in text()


def test_section_has_34_claims():
    """The test above covers the whole section."""
    assert len(TAUGHT) == 34 + 1


def test_headings_are_there_in_order():
    """Every chapter has the same shape; the site styles it by these headings."""
    assert re.findall(r"^#+ .*$", text(), re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("link", sorted(set(markdown_links(text()))), ids=lambda link: link[1].rpartition("#")[2])
def test_link_leads_to_what_it_says(link):
    """A link has a place to lead to, and a number in its words is one of that place."""
    words, href = link

    assert check_link(words, href) or parse_target(href).page == "references"


def test_value_that_is_linked_as_such_is_whole():
    """A link whose words are a number prints the whole value, so that a range stays a range."""
    for words, href in markdown_links(text()):
        if re.match(r"[≤≥<>−\d]", words):
            assert words == find(parse_target(href)).value.text().replace("\N{NO-BREAK SPACE}", " ")


def test_number_outside_a_link_is_declared():
    """A number comes from the evidence and links to it, or is on the short lists above."""
    rest = prose()
    for declared in CASES + VOLUME + ZONES + SHARES + LIMITS + BENCH + ERROR + NAMES:
        assert declared in rest, declared
        rest = rest.replace(declared, "")

    assert re.findall(r".*\d.*", rest) == []


def test_every_line_has_one_sentence():
    """One sentence a line: a change to one sentence is a change to one line."""
    lines = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", text()).splitlines()

    assert [line for line in lines if not line.startswith("|") and TWO_SENTENCES.search(line)] == []


def test_eight_questions_each_with_an_answer_that_explains_the_wrong_ones():
    """Each question has four options, names an objective, and its answer says why three are wrong."""
    questions = section("Check yourself").split("**Question ")[1:]

    assert len(questions) == 8
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


def test_figures_bench_and_cards_stand_where_the_text_raises_the_question():
    """What is shown, in order: the limits, the bench, the bench with a kernel, three figures, errata, updates."""
    shown = [cell.source.split("\n\n")[-1].strip() for cell in cells("code")]

    assert [re.match(r"[\w.]+", line)[0] for line in shown] == [
        "ablation.size_limits",
        "AblationBench",
        "widgets.link",
        "ablation.recurrence_read_twice",
        "ablation.per_lesion_per_patient",
        "ablation.complications",
        "Quiz",
        "erratum_cards",
        "since",
    ]


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
    bare = re.sub(r"\]\([^()]*\)", "]", source)

    assert not re.search(r"\d-\d+ ?(?:%|cm)|\d (?:%|cm\b|mm\b|°C)", bare)


def test_particulars_say_what_the_site_prints():
    """Section, edition, date and minutes stand in the metadata."""
    ours = notebook().metadata.netlearn

    assert (ours.section, ours.edition, ours.reviewed) == ("3.3", "review-2012, with 2026", "2026-11")
    assert 15 <= ours.minutes <= 25
