"""The built site, read as files: nothing is missing, nothing leads nowhere, nothing is fetched from elsewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from netlearn import evidence
from netlearn.editions import edition_ids
from netlearn.glossary import term, terms
from netlearn.links import check_link
from netlearn.site.references import references
from netlearn.widgets.address import read as read_address
from tests.site.built import CONTENT, PAGES, cards, ids, internal_links, page, target, tree

ROOT = Path(__file__).parents[2]
LOADED = "//script/@src | //link[not(@rel='next' or @rel='prev' or @rel='search')]/@href | //img/@src | //iframe/@src"
every_page = pytest.mark.parametrize("name", PAGES)
every_content_page = pytest.mark.parametrize("name", CONTENT)


def text(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_site_is_exactly_these_pages(site):
    assert {str(p.relative_to(site).with_suffix("")) for p in site.rglob("*.html") if "_static" not in p.parts} == set(
        PAGES
    )


@every_page
def test_every_internal_link_leads_somewhere(site, name):
    for href in internal_links(site, name):
        path, anchor = target(site, name, href)
        assert path.is_file(), href
        address = read_address(f"#{anchor}")
        assert address or not anchor or anchor in ids(path), href
        assert not address or set(address.parts) <= widget_names(path), href


def widget_names(path: Path) -> set[str]:
    """The names by which a link can set the widgets of a page."""
    found: dict[str, int] = {}
    boards = "//net-board | //net-operation | //net-selector"
    for widget in tree(path).xpath(f"//net-explorer | //net-liver[not(@compact)] | //net-ablation | {boards}"):
        name = widget.get("name") or widget.get("table") or str(widget.tag).removeprefix("net-")
        found[name] = found.get(name, 0) + 1
    figures = {
        figure.get("id").removeprefix("figure-")
        for figure in tree(path).xpath("//net-figure//*[starts-with(@id, 'figure-')]")
    }
    return figures | {f"{name}-{n}" if n > 1 else name for name, count in found.items() for n in range(1, count + 1)}


@every_page
def test_every_resource_is_a_file_of_the_site(site, name):
    for address in page(site, name).xpath(LOADED):
        assert not re.match(r"(https?:)?//", address), address
        assert address == "data:," or target(site, name, address.split("?")[0])[0].is_file(), address


@every_page
def test_page_says_it_is_no_advice_and_which_edition_it_is(site, name):
    said = text(page(site, name).find("body"))

    assert "Education, not medical advice." in said
    assert "Edition: review 2012, with 2026" in said
    assert "CC BY 4.0" in said and "ISRN Hepatology 2013:702167" in said


@every_page
def test_page_is_in_british_english_and_has_one_title_heading(site, name):
    assert page(site, name).get("lang") == "en-GB"
    assert len(page(site, name).xpath("//h1")) == 1


@every_page
def test_no_anchor_stands_twice(site, name):
    assert [id for id, count in Counter(page(site, name).xpath("//@id")).items() if count > 1] == []


@every_page
def test_page_does_without_what_the_theme_would_load(site, name):
    loaded = " ".join(page(site, name).xpath("//script/@src | //script[not(@type)]/text()"))

    assert not re.search("thebe|fontawesome|mathjax|require|clipboard", loaded, re.IGNORECASE)


def test_every_fact_stands_on_the_evidence_page(site):
    stand = ids(site / "book/evidence.html")

    assert [fact.id for fact in evidence.facts().values() if fact.anchor not in stand] == []
    assert len([id for id in stand if id.startswith("ev-")]) == len(evidence.facts())


def test_every_fact_shows_claim_value_source_and_how_well_checked(site):
    for fact in evidence.facts().values():
        said = text(page(site, "book/evidence").get_element_by_id(fact.anchor))
        assert " ".join(fact.claim.split()) in said
        assert fact.value is None or " ".join(fact.value.text().split()) in said
        assert all(name in said for name in (*fact.errata, *fact.citations))
        assert evidence.checked_words(fact.checked) in said


def test_every_erratum_stands_on_the_errata_page_with_its_figures(site):
    stand = ids(site / "book/errata.html")

    assert [e.id for e in evidence.errata().values() if e.anchor not in stand] == []
    assert [f.id for f in evidence.figures().values() if f.page == "errata" and f.anchor not in stand] == []
    assert len(page(site, "book/errata").find_class("nl-erratum")) == 55


def test_errata_that_could_harm_come_first(site):
    shown = [node.get("id") for node in page(site, "book/errata").find_class("nl-erratum")]
    risks = [evidence.erratum(id.removeprefix("erratum-")).risk for id in shown]

    assert risks == sorted(risks, key=["A", "B", "C", ""].index)


def test_every_update_stands_on_the_updates_page_with_its_figures(site):
    stand = ids(site / "book/updates.html")

    assert [u.id for u in evidence.updates().values() if u.anchor not in stand] == []
    assert [f.id for f in evidence.figures().values() if f.page == "updates" and f.anchor not in stand] == []
    assert len(page(site, "book/updates").find_class("nl-group")) == len(evidence.topics())


def test_every_work_stands_on_the_references_page(site):
    works = references(ROOT / "book/references.bib")

    assert {f"ref-{key}" for key in works} <= ids(site / "book/references.html")


@every_content_page
def test_every_evidence_link_prints_what_it_leads_to(site, name):
    for link in page(site, name).find_class("nl-ev"):
        entry = check_link(text(link), target_of(site, name, link))
        assert entry is not None and link.get("data-ev") in {entry.id, entry.anchor}  # a trial goes by its anchor


def target_of(site: Path, name: str, link: HtmlElement) -> str:
    path, anchor = target(site, name, link.get("href"))
    return f"{path.stem}.html#{anchor}"


def test_every_term_stands_on_the_glossary_page(site):
    stand = ids(site / "book/glossary.html")

    assert [term.id for term in terms().values() if term.anchor not in stand] == []


@every_content_page
def test_every_linked_word_has_the_card_of_its_term(site, name):
    for link in page(site, name).find_class("nl-term"):
        card = cards(site, name)[link.get("data-ev")]
        assert card["claim"] == term(link.get("data-ev").removeprefix("term-")).plain
        assert target_of(site, name, link) == f"glossary.html#{link.get('data-ev')}"


@every_content_page
def test_every_evidence_link_has_its_card_and_no_card_is_idle(site, name):
    linked = {link.get("data-ev") for link in page(site, name).xpath("//a[@data-ev]")}

    assert set(cards(site, name)) == linked


@every_content_page
def test_every_card_is_complete_and_leads_to_its_entry(site, name):
    for card in cards(site, name).values():
        risk = {"risk"} if "#erratum-E" in card["href"] and "." not in card["href"].split("#")[1] else set()
        assert set(card) == {"label", "value", "claim", "population", "source", "checked", "href"} | risk
        assert card["label"] and card["claim"] and card["source"]
        path, anchor = target(site, "index", card["href"])
        assert anchor in ids(path)


@every_content_page
def test_script_is_loaded_only_where_something_needs_it(site, name):
    scripts = " ".join(page(site, name).xpath("//script/@src"))
    widgets = {node.tag for node in page(site, name).iter() if str(node.tag).startswith("net-")}
    widgets |= {"net-quiz"} if page(site, name).xpath("//*[@data-nl-due]") else set()  # made by the page's script

    assert ("netlearn.js" in scripts) == bool(widgets or cards(site, name))
    assert ("data/liver-involvement.js" in scripts) == ("net-liver" in widgets)
    assert ("filter.js" in scripts) == bool(page(site, name).find_class("nl-filter"))


def test_table_on_a_page_is_brought_in_all_its_editions(site):
    script = (site / "_static/data/liver-involvement.js").read_text(encoding="utf-8")

    assert re.findall(r'"table":"liver-involvement","edition":"([^"]+)"', script) == list(edition_ids())


def test_front_page_counts_what_there_is(site):
    said = text(page(site, "book/index").find_class("bd-article")[0])

    assert f"{len(evidence.facts())} claims" in said and f"{len(evidence.facts())} facts" in said
    assert f"{len(evidence.errata())} notes" in said and f"{len(evidence.errata())} errata" in said
    assert f"{len(evidence.topics())} topics" in said


@pytest.mark.parametrize(
    ("name", "count"), [("evidence", "facts"), ("errata", "errata"), ("updates", "updates")], ids=lambda value: value
)
def test_filter_box_counts_what_there_is(site, name, count):
    box = page(site, f"book/{name}").find_class("nl-filter")[0]

    assert text(box).startswith(f"Find in these {len(getattr(evidence, count)())} entries")


def test_chapter_has_its_title_block(site):
    chapter = page(site, "chapters/02-significance").find_class("nl-chapter")[0]

    assert text(chapter.find_class("nl-kicker")[0]) == "Section 2"
    assert re.fullmatch(
        r"Edition ?review 2012, with 2026 ?Last reviewed ?\w+ \d{4} ?Time ?\d+ minutes",
        text(chapter.find_class("nl-particulars")[0]),
    )
    assert len(chapter.find_class("nl-lead")) == 1


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("nl-guess-section", "Your guess first"),
        ("nl-in-practice", "In practice"),
        ("nl-wrong", "Where the source is wrong"),
        ("nl-keypoints", "Key points"),
        ("nl-next", "Read next"),
        ("nl-practice-section", "Practice"),
    ],
)
def test_chapter_sections_are_known_by_their_headings(site, kind, heading):
    section = page(site, "chapters/02-significance").find_class(kind)[0]

    assert text(section.find(".//h2")).rstrip("#") == heading


def test_patients_of_a_chapter_are_said_to_be_invented_before_their_names(site):
    box = page(site, "chapters/02-significance").find_class("nl-patient")[0]

    assert text(box.find("p")) == "Invented patient"
    assert text(box.find("h2")).rstrip("#") == "Vera, 57, and Tomas, 63"
    assert text(box.find_class("nl-to-decide")[0]).startswith("To decide: ")


def test_contents_name_the_chapter_not_its_kicker(site):
    sidebar = page(site, "book/evidence").get_element_by_id("pst-primary-sidebar")

    assert "Metastases in the liver: which pattern?" in text(sidebar)
