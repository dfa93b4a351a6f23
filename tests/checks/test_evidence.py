"""The knowledge is valid, and every kind of defect is found and named."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from pybtex.database import parse_file

from netlearn.checks.evidence import faults

ROOT = Path(__file__).parents[2]
GROUPS = ("evidence", "errata", "updates")
BIBLIOGRAPHY = ROOT / "book/references.bib"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the knowledge to spoil."""
    for group in GROUPS:
        shutil.copytree(ROOT / "netlearn/knowledge" / group, tmp_path / group)
    shutil.copy(BIBLIOGRAPHY, tmp_path)
    return tmp_path


def spoil(copy: Path, file: str, entry: str, old: str, new: str) -> None:
    """Replace ``old`` by ``new`` where it first stands from the line ``entry`` on."""
    text = (copy / file).read_text(encoding="utf-8")
    start = text.index(entry)
    assert old in text[start:], "the defect does not fit the file"
    (copy / file).write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")


def said(copy: Path, bibliography: str = "references.bib") -> str:
    """All faults of the copy, a line each; none is an empty text."""
    return "\n".join(map(str, faults(copy, copy / bibliography)))


def test_a_copy_of_the_knowledge_is_valid(copy: Path):
    assert said(copy) == ""


FACT = ("evidence/2.toml", 'id = "2-20"')
LIMIT = ("evidence/1.toml", 'id = "1-18"')
ERRATUM = ("errata/b-trials.toml", 'id = "E12"')
FIGURE = ("errata/b-trials.toml", 'name = "hazard-ratio"')
UPDATE = ("updates/06-crisis.toml", 'id = "mccully-2024"')

