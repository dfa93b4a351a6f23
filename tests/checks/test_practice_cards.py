"""What is refused on a card "In practice": a part left out, a half signature, no source, a dose that was not read."""

from copy import deepcopy
from typing import Any

import pytest

from netlearn import knowledge
from netlearn.checks.practice_cards import faults, of_card
from netlearn.clinic.practice import practice_card
from netlearn.errors import KnowledgeError

SECTION = "3.3"


@pytest.fixture
def raw() -> dict[str, Any]:
    return deepcopy(dict(knowledge.load(f"practice/{SECTION}.toml")))


def said(raw: dict[str, Any], section: str = SECTION) -> str:
    return "\n".join(map(str, of_card(raw, section)))


def part(raw: dict[str, Any], id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in raw["part"] if each["id"] == id)
    return found


def test_no_card_has_a_fault(raw: dict[str, Any]) -> None:
    assert list(faults()) == []
    assert said(raw) == ""


@pytest.mark.parametrize("id", ["do", "whom", "dose", "not", "red", "ask", "call", "nurse"])
def test_a_part_that_is_left_out_is_a_fault(raw: dict[str, Any], id: str) -> None:
    raw["part"].remove(part(raw, id))
    assert "accepted, in this order: do, whom, dose, not, red, ask, call, nurse" in said(raw)


def test_parts_in_another_order_are_a_fault(raw: dict[str, Any]) -> None:
    raw["part"].reverse()
    assert "accepted, in this order: do, " in said(raw)


@pytest.mark.parametrize("lines", [1, 3])
def test_the_nurse_has_two_lines(raw: dict[str, Any], lines: int) -> None:
    nurse = part(raw, "nurse")
    nurse["line"] = (nurse["line"] * 2)[:lines]
    assert f"nurse: line: {lines} lines; accepted: 2" in said(raw)


@pytest.mark.parametrize("updated", ["November 2026", "2026-13-01", ""])
def test_a_card_without_its_day_is_a_fault(raw: dict[str, Any], updated: str) -> None:
    assert "is no day; accepted: a day such as" in said(raw | {"updated": updated})


@pytest.mark.parametrize("sign_off", ["yes", "Dr A. Example", "2026-12-31"])
def test_half_a_signature_is_a_fault(raw: dict[str, Any], sign_off: str) -> None:
    assert "names no clinician with a date" in said(raw | {"sign_off": sign_off})


def test_a_card_of_no_section_is_a_fault(raw: dict[str, Any]) -> None:
    assert "'9.9' is no section of the review" in said(raw, "9.9")


def test_a_line_without_source_must_say_so(raw: dict[str, Any]) -> None:
    part(raw, "do")["line"].append({"text": "Do it."})
    assert "cites nothing; accepted: sources, or basis" in said(raw)


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        ("bolus-before-operation.bolus", "is second-hand; accepted: what was read"),
        ("E01.depot-dose", "is recalled; accepted: what was read"),
        ("E01.crisis-infusion", "is a rate; no rate stands on the card"),
        ("octreotide-label.daily-dose", ""),  # read at its source
        ("milan-net.liver-involvement", ""),  # second-hand, and no dose
    ],
)
def test_a_dose_that_was_not_read_at_its_source_is_a_fault(raw: dict[str, Any], figure: str, fault: str) -> None:
    line = {"text": f"Give {{{figure}}}.", "figures": [figure], "updates": ["practice-3.3-1"]}
    part(raw, "dose")["line"].append(line)
    found = said(raw)

    assert fault in found if fault else found == ""


def test_whom_to_call_with_fever_is_said_in_the_one_wording_of_its_situation(raw: dict[str, Any]) -> None:
    line = part(raw, "nurse")["line"][0]
    assert "{any_fever}" in line["text"]
    assert said(raw) == ""

    line["text"] = "Any fever: tell the centre."
    assert "types 'the centre'" in said(raw)


def test_a_situation_that_there_is_not_is_refused(raw: dict[str, Any]) -> None:
    part(raw, "nurse")["line"][0]["text"] = "Any fever: {tomorrow}."
    with pytest.raises(KnowledgeError, match="tomorrow"):
        said(raw)


@pytest.mark.parametrize(
    ("situation", "sections"), [("alarm", "3.3 3.4 3.5 4.1 5"), ("fever_on_a_drug", "3.2 4.2 4.3 4.4 4.5 5")]
)
def test_cards_of_one_situation_say_the_same(situation: str, sections: str) -> None:
    wording = knowledge.load("urgency.toml")["call"][situation]
    for section in sections.split():
        assert any(wording in line.text for part in practice_card(section).parts for line in part.lines), section


@pytest.mark.parametrize(
    ("id", "typed", "fault"),
    [
        ("red", "Collapse: {collapse}.", ""),
        ("red", "Collapse: {at_once}.", "has a sign of collapse"),
        ("nurse", "Breathless at rest: ask.", "has a sign of at_once"),
        ("red", "Chest pain: an ambulance.", "types 'ambulance'"),
        ("not", "Not in collapse.", ""),  # whom to call stands elsewhere
    ],
)
def test_collapse_and_breathlessness_call_by_their_situation(
    raw: dict[str, Any], id: str, typed: str, fault: str
) -> None:
    part(raw, id)["line"][0] = {"text": typed, "basis": "good practice, no source"}

    assert fault in said(raw) if fault else said(raw) == ""


@pytest.mark.parametrize("section", ["3.1", "3.2", "3.3", "3.4", "5"])
def test_fever_and_jaundice_after_a_liver_treatment_have_a_line(section: str) -> None:
    text = " ".join(line.text for part in practice_card(section).parts for line in part.lines)

    assert knowledge.load("urgency.toml")["call"]["alarm"] in text
    assert "jaundice" in text.lower()
    assert "Fever: from the local limit." in practice_card(section).meant


def test_fever_that_comes_back_is_defined_where_it_is_said() -> None:
    assert "Comes back: after" in practice_card("3.4").meant
    assert practice_card("4").meant == ""  # no fever on that card
