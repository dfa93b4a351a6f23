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
# Numbers that are no claim about patients. Some are calculated again below; the limits are facts, linked where
# they are taught; the rest are the particulars of invented patients and of the bench, and names.
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


def measured_rows():
    """The rows of the table of measured diameters, as (measured, low, high, answer)."""
    rows = re.findall(r"^\| ([\d.]+) cm \| ([\d.]+)–([\d.]+) cm \| (.*) \|$", text(), re.MULTILINE)
    return [tuple(row) for row in rows]


def prose():
    """The text without links, numbering, headings, questions' numbers and the table that is calculated again below."""
    bare = re.sub(r"\[(?:[^\[\]])*\]\([^()]*\)", "", text())
    return re.sub(r"^\s*\d\. |^#.*$|^\| \d.*$|\*\*Question \d\.\*\*|\(Objective \d\)", "", bare, flags=re.MULTILINE)


def patient(**changes):
    """The patient of the worked case, with changes."""
    given = {"resectable": False, "largest_diameter_cm": "3.1", "lesion_count": 4, "lobes_involved": "right"}
    return {**given, "adjacent_to": "none", **changes}


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


def test_volumes_and_zones_are_those_of_the_bench():
    """One zone of 4 cm is enough for 3 cm with half a centimetre all round; 3.1 cm takes four, 4 cm seven."""
    zones = {diameter: size(diameter, "0.5", 4).to_json() for diameter in ("3", "3.1", "4")}

    assert round(size(5, 0, 4).lesion_ml / size(3, 0, 4).lesion_ml, 1) == 4.6
    assert [each["zones_at_least"] for each in zones.values()] == [1, 4, 7]
    assert [each["zones_enough"] for each in zones.values()] == [1, 4, 7]


def test_the_bench_starts_with_the_rim_and_the_zone_that_the_text_names():
    """The text says half a centimetre all round and a zone of 4 cm."""
    value = AblationBench().value

    assert (value["margin_cm"], value["zone_cm"]) == (0.5, 4)


def test_shares_calculated_in_the_text_are_right():
    """What the text multiplies and adds follows from the facts."""
    whole, new, outside = (fact(id).value.low / 100 for id in ("3.3-24", "3.3-25", "3.3-26"))
    risk = figure("kose-2020.local-recurrence-per-lesion").value.low
    once = at_least_one(risk / 100, 6)

    assert [round(100 * n) for n in (whole * new, whole * outside, new + outside, once)] == [14, 13, 122, 26]
    assert risk == 5
    assert 4 < figure("E15.new-liver-lesions").value.low / (100 * whole * new) < 5


@pytest.mark.parametrize("row", measured_rows(), ids=lambda row: row[0])
def test_row_of_measured_diameters_is_what_the_table_answers(row):
    """Each row gives the interval of ±2 mm, and what the rule says inside it with its probability."""
    measured, low, high, answer = row
    found = chances("rfa", **patient(largest_diameter_cm=measured))
    shares = {"1/4": "one quarter", "3/4": "three quarters"}
    names = [each.verdict for each in found]

    assert [Fraction(end) - Fraction(measured) for end in (low, high)] == [-ERROR_CM, ERROR_CM]
    if len(found) == 1:
        assert answer == names[0]
    elif {str(each.share) for each in found} == {"1/2"}:
        assert answer == f"{' or '.join(names)}, one half each"
    else:
        assert answer == ", ".join(f"{each.verdict} {shares[str(each.share)]}" for each in found)


def test_table_of_measured_diameters_has_seven_rows():
    """The test above sees every row."""
    assert [row[0] for row in measured_rows()] == ["2.8", "3.0", "3.1", "3.2", "4.8", "5.0", "5.2"]


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "doubtful"),
        ({"largest_diameter_cm": 3}, "suitable"),
        ({"largest_diameter_cm": 4}, "doubtful"),
        ({"largest_diameter_cm": 5}, "doubtful"),
        ({"largest_diameter_cm": "5.1"}, "unsuitable"),
        ({"lesion_count": 6}, None),
        ({"lesion_count": 6, "lobes_involved": "both"}, "contraindicated"),
        ({"lesion_count": 2, "largest_diameter_cm": 5}, "doubtful"),  # question 2
        ({"lesion_count": 7, "largest_diameter_cm": 2, "lobes_involved": "left"}, None),  # question 3
        ({"resectable": True}, "surgery-first"),
    ],
)
def test_patient_in_the_text_has_the_verdict_it_says(changes, verdict):
    """The text, the worked case and the questions say what the decision table says."""
    answer = decide("rfa", **patient(**changes))

    assert answer.verdict == verdict
    assert answer.status == ("decided" if verdict else "not-stated")


def test_a_bile_duct_beside_the_lesion_adds_a_caution_and_leaves_the_verdict():
    """The bench is asked what travels with the verdict."""
    answer = decide("rfa", **patient(adjacent_to="bile-duct"))

    assert answer.verdict == "doubtful"
    assert {"heat", "E09"} <= {caution.id for caution in answer.cautions}


@pytest.mark.parametrize(
    ("diameter", "combined", "verdict"),
    [("4.9", "rfa", "option"), ("5", "rfa", "excluded"), ("2", "none", "not-as-monotherapy")],
)
def test_alcohol_is_what_the_text_says(diameter, combined, verdict):
    """Under 5 cm and with another technique an option; at exactly 5 cm excluded; alone never."""
    answer = decide("pai", largest_diameter_cm=diameter, adjacent_to="bile-duct", combined_with=combined)

    assert answer.verdict == verdict


def test_the_newer_edition_has_no_rule_for_six_lesions_in_both_lobes():
    """What the section on changes says of the newer edition."""
    answer = decide("rfa", "2026", modality="rfa", **patient(lesion_count=6, lobes_involved="both"))

    assert answer.status == "not-stated"


def test_the_models_do_what_the_reader_is_told_to_watch():
    """A near vessel dents the side that faces it, blood flow shrinks the zone, growth slows, cold lags behind ice."""
    heat, ice = grid.load().tables["heat"], grid.load().tables["ice"]
    usual = {"power": 40, "time": 6, "perfusion": 60, "vessel": 30}
    zone = partial(grid.interpolate, heat)
    widths = [zone("damage_width", **usual | {"time": minutes}) for minutes in (3, 6, 9)]
    frozen = {"probe": -140, "perfusion": 60}
    share = [
        grid.interpolate(ice, "target_radius", time=minutes, **frozen)
        / grid.interpolate(ice, "edge_radius", time=minutes, **frozen)
        for minutes in (1, 15)
    ]

    assert zone("damage_towards", **usual | {"vessel": 2}) < zone("damage_away", **usual | {"vessel": 2})
    assert zone("damage_width", **usual | {"perfusion": 120}) < zone("damage_width", **usual)
    assert 0 < widths[2] - widths[1] < widths[1] - widths[0]
    assert max(share) < 1


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
