"""Chapter 2 teaches every claim of its section, prints no number without a source, and keeps the course's form."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

from netlearn.clinic.liver import BORDERS
from netlearn.decision import decide
from netlearn.evidence import fact, facts
from netlearn.site.links import check_link, find, markdown_links, parse_target

PATH = Path(__file__).parents[2] / "chapters" / "02-significance.ipynb"
HEADINGS = [
    "# Clinical significance and prognosis of liver metastases",
    "## After this chapter you can",
    "## At diagnosis, or later",
    "## What liver metastases do to survival",
    "## Why symptoms appear when the liver is involved",
    "## Where they lie: three types",
    "## Which type is this patient?",
    "## What the definitions leave out",
    "## What follows for treatment",
    "## Worked case: three lesions, two lobes",
    "## Check yourself",
    "### Practise",
    "## What the errata correct",
    "## Since the review",
    "## Key points",
    "## Sources",
]
# Numbers that are no claim about patients: what is added or subtracted here from linked ranges (calculated
# again below), the particulars of the invented patient and her scan, and names of grades, years and sections.
CALCULATED = ["95–105 %", "13–20 %", "90 and 110 %", "100 %", "21 to 86 points"]
CASE = ["A woman of 58", "a lesion of 5 cm", "under 1 cm"]
NAMES = ["in grade 1", "in grade 2", "in 2026", "in 2012", "of 2008", "sections 1 to 3.2"]
TYPES = ["2-16", "2-18", "2-20"]
IDS = ["1-26", "1-27", "2-02", "2-03", "2-06", *TYPES]
# A sentence ends, and another begins, on one line. "1. ", "A. " and what stands in brackets are no ends.
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
    return re.sub(r"^\s*\d\. |^#.*$|\*\*Question \d\.\*\*|\(Objective \d\)", "", bare, flags=re.MULTILINE)


def section(heading):
    return text().split(f"\n## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("id", [id for id, each in facts().items() if each.section == "2"])
def test_claim_of_the_section_is_linked(id):
    """Each claim of section 2 is taught where the chapter links it."""
    assert f"](../book/evidence.md#{fact(id).anchor})" in text()


def test_section_has_23_claims():
    """The test above covers the whole section."""
    assert sum(each.section == "2" for each in facts().values()) == 23


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
        target = parse_target(href)
        if re.match(r"[≤≥<>\d]", words) and words != "40 %":  # an upper limit, said to be one in the sentence
            assert words == find(target).value.text().replace("\N{NO-BREAK SPACE}", " ")


def test_number_outside_a_link_is_declared():
    """A number comes from the evidence and links to it, or is on the short list above."""
    rest = prose()
    for declared in CALCULATED + CASE + NAMES:
        assert declared in rest, declared
        rest = rest.replace(declared, "")

    assert re.findall(r".*\d.*", rest) == []


def test_calculated_numbers_are_right():
    """What the prose adds and subtracts follows from the facts."""
    low, high = (
        dict(zip(IDS, ends, strict=True)) for ends in zip(*(fact(id).value.bounds() for id in IDS), strict=True)
    )

    expected = [
        f"{low['2-02'] + low['2-03']}–{high['2-02'] + high['2-03']} %",
        f"{max(low['1-26'], low['2-06'])}–{min(high['1-26'], high['2-06'])} %",
        f"{sum(low[i] for i in TYPES)} and {sum(high[i] for i in TYPES)} %",
        f"{sum(low[i] + high[i] for i in TYPES) / 2} %",
        f"{low['1-27'] - high['1-26']} to {high['1-27'] - low['1-26']} points",
    ]

    assert expected == CALCULATED


@pytest.mark.parametrize(
    ("lesions", "stated", "verdict"),
    [
        ({"VI": "dominant", "II": "small", "III": "small"}, False, "II"),
        ({"VI": "dominant"}, False, "I"),  # II and III cleared
        ({"IV": "small", "VIII": "small"}, False, "I"),
        ({"II": "small", "V": "small", "VII": "small"}, False, "unclassified"),
        ({"II": "small", "VI": "small", "VIII": "small"}, False, "unclassified"),
        ({"IV": "dominant", "V": "small"}, False, "I"),
        ({"VI": "dominant", "V": "small", "VII": "small"}, False, "I"),
        ({"VI": "small", "VII": "small"}, True, None),
    ],
)
def test_patient_in_the_text_has_the_type_it_says(lesions, stated, verdict):
    """The text, the worked case and the questions say what the decision table says."""
    answer = decide("liver-involvement", lesions_by_segment=lesions, diffuse_multifocal=stated)

    assert answer.verdict == verdict
    assert answer.status == ("decided" if verdict else "conflict")


def test_patient_who_fits_two_types_gets_the_caution_that_the_text_promises():
    """Type I is read first, and the reader is told that type II fits too."""
    answer = decide("liver-involvement", lesions_by_segment={"IV": "dominant", "V": "small"}, diffuse_multifocal=False)

    assert "two-definitions" in [caution.id for caution in answer.cautions]


def test_adjacent_pairs_are_those_of_the_map():
    """The pairs of segments listed are the borders that the map counts."""
    pairs = re.search(r"share a border \(([^)]*)\)", text())[1].split(", ")

    assert {frozenset(pair.split("–")) for pair in pairs} == BORDERS


def test_every_line_has_one_sentence():
    """One sentence a line: a change to one sentence is a change to one line."""
    lines = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", text()).splitlines()

    assert [line for line in lines if not line.startswith("|") and TWO_SENTENCES.search(line)] == []


def test_six_questions_each_with_an_answer_that_explains_the_wrong_ones():
    """Each question has four options, names an objective, and its answer says why three are wrong."""
    questions = section("Check yourself").split("**Question ")[1:]

    assert len(questions) == 6
    for question in questions:
        asked, answer = question.split("<details>\n<summary>Answer</summary>\n\n")
        right = re.match(r"\*\*([A-D])\.\*\*", answer)[1]
        assert re.search(r"\(Objective [1-5]\)", asked)
        assert re.findall(r"^- ([A-D])\. ", asked, re.MULTILINE) == list("ABCD")
        assert re.findall(r"^- ([A-D]): ", answer, re.MULTILINE) == [each for each in "ABCD" if each != right]


def test_every_objective_is_checked():
    """Each of the five objectives has a question."""
    assert set(re.findall(r"\(Objective (\d)\)", text())) == set("12345")
    assert len(re.findall(r"^\d\. ", section("After this chapter you can"), re.MULTILINE)) == 5


def test_figures_map_and_cards_stand_where_the_text_raises_the_question():
    """What is shown, in order: three figures, the map, the map with a kernel, the errata, the updates."""
    shown = [cell.source.split("\n\n")[-1].strip() for cell in cells("code")]

    assert [re.match(r"[\w.]+", line)[0] for line in shown] == [
        "prognosis.synchronous_share",
        "prognosis.survival_ranges",
        "prognosis.distribution_types",
        "LiverMap",
        "diffuse.observe",
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

    assert not re.search(r"\d-\d+ ?%|\d [%]", re.sub(r"\]\([^()]*\)", "]", source))


def test_particulars_say_what_the_site_prints():
    """Section, edition, date and minutes stand in the metadata."""
    ours = notebook().metadata.netlearn

    assert (ours.section, ours.edition, ours.reviewed) == ("2", "review-2012, with 2026", "2026-11")
    assert 15 <= ours.minutes <= 20