DEFECTS = {
    "unknown key of a fact": (*FACT, "kind =", "sort =", "2-20: unknown key sort"),
    "unknown key of a figure": (*FIGURE, "quantity =", "amount =", "E12: hazard-ratio: unknown key amount"),
    "missing key": (*FACT, 'topic = "distribution"\n', "", "2-20: topic: required key is missing"),
    "missing source": (*ERRATUM, "\ncites = [", "\n# cites = [", "E12: cites: required key is missing"),
    "text for a number": (*FACT, "low = 60", 'low = "60"', "2-20: low: '60' is not a number"),
    "number for a text": (*FACT, 'unit = "%"', "unit = 1", "2-20: unit: 1 is not a text"),
    "text for a list": (*FACT, 'citations = ["6"]', 'citations = "6"', "2-20: citations: '6' is not a list"),
    "word for true": (*FACT, "low = 60", 'approximate = "yes"\nlow = 60', "'yes' is not true or false"),
    "half an interval": (*FIGURE, "[0.20, 0.59]", "[0.20]", "E12: hazard-ratio: interval: "),
    "kind that is none": (*FACT, '"number"', '"figure"', "2-20: kind: figure is not one of"),
    "risk that is none": (*ERRATUM, 'risk = "B"', 'risk = "D"', "E12: risk: D is not one of"),
    "status that is none": (*ERRATUM, '"confirmed"', '"certain"', "E12: status: certain is not one of"),
    "fact without weight": (*FACT, "weight =", "# weight =", "2-20: weight: required key is missing"),
    "weight that is none": (*FACT, 'weight = "', 'weight = "light ', "2-20: weight: light "),
    "checked that is none": (*FIGURE, '"abstract"', '"sure"', "E12: hazard-ratio: checked: sure is not one of"),
    "not TOML": (*FACT, "low = 60", "low = ", "not valid TOML"),
    "empty claim": ("evidence/4.1.toml", 'id = "4.1-08"', 'claim = "The', 'claim = " " # "', "4.1-08: claim: is empty"),
    "empty source": (*ERRATUM, "source = ", 'source = ""\n# ', "E12: source: is empty"),
    "empty population": (*FIGURE, "population = ", 'population = ""\n# ', "E12.hazard-ratio: population: is empty"),
    "fact used twice": (*FACT, 'id = "2-21"', 'id = "2-20"', "2-20: id: is used twice"),
    "erratum used twice": (*ERRATUM, 'id = "E13"', 'id = "E12"', "E12: id: is used twice"),
    "figure used twice": (*ERRATUM, '"stable-placebo"', '"stable-octreotide"', "E12.stable-octreotide: id: is used"),
    "fact of another section": (*FACT, 'id = "2-21"', 'id = "3-21"', "3-21: id: is not 2- and two digits"),
    "section of another file": ("evidence/2.toml", "", 'section = "2"', 'section = "7"', "section: '7' does not fit"),
    "topic of another file": ("updates/06-crisis.toml", "", "number = 6", "number = 7", "topic: 7 'crisis' does not"),
    "erratum that is no number": (*ERRATUM, 'id = "E13"', 'id = "Everolimus"', "Everolimus: id: is not E and two"),
    "figure that is no slug": (*FIGURE, '"stable-octreotide"', '"Stable"', "'Stable' is not lower-case words"),
    "erratum unknown to a fact": (*FACT, '"E34"', '"E99"', "2-20: errata: 'E99' does not exist"),
    "fact unknown to an erratum": (*ERRATUM, '"4.1-17"', '"4.1-99"', "E12: facts: '4.1-99' does not exist"),
    "section unknown to an update": (*UPDATE, 'sections = ["3.1"', 'sections = ["9"', "sections: '9' does not exist"),
    "work unknown to a fact": (*FACT, '"steinmuller2008"', '"nobody1900"', "2-20: cites: 'nobody1900' does not"),
    "work unknown to a figure": (*FIGURE, '"rinke2009"', '"nobody1900"', "E12.hazard-ratio: cites: 'nobody1900'"),
    "fact without its erratum": (*FACT, 'errata = ["E34"]\n', "", "2-20: errata: lacks E34"),
    "erratum without its fact": (*ERRATUM, '"4.1-17", ', "", "E12: facts: lacks 4.1-17"),
    "checked without a work": (
        "evidence/2.toml", 'id = "2-21"', '"as-printed"', '"abstract"', "2-21: cites: is empty although",
    ),
    "low above high": (*FACT, "low = 60", "low = 71", "2-20: low: 71 is above high, 70"),
    "range with a bound": (*FACT, "low = 60", 'bound = ">"\nlow = 60', "2-20: bound: '>' goes with low alone"),
    "bound on the wrong side": (*LIMIT, 'bound = ">"', 'bound = "<"', "1-18: bound: '<' goes with high alone"),
    "one side without a bound": (*LIMIT, 'bound = ">"\n', "", "1-18: bound: '' goes with low and high"),
    "percentage above 100": (*FACT, "high = 70", "high = 101", "2-20: unit: a percentage must lie from 0 to 100"),
    "percentage below 0": (*FACT, "low = 60", "low = -1", "2-20: unit: a percentage must lie from 0 to 100"),
    "value without a quantity": (*FACT, "quantity = ", "# ", "2-20: quantity: is empty although there is a value"),
    "quantity without a value": (*LIMIT, 'low = 20\nbound = ">"\n', "", "1-18: low: a value needs low or high"),
    "interval beside the value": (*FIGURE, "[0.20, 0.59]", "[0.35, 0.59]", "interval: does not contain the value"),
    "interval without its kind": (*FIGURE, "interval_kind", "# ", "interval_kind: an interval needs its kind"),
}  # fmt: skip


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_is_named_with_its_file_and_entry(copy: Path, defect: str):
    file, entry, old, new, message = DEFECTS[defect]
    spoil(copy, file, entry, old, new)

    assert re.search(f"(?m)^{re.escape(file)}: .*{re.escape(message)}", said(copy))


def test_every_defect_is_reported_at_once(copy: Path):
    spoil(copy, *FACT, "low = 60", "low = 71")
    spoil(copy, *LIMIT, 'bound = ">"', 'bound = "<"')

    assert {fault.id for fault in faults(copy, copy / "references.bib")} == {"2-20", "1-18"}


