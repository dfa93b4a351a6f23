"""Links to the evidence: what is accepted, what is refused."""

import pytest

from netlearn import evidence
from netlearn.links import LinkError, check_link, find, numbers, parse_target

NB = "\N{NO-BREAK SPACE}"
SHARE = "../book/evidence.md#ev-2-20"  # 60–70 %


@pytest.mark.parametrize(
    "text", [f"60–70{NB}%", "60–70 %", "from 60 to 70%", "60", f"70{NB}%", "type III", "the commonest"]
)
def test_text_with_only_bounds_of_the_value_is_accepted(text):
    assert check_link(text, SHARE).id == "2-20"


@pytest.mark.parametrize("text", ["59–70 %", "60–71 %", "60.1 %", "65 %", "6–7 %", "60–70 months", "> 60 %", "2012"])
def test_text_with_another_number_unit_or_limit_is_refused(text):
    with pytest.raises(LinkError, match=r"ev-2-20"):
        check_link(text, SHARE)


def test_one_sided_value_is_accepted_with_its_sign_only():
    limit = "../book/evidence.md#ev-1-18"
    assert evidence.fact("1-18").value.text() == f">{NB}20{NB}%"

    assert check_link("> 20 %", limit)
    assert check_link("over 20 %", limit)
    with pytest.raises(LinkError):
        check_link("≤ 20 %", limit)


def test_numbers_of_the_unit_are_not_numbers_of_the_text():
    incidence = evidence.fact("1-06")
    assert incidence.value.unit == "per 100 000"

    assert check_link(incidence.value.text(), "evidence.md#ev-1-06")
    with pytest.raises(LinkError):
        check_link(f"1.90 per 100{NB}000", "evidence.md#ev-1-06")


def test_every_value_of_the_knowledge_may_be_printed_as_it_is():
    for entry in (*evidence.facts().values(), *evidence.figures().values()):
        text = entry.value.text() if entry.value else "claim"
        assert check_link(text, f"{entry.page}.md#{entry.anchor}") is entry


def test_number_in_a_link_to_a_fact_without_a_value_is_refused():
    assert evidence.fact("2-01").value is None

    assert check_link("NLM", "evidence.md#ev-2-01")
    with pytest.raises(LinkError, match="it has no value"):
        check_link("10 %", "evidence.md#ev-2-01")


def test_erratum_is_linked_by_its_id_or_by_a_figure_of_its_own():
    assert check_link("E15", "../book/errata.md#erratum-E15").id == "E15"
    assert check_link("97 %", "../book/errata.md#fig-E15-symptom-relief").id == "E15.symptom-relief"
    with pytest.raises(LinkError):
        check_link("E16", "../book/errata.md#fig-E15-symptom-relief-no")


def test_numbers_of_a_title_are_not_numbers_of_the_text():
    gap = "../book/updates.md#update-who-2010-gap"
    assert "67" in evidence.update("who-2010-gap").title

    assert check_link(f"details of: {evidence.update('who-2010-gap').title}", gap)
    with pytest.raises(LinkError):
        check_link("Ki-67 of 67 %", gap)


@pytest.mark.parametrize("href", ["../book/evidence.md#ev-2-99", "errata.md#erratum-E99", "updates.md#update-none"])
def test_anchor_that_does_not_exist_is_refused(href):
    with pytest.raises(LinkError, match="no such entry"):
        check_link("text", href)


@pytest.mark.parametrize("href", ["../chapters/02-significance.ipynb", "evidence.md", "https://doi.org/10.1#ev-1"])
def test_other_links_are_left_alone(href):
    assert check_link("60–75 %", href) is None


def test_numbers_are_read_with_decimals_and_thousands():
    assert [float(n) for n in numbers(f"5.25, 35{NB}618 and 1973–2004; E15 and NET-G3 are none")] == [
        5.25,
        35618,
        1973,
        2004,
    ]


def test_every_entry_is_found_by_its_anchor():
    for entry in (*evidence.errata().values(), *evidence.updates().values()):
        target = parse_target(f"{entry.page}.md#{entry.anchor}")
        assert target and find(target) is entry


def test_a_trial_is_linked_by_its_name_or_by_a_number_of_its_own_results():
    trial = check_link("NETTER-1", "../book/trials.md#trial-netter-1")

    assert trial is not None and trial.name == "NETTER-1"
    assert check_link("0.21", "../book/trials.md#trial-netter-1") is trial
    with pytest.raises(LinkError, match=r"trials\.md#trial-netter-1"):
        check_link("0.22", "../book/trials.md#trial-netter-1")
    with pytest.raises(LinkError, match="no such entry"):
        check_link("NETTER-9", "../book/trials.md#trial-netter-9")


def test_a_section_of_the_trial_wall_is_no_trial():
    assert check_link("which may be compared", "../book/trials.md#compare") is None
