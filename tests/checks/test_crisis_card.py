"""What is refused on the crisis card: no source, no status, a half signature, the dose without 2026, a rate."""

from copy import deepcopy

import pytest

from netlearn import knowledge
from netlearn.checks.course import course
from netlearn.checks.crisis_card import STATUS, TEMPLATE, faults, of_card, of_contents, of_template
from netlearn.clinic.crisis.card import FILE, UNSIGNED, read_card


@pytest.fixture
def raw():
    return deepcopy(dict(knowledge.load(FILE)))


def said(raw):
    return "\n".join(map(str, of_card(raw)))


def step(raw, id):
    return next(each for each in raw["step"] if each["id"] == id)


def dose(raw):
    return next(line for line in step(raw, "octreotide")["line"] if "3.1-48" in line.get("facts", ()))


def test_the_card_has_no_fault():
    assert list(faults()) == []


@pytest.mark.parametrize("sign_off", ["", "Dr A. Example, 2026-12-31"])
def test_no_signature_or_a_clinician_with_a_date_is_accepted(raw, sign_off):
    assert said(raw | {"sign_off": sign_off}) == ""


@pytest.mark.parametrize(
    "sign_off", ["yes", "Dr A. Example", "2026-12-31", ", 2026-12-31", "Dr A, 2026-13-01", "Dr A, 31 December 2026"]
)
def test_half_a_signature_is_a_fault_and_signs_nothing(raw, sign_off):
    assert "names no clinician with a date" in said(raw | {"sign_off": sign_off})
    assert read_card(raw | {"sign_off": sign_off}).status == UNSIGNED


def test_a_whole_signature_is_what_the_card_says(raw):
    assert read_card(raw | {"sign_off": "Dr A, 2026-12-31"}).status == "Signed by Dr A on 2026-12-31"


def test_a_template_that_prints_the_status_once_is_accepted():
    assert list(of_template((course() / TEMPLATE).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("times", [0, 2])
def test_a_template_without_the_status_or_with_two_is_a_fault(times):
    assert "sign_off" in str(*of_template(f"<h2>{STATUS * times}</h2>"))


def test_a_book_without_the_page_is_a_fault():
    assert [*of_contents(("book/index",))]
    assert not [*of_contents(("book/index", "book/crisis-card"))]


def test_a_line_without_source_must_say_so(raw):
    del step(raw, "causes")["line"][0]["basis"]
    assert "cites nothing" in said(raw)


def test_a_line_with_a_source_is_not_called_good_practice(raw):
    dose(raw)["basis"] = "good practice, no source"
    assert "accepted: sources, or basis" in said(raw)


def test_an_id_that_does_not_exist_is_a_fault(raw):
    dose(raw)["errata"] = ["E999"]
    assert "'E999' does not exist" in said(raw)


def test_the_dose_without_its_doubt_is_a_fault(raw):
    dose(raw)["text"] = "{3.1-48} IV."
    assert 'not said to be "not confirmed"' in said(raw)


def test_the_dose_without_the_line_of_2026_is_a_fault(raw):
    octreotide = step(raw, "octreotide")
    octreotide["line"] = [line for line in octreotide["line"] if "mccully-2024" not in line.get("updates", ())]
    assert "stands without the line of 2026" in said(raw)


def test_a_card_without_the_dose_is_a_fault(raw):
    step(raw, "octreotide")["line"].remove(dose(raw))
    assert "the card is never shortened" in said(raw)


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        ("enets-2022-crisis.infusion", "is a rate"),
        ("enets-2022-crisis.infusion-start", "is second-hand"),
        ("crisis-not-settled.audit-2016-rate", "is a rate"),
        ("prrt-crisis-treatment.bolus", "is second-hand"),
    ],
)
def test_a_rate_or_a_second_hand_dose_is_a_fault(raw, figure, fault):
    line = step(raw, "octreotide")["line"][1]
    line["figures"], line["text"] = [figure], f"Infusion {{{figure}}}."
    assert fault in said(raw)


@pytest.mark.parametrize("field", ["title", "lead", "sign_off"])
def test_a_missing_field_is_named(raw, field):
    del raw[field]
    with pytest.raises(ValueError, match=f"crisis/card.toml: card: {field} is missing"):
        read_card(raw)


def test_an_unknown_field_is_named(raw):
    with pytest.raises(ValueError, match="colour is unknown"):
        read_card(raw | {"colour": "red"})
