"""The page of decision tables: every rule of every edition, its sources, what is declared, and the proof."""

from dataclasses import replace

import pytest
from lxml.html import HtmlElement

from netlearn.decision import Region, load, names, prove
from netlearn.decision.table import Table
from netlearn.editions import edition_ids
from netlearn.site.tables_page import boundaries, ordered, proof_words, rule_anchor, sheet
from netlearn.site.theme import date_words
from tests.site.built import page

NB = "\N{NO-BREAK SPACE}"
ALL = [(name, edition) for edition in edition_ids() for name in names(edition)]
OWN = [pair for pair in ALL if not load(*pair).same_as]
every_table = pytest.mark.parametrize(("name", "edition"), ALL)
every_own_table = pytest.mark.parametrize(("name", "edition"), OWN)


def text(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture
def tables(site) -> HtmlElement:
    return page(site, "book/tables")


def shown(tables: HtmlElement, table: Table) -> HtmlElement:
    return tables.get_element_by_id(f"table-{table.name}-{table.edition}")


def test_page_says_in_its_first_lines_that_it_is_no_advice(tables):
    assert "education, not medical advice" in text(tables.xpath("//h1/following-sibling::p")[0])


@every_table
def test_table_says_proof_review_and_who_must_sign_it_off(tables, name, edition):
    table = load(name, edition)
    (listed,) = shown(tables, table).find_class("proof")
    said = {text(row.find("dt")): text(row.find("dd")) for row in listed}

    assert said["Proof"].startswith("holds: ")
    assert said["Last reviewed"] == date_words(table.reviewed)
    assert said["To be signed off by"] == table.sign_off


@every_own_table
def test_every_rule_has_a_row_with_its_answer_and_its_reason(tables, name, edition):
    table = load(name, edition)
    for number, rule in enumerate(table.rules, start=1):
        row = tables.get_element_by_id(rule_anchor(table, rule))
        assert text(row.xpath(".//th")[0]) == f"Rule {number}"
        assert text(row.find_class("answer")[0]) == " ".join(table.verdicts[rule.verdict].label.split())
        assert " ".join(rule.because.split()) in text(row.find_class("reason")[0])


@every_own_table
def test_every_clause_links_to_each_of_its_sources(tables, name, edition):
    table = load(name, edition)
    linked = {link.get("data-ev") for link in shown(tables, table).find_class("nl-ev")}

    for clause in table.clauses:
        assert {*clause.facts, *clause.figures, *clause.updates, *clause.errata} <= linked, clause.id


@every_own_table
def test_every_silence_conflict_impossible_case_and_caution_is_said(tables, name, edition):
    table = load(name, edition)
    said = text(shown(tables, table))

    for clause in (*table.silent, *table.conflicts, *table.impossible, *table.cautions):
        assert " ".join(clause.because.split()) in said


@every_own_table
def test_answer_has_a_mark_and_a_word(tables, name, edition):
    for cell in shown(tables, load(name, edition)).find_class("answer"):
        (tag,) = cell.find_class("nl-tag")
        assert tag.find_class(f"i-{tag.get('data-verdict')}")
        assert text(tag)


@every_own_table
def test_grid_can_be_reached_and_scrolled_by_keyboard(tables, name, edition):
    (grid,) = shown(tables, load(name, edition)).find_class("grid")

    assert grid.get("tabindex") == "0" and grid.get("role") == "region" and grid.get("aria-label")


@pytest.mark.parametrize("name", sorted(name for name, edition in ALL if load(name, edition).same_as))
def test_table_taken_over_points_to_the_older_one_and_shows_no_second_grid(tables, name):
    newer = shown(tables, load(name, "2026"))

    assert newer.find_class("grid") == []
    assert [link.get("href") for link in newer.xpath("./p/a")] == [f"#table-{name}-review-2012"]


def test_tables_stand_in_the_order_of_the_review(tables):
    sections = [node.get("id") for node in tables.find_class("nl-group")]

    assert sections == [f"table-{name}" for name in ordered()]
    assert set(ordered()) == {name for name, _ in ALL}
    told = ("grade", "liver-involvement", "resection", "transplant", "rfa", "embolisation", "sirt", "ssa", "targeted")
    assert [name for name in ordered() if name in told] == list(told)


def test_conditions_are_in_words_with_their_unit():
    found = sheet("rfa", "review-2012")
    cells = {row.rule.id: dict(zip([c.name for c in found.columns], row.cells, strict=True)) for row in found.rows}

    assert cells["middle"]["largest_diameter_cm"] == f">{NB}3{NB}to 5{NB}cm"
    assert cells["small"]["largest_diameter_cm"] == f"≤{NB}3{NB}cm"
    assert cells["many-bilobar"]["lobes_involved"] == "both"


def test_condition_that_a_rule_does_not_ask_is_any(tables):
    row = tables.get_element_by_id("rule-rfa-review-2012-large")

    assert {text(cell) for cell in row.find_class("any")} == {"–any"}
    assert len(row.find_class("any")) == len(sheet("rfa", "review-2012").columns) - 1


def test_rule_names_the_rules_over_which_it_prevails(tables):
    row = tables.get_element_by_id("rule-rfa-review-2012-many-bilobar")

    assert "Prevails over rule 3." in text(row)
    assert row.xpath(".//a[text()='3']/@href") == ["#rule-rfa-review-2012-large"]


def test_silence_names_the_rules_that_speak_in_a_part_of_it(tables):
    said = text(tables.get_element_by_id("table-resection-review-2012"))

    assert ", unless rules 3, 5 speak" in said


def test_boundaries_list_each_number_once_with_the_unit():
    table = load("rfa")

    assert dict(boundaries(table, prove("rfa")))["Largest diameter"] == f"3, 5{NB}cm"


def test_proof_that_fails_says_so():
    gap = Region({}, {}, ())
    words = proof_words(replace(prove("grade"), gaps=(gap,)))

    assert words.startswith("fails: ") and "gaps: 1" in words


def test_input_that_no_rule_asks_has_no_column_and_is_named():
    found = sheet("rfa", "review-2012")

    assert "adjacent_to" not in [column.name for column in found.columns]
    assert found.asked_besides == ("Close to", "Bile duct joined to the bowel")
