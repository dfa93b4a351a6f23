"""The page of editions: every difference is counted and has a case and its cause; agreement is said plainly."""

from collections.abc import Mapping

import pytest
from lxml.html import HtmlElement

from netlearn.clinic.cases import cases
from netlearn.decision import Decision, compare, decide, load, names
from netlearn.decision.case import keywords
from netlearn.decision.words import inputs_of, region_words, value_words
from netlearn.editions import edition_ids
from netlearn.errors import InputError
from netlearn.site.editions_page import SHOWN, asked_anew, comparison, comparisons
from netlearn.words import say
from tests.site.built import page

BOTH = sorted(set(names(edition_ids()[0])) & set(names(edition_ids()[1])))
every_table = pytest.mark.parametrize("name", BOTH)


def text(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture
def editions(site) -> HtmlElement:
    return page(site, "book/editions")


def entries_of(editions: HtmlElement, name: str) -> list[HtmlElement]:
    """The changes of one table; where the editions agree there is an entry without a turn, and none of these."""
    entries = editions.get_element_by_id(f"change-{name}").find_class("nl-entry")
    return [entry for entry in entries if entry.find_class("turn")]


def test_page_says_in_its_first_lines_that_it_is_no_advice(editions):
    assert "education, not medical advice" in text(editions.xpath("//h1/following-sibling::p")[0])


@every_table
def test_every_difference_is_counted(name):
    found = next(one for one in comparisons() if one.name == name)

    assert found.regions == len(compare(name))


@every_table
def test_section_shows_its_differences_or_says_that_there_are_none(editions, name):
    section = editions.get_element_by_id(f"change-{name}")
    counted = [int(text(node).split()[1]) for node in section.xpath(".//details//*[@class='turn']/span[last()]")]

    assert sum(counted) == len(compare(name))
    said = text(section)
    agrees = "takes the rules over unchanged" in said or "give the same answer in every case" in said
    assert agrees is (not compare(name))


@every_table
def test_every_change_links_to_each_of_its_causes(editions, name):
    entries = entries_of(editions, name)
    found = next(one for one in comparisons() if one.name == name)

    for entry, change in zip(entries, found.changes, strict=True):
        assert [link.get("data-ev") for link in entry.find_class("nl-ev")] == [*change.updates, *change.errata]


@every_table
def test_change_has_marks_words_and_a_case(editions, name):
    entries = entries_of(editions, name)
    found = next(one for one in comparisons() if one.name == name)

    for entry, change in zip(entries, found.changes, strict=True):
        tags = entry.find_class("nl-tag")
        assert [text(tag) for tag in tags] == [" ".join(s.label.split()) for s in (change.before, change.after)]
        assert all(tag.find_class("nl-icon") for tag in tags)
        assert text(entry.find_class("case")[0]) == "One case " + " ".join(change.witness.split())


@every_table
def test_few_regions_are_put_into_words_and_the_rest_counted(editions, name):
    entries = entries_of(editions, name)
    assert bool(entries) is bool(compare(name))
    for entry in entries:
        count = int(text(entry.find_class("turn")[0].xpath("./span[last()]")[0]).split()[1])
        lines = [text(line) for line in entry.find_class("regions")[0]]
        assert len(lines) == min(count, SHOWN + 1)
        if count > SHOWN:
            assert lines[-1].startswith(f"and {count - SHOWN} more region")


@every_table
def test_every_change_that_a_patient_meets_is_shown_with_one_of_them(editions, name):
    section = editions.get_element_by_id(f"change-{name}")
    found = next(one for one in comparisons() if one.name == name)

    shown = [text(line.xpath("./p/b")[0]) for line in section.xpath(".//ul[@class='whom']/li[p]")]
    assert shown == [" ".join(one.title.split()) for one in found.for_whom]
    assert len({(one.before.label, one.after.label) for one in found.for_whom}) == len(found.for_whom)


def labels_of(table: str, edition: str, given: Mapping[str, object]) -> str | None:
    """What an edition calls its answer; None where it refuses the case or needs to know more."""
    try:
        found = decide(table, edition, **given)
    except InputError:
        return None
    if found.status == "undetermined":
        return None
    return load(table, edition).verdicts[found.verdict].label if found.verdict else say("outcome", found.status)


@every_table
def test_every_change_that_a_patient_of_the_library_meets_is_there(name):
    old, new = edition_ids()
    questions = [q for one in cases().values() for q in one.asked if q.table == name and {old, new} <= q.given.keys()]
    pairs = {tuple(labels_of(name, each, q.given[each]) for each in (old, new)) for q in questions if q.differs}
    found = next(one for one in comparisons() if one.name == name)

    assert {(one.before.label, one.after.label) for one in found.for_whom} == {
        pair for pair in pairs if None not in pair and pair[0] != pair[1]
    }


def answered(table: str, edition: str, case: dict[str, object]) -> Decision:
    """What an edition answers to the part of a case that it asks for."""
    asked = keywords(load(table, edition))
    return decide(table, edition, **{name: value for name, value in case.items() if name in asked})


def test_witness_in_words_is_a_case_that_the_editions_answer_so():
    inputs, differences = inputs_of("cytoreduction"), compare("cytoreduction")
    labels = [{v.label for v in load("cytoreduction", edition).verdicts.values()} for edition in edition_ids()]
    changes = comparison("cytoreduction", *edition_ids()).changes
    decided = [c for c in changes if c.before.label in labels[0] and c.after.label in labels[1]]
    assert decided
    for change in decided:
        one = next(d for d in differences if region_words(inputs, d.region) == change.regions[0])
        case = {name: one.region.witness[name] for name in one.region.when}
        answers = [answered("cytoreduction", edition, case) for edition in edition_ids()]

        assert [load("cytoreduction", a.edition).verdicts[a.verdict].label for a in answers] == [
            change.before.label,
            change.after.label,
        ]
        assert all(value_words(inputs[name], value) in change.witness for name, value in case.items())


def test_summary_lists_the_differing_tables_and_those_that_agree(editions):
    (summary,) = editions.find_class("nl-editions-summary")
    differing = [one.name for one in comparisons() if one.changes]
    agreeing = [one.name for one in comparisons() if not one.changes]

    assert summary.xpath(".//tbody//a/@href") == [f"#change-{name}" for name in differing]
    assert summary.xpath("./p//a/@href") == [f"#change-{name}" for name in agreeing]


def test_summary_counts_what_the_sections_show(editions):
    (summary,) = editions.find_class("nl-editions-summary")
    rows = {
        row.xpath(".//a/@href")[0][8:]: [int(text(td)) for td in row.xpath("./td")]
        for row in summary.xpath(".//tr")[1:]
    }

    for name, (changes, regions) in rows.items():
        assert changes == len(entries_of(editions, name))
        assert regions == len(compare(name))


def test_inputs_that_only_one_edition_asks_are_named():
    asked = asked_anew(load("transplant"), load("transplant", "2026"))

    assert any("Asked only by the newer edition: " in said and "Age" in said for said in asked)
    assert asked_anew(load("liver-involvement"), load("liver-involvement", "2026")) == ()


def test_filter_counts_every_change_and_every_agreement(editions):
    total = sum(len(one.changes) or 1 for one in comparisons())

    assert len(editions.find_class("nl-entry")) == total
    assert f"Find in these {total} entries" in text(editions.find_class("nl-filter")[0])