@pytest.mark.parametrize(
    ("id", "right"),
    [("practice-3.1-99", True), ("practice-3.1-0", False), ("practice-4-1", False), ("practice-3.1-two", False)],
)
def test_a_fact_of_practice_is_named_after_a_section_it_bears_on(copy: Path, id: str, right: bool):
    with (copy / "updates/06-crisis.toml").open("a", encoding="utf-8") as file:
        file.write(UPDATE_WITH_FIGURE.format(id, "a").replace("sections = []", 'sections = ["2", "3.1"]'))

    if right:
        assert said(copy) == ""
    else:
        assert f"{id}: id: is not practice-, a section that it bears on" in said(copy)


UPDATE_WITH_FIGURE = """
[[update]]
id = "{}"
title = "t"
statement = "s"
cites = []
checked = "recalled"
sections = []
facts = []
errata = []
[[update.figure]]
name = "{}"
quantity = "q"
low = 1
high = 1
population = "p"
cites = []
checked = "recalled"
"""


def test_two_figures_may_not_share_an_anchor(copy: Path):
    with (copy / "updates/06-crisis.toml").open("a", encoding="utf-8") as file:
        file.write(UPDATE_WITH_FIGURE.format("a", "b-c") + UPDATE_WITH_FIGURE.format("a-b", "c"))

    assert "a-b.c: anchor: fig-a-b-c is taken" in said(copy)


def test_a_key_of_the_bibliography_may_stand_once(copy: Path):
    with (copy / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@article{rinke2009,\n}\n")

    assert "references.bib: rinke2009: id: is used twice" in said(copy)


def test_a_missing_bibliography_is_named(copy: Path):
    assert said(copy, "no.bib") == "no.bib: cannot be read"


def test_percentages_may_touch_0_and_100(copy: Path):
    spoil(copy, *FACT, "low = 60", "low = 0")
    spoil(copy, *FACT, "high = 70", "high = 100")

    assert said(copy) == ""


def test_an_interval_may_touch_its_value(copy: Path):
    spoil(copy, *FIGURE, "[0.20, 0.59]", "[0.34, 0.59]")

    assert said(copy) == ""


def test_the_bibliography_parses_with_every_field_it_needs():
    entries = parse_file(str(BIBLIOGRAPHY)).entries

    assert len(entries) == 151
    assert [
        key for key, entry in entries.items() if not {"title", "journal", "year", "note"} <= set(entry.fields)
    ] == []


@pytest.mark.parametrize(
    "path", [BIBLIOGRAPHY, *sorted((ROOT / "netlearn/knowledge").glob("e*/*.toml"))], ids=lambda p: p.name
)
def test_no_source_is_a_web_address(path: Path):
    addresses = re.findall(
        r"https?:|www\.|\b\w+\.(?:com|org|net|gov|edu|fr|de|nl|be|ua|uk)\b", path.read_text(encoding="utf-8")
    )

    assert addresses == []


@pytest.mark.parametrize("path", sorted((ROOT / "netlearn/knowledge").glob("e*/*.toml")), ids=lambda p: p.name)
def test_a_no_break_space_joins_every_number_to_its_percent_sign(path: Path):
    rows = [
        row
        for rows in tomllib.loads(path.read_text(encoding="utf-8")).values()
        if isinstance(rows, list)
        for row in rows
    ]
    texts = [text for row in rows for key, text in row.items() if isinstance(text, str)]

    assert texts and [text for text in texts if re.search(r"\d ?%", text.replace("\N{NO-BREAK SPACE}", "_"))] == []


def test_microgram_is_never_abbreviated():
    for path in (ROOT / "netlearn/knowledge").glob("*/*.toml"):
        assert not re.search(r"[µμ]g|\bmcg\b|\bug\b", path.read_text(encoding="utf-8")), path.name
