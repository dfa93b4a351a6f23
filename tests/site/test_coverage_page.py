"""The page of coverage: every objective and every rule with what asks it, from the exercises themselves."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from netlearn.decision import names
from netlearn.decision.load import editions_of
from netlearn.editions import edition_ids
from netlearn.items import load_items
from netlearn.items.coverage import LEAST, clauses
from netlearn.site.coverage_page import aims, asked, unasked
from tests.items.bank import ROOT as DEMO
from tests.site.built import ids, page

ROOT = Path(__file__).parents[2] / "exercises"
CHAPTERS = sorted(path.parent.name for path in ROOT.glob("*/objectives.toml"))


def text(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture
def coverage(site) -> HtmlElement:
    return page(site, "book/coverage")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_objective_stands_on_the_page_with_its_questions(coverage, chapter):
    rows = coverage.get_element_by_id(f"objectives-{chapter.replace('.', '-')}").xpath(".//tbody/tr")
    said = [[text(cell) for cell in row] for row in rows]
    shown = [
        [a.text, f"{len(a.questions)}: {'; '.join(a.questions)}", "; ".join(a.tasks) or "none"]
        for a in aims(ROOT, chapter)
    ]

    assert said == [[" ".join(cell.split()) for cell in row] for row in shown]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_objective_has_enough_questions(chapter):
    assert [aim.text for aim in aims(ROOT, chapter) if len(aim.questions) < LEAST] == []


def test_every_question_stands_under_one_objective():
    shown = [title for chapter in CHAPTERS for aim in aims(ROOT, chapter) for title in aim.questions]

    assert sorted(shown) == sorted(item.title for item in load_items(ROOT).values())


def test_a_table_that_is_asked_shows_every_clause_of_every_edition():
    for table, rows in asked(ROOT).items():
        assert len(rows) == sum(len(clauses(table, each)) for each in editions_of(table))


def test_a_rule_that_nothing_asks_says_so():
    rows = {(row.edition, row.words): row.questions for row in asked(DEMO)["rfa"]}

    assert rows["review 2012", "Rule small"] == ("Is it fit for radiofrequency?",)
    assert rows["2026", "Rule small"] == ()


def test_every_table_is_either_asked_or_listed_with_what_could_be_asked():
    listed = {table: count for table, _, count in unasked(ROOT)}

    assert {*listed, *asked(ROOT)} == {table for edition in edition_ids() for table in names(edition)}
    assert not {*listed} & {*asked(ROOT)}


def test_a_table_that_nothing_asks_says_in_how_many_ways_it_could_be_asked():
    listed = {table: count for table, _, count in unasked(DEMO)}

    assert listed["external-radiotherapy"] == 9  # in 2012 three rules and a silence, in 2026 two rules more
    assert "rfa" not in listed


def test_every_rule_links_to_its_place_among_the_tables(site, coverage):
    links = [link.removeprefix("tables.html#") for link in coverage.xpath('//*[@class="nl-coverage"]//a/@href')]

    assert links
    assert set(links) <= ids(site / "book/tables.html")
