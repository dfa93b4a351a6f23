"""The evidence as it is looked up: what is there, how values print, what an unknown id says."""

from collections import Counter
from fractions import Fraction

import attrs
import pytest

from netlearn import evidence
from netlearn.errors import NetlearnError
from netlearn.evidence import Value
from netlearn.value import decimal_text


def printed(value: Value) -> str:
    return value.text().replace("\N{NO-BREAK SPACE}", " ")


def values() -> dict[str, Value]:
    return {fact.id: fact.value for fact in evidence.facts().values() if fact.value}


def test_facts_come_in_the_order_of_the_review():
    counts = Counter(fact.section for fact in evidence.facts().values())

    assert list(counts.items()) == [
        ("abs", 9), ("1", 28), ("2", 23), ("3", 10), ("3.1", 61), ("3.2", 24), ("3.3", 34), ("3.4", 38),
        ("3.5", 13), ("4", 5), ("4.1", 32), ("4.2", 14), ("4.3", 15), ("4.4", 19), ("4.5", 32), ("5", 24),
    ]  # fmt: skip


def test_facts_of_a_section_are_numbered_without_a_gap():
    for section in evidence.sections():
        ids = [fact.id for fact in evidence.facts().values() if fact.section == section]

        assert ids == [f"{section}-{number:02}" for number in range(1, len(ids) + 1)]


def test_every_kind_of_fact_has_its_number():
    counts = Counter(fact.kind for fact in evidence.facts().values())

    assert counts == {
        "rule": 143, "number": 75, "trial": 66, "mechanism": 37, "definition": 29, "open": 22, "complication": 9,
    }  # fmt: skip


def test_every_section_has_its_number_of_values():
    counts = Counter(evidence.fact(id).section for id in values())

    assert counts == {
        "abs": 3, "1": 12, "2": 7, "3": 2, "3.1": 14, "3.2": 8, "3.3": 14, "3.4": 10, "3.5": 5, "4": 2,
        "4.1": 15, "4.2": 4, "4.3": 5, "4.4": 8, "4.5": 16, "5": 1,
    }  # fmt: skip


def test_one_sided_values_keep_their_bound():
    one_sided = {id: printed(value) for id, value in values().items() if value.bound}

    assert one_sided == {
        "1-17": "> 20 mitoses per 10 HPF", "1-18": "> 20 %", "1-22": "> 75 %", "3-05": "> 90 %",
        "3.1-05": "> 60 %", "3.1-07": "< 5 %", "3.1-08": "< 30 %", "3.1-18": "> 60 %", "3.1-52": "> 97 %",
        "3.1-58": "> 90 %", "3.2-20": "≥ 1 year", "3.2-22": "≥ 1 year", "3.3-11": "< 5 cm", "3.3-28": "> 3 cm",
        "3.3-29": "> 5 cm", "3.3-30": "≤ 5 lesions", "3.4-11": "> 20 times", "3.4-21": "> 75 %",
        "4.1-30": "> 50 %", "4.2-07": "> 70 %", "5-06": "≤ 3 cm",
    }  # fmt: skip


def test_values_printed_with_about_stay_approximate():
    assert {id for id, value in values().items() if value.approximate} == {"3.1-12", "3.3-22", "3.5-09"}


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("abs-02", "75–80 %"),
        ("1-07", "5.25 per 100 000"),
        ("1-08", "1973–2004"),
        ("2-20", "60–70 %"),
        ("3.1-12", "about 90 %"),
        ("3.1-40", "300 microgram"),
        ("3.2-15", "57.8 %"),
        ("3.3-07", "−50 °C"),
        ("3.4-23", "7.5–23.8 %"),
        ("3.4-30", "1 lobe"),
        ("4.5-31", "grade 1–2"),
    ],
)
def test_a_fact_prints_its_value(id: str, text: str):
    assert printed(evidence.fact(id).value) == text


def test_a_no_break_space_joins_number_and_unit():
    assert evidence.fact("2-20").value.text() == "60–70\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(("id", "text"), [("1-06", "1.09"), ("4.5-14", "11.4")])
def test_decimals_are_exact(id: str, text: str):
    assert evidence.fact(id).value.bounds() == (Fraction(text),)


def test_a_printed_zero_after_the_point_is_kept():
    assert printed(evidence.figure("E13.pfs-everolimus").value) == "11.0 months"


def test_a_range_has_two_bounds_and_a_limit_one():
    assert [len(evidence.fact(id).value.bounds()) for id in ("2-20", "1-18", "1-07")] == [2, 1, 1]


def test_a_figure_prints_its_interval():
    text = evidence.figure("E12.hazard-ratio").text()

    assert text.replace("\N{NO-BREAK SPACE}", " ") == "0.34 (95 % CI 0.20–0.59)"


def test_the_misprinted_dose_is_shown_as_a_misprint_and_never_bare():
    dose = evidence.fact("4.1-09")

    assert dose.claim.startswith("Misprint")
    assert "E01" in dose.errata
    assert printed(dose.value) == "150 mg (as printed; the true unit is microgram)"


def test_the_true_dose_stands_in_the_erratum():
    assert printed(evidence.figure("E01.dose").value) == "150 microgram"


def test_every_claim_prints_the_numbers_of_its_value():
    for id, value in values().items():
        for end in value.bounds():
            assert decimal_text(end) in evidence.fact(id).claim, id


def test_facts_and_errata_name_each_other():
    by_fact = {(fact.id, erratum) for fact in evidence.facts().values() for erratum in fact.errata}
    by_erratum = {(fact, erratum.id) for erratum in evidence.errata().values() for fact in erratum.facts}

    assert by_fact == by_erratum


def test_a_range_of_citations_is_written_out():
    assert evidence.fact("3.1-40").citations == ("1", "18", "19", "20", "21", "22", "23")


def test_every_erratum_of_risk_a_says_what_to_teach_instead():
    risky = [erratum.id for erratum in evidence.errata().values() if erratum.risk == "A"]

    assert risky == ["E01", "E02", "E03", "E06", "E08", "E09", "E10", "E11", "E58", "E37"]


@pytest.mark.parametrize(
    ("entry", "anchor", "page"),
    [
        (evidence.fact("3.1-40"), "ev-3-1-40", "evidence"),
        (evidence.erratum("E15"), "erratum-E15", "errata"),
        (evidence.figure("E15.symptom-relief"), "fig-E15-symptom-relief", "errata"),
        (evidence.update("mccully-2024"), "update-mccully-2024", "updates"),
        (evidence.update("mccully-2024").figures[0], "fig-mccully-2024-", "updates"),
    ],
)
def test_an_entry_knows_its_place(entry: evidence.Entry, anchor: str, page: str):
    assert entry.anchor.startswith(anchor)
    assert entry.page == page


def test_every_topic_has_its_number():
    assert [topic.number for topic in evidence.topics().values()] == list(range(1, 32))


def test_updates_are_those_of_the_topics_in_order():
    listed = [update for topic in evidence.topics().values() for update in topic.updates]

    assert list(evidence.updates().values()) == listed


@pytest.mark.parametrize("look_up", [evidence.fact, evidence.erratum, evidence.update, evidence.figure])
def test_an_unknown_id_is_refused_by_name(look_up):
    with pytest.raises(NetlearnError, match="'no-such-id' is not known"):
        look_up("no-such-id")


def test_an_unknown_id_names_the_closest_ones():
    with pytest.raises(evidence.UnknownIdError, match=r"close: .*E15\.symptom-relief"):
        evidence.figure("E15.symptom-releif")


def test_the_evidence_is_read_only():
    with pytest.raises(TypeError):
        evidence.facts()["2-20"] = evidence.fact("2-18")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        evidence.fact("2-20").claim = ""


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        ("as-printed", "as printed in the review"),
        ("abstract", "checked against the abstract, label or page"),
        ("second-hand", "second-hand, read where it is quoted and not in the source"),
        ("recalled", "recalled, not yet checked against the paper"),
    ],
)
def test_how_well_a_number_was_checked_is_said_in_words(checked: str, words: str):
    assert evidence.checked_words(checked) == words


def test_an_erratum_cut_out_of_its_file_is_the_one_that_reading_all_of_them_gives():
    assert {id: evidence.erratum(id) for id in evidence.errata()} == dict(evidence.errata())
