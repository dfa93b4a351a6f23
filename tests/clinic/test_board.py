"""The board: rows that a person reads, folded where they say the same; what another edition knows is not refused."""

import re
from typing import Any

import pytest

import netlearn as nl
from netlearn.clinic.plan import GROUPS, OPEN, plan
from netlearn.editions import edition_ids

BOTH = pytest.mark.parametrize("edition", edition_ids())
MIDGUT = {
    "grade": "NET G2",
    "primary_site": "midgut",
    "functioning": True,
    "symptomatic": True,
    "syndrome": "carcinoid",
    "carcinoid_syndrome": True,
    "somatostatin_receptor_positive": True,
    "surgical_candidate": False,
    "progressive": True,
    "liver_type": "III",
}


def treatments(case: dict[str, Any], edition: str, group: str) -> list[str]:
    return [row.treatment for row in nl.pathway(case, edition).group(group)]


@BOTH
def test_drugs_of_which_the_same_is_said_share_a_line(edition: str) -> None:
    assert "octreotide or lanreotide, for symptoms" in treatments(MIDGUT, edition, "first-line")


def test_drugs_of_which_something_else_is_said_do_not() -> None:
    assert {"everolimus", "bevacizumab", "axitinib"} <= set(treatments(MIDGUT, "2026", "against"))


@BOTH
def test_a_line_names_no_treatment_of_which_it_does_not_speak(edition: str) -> None:
    for row in nl.pathway(MIDGUT, edition).rows:
        spoken = [{name: decision.inputs[name] for name in row.asked} for decision in row.decisions]
        size = 1
        for values in row.asked.values():
            size *= len(values)
        assert len(spoken) == size


@BOTH
@pytest.mark.parametrize("case", [{}, MIDGUT], ids=["nothing known", "midgut"])
def test_each_decision_stands_in_one_row(case: dict[str, Any], edition: str) -> None:
    board = nl.pathway(case, edition)
    asked = [(d.table, *(d.inputs[name] for name in row.asked)) for row in board.rows for d in row.decisions]

    assert len(asked) == len(set(asked))


def test_a_row_says_why_in_one_reason_with_its_gravest_caution() -> None:
    board = nl.pathway(MIDGUT, "2026")
    row = next(row for row in board.rows if row.table == "cytoreduction")

    assert row.caution is not None
    assert row.caution.risk == min(c.risk for d in row.decisions for c in d.cautions)
    assert row.missing == ("Share of the tumour that can be removed",)


def test_a_first_line_cites_who_puts_it_first() -> None:
    (row,) = nl.systemic({"grade": "NEC", "differentiation": "poor"}, "2026").group("first-line")

    assert {"4.4-15", "nec-regimens"} <= set(row.evidence)


def test_the_review_puts_nothing_first_by_what_was_published_later() -> None:
    first = [row for row in nl.pathway(MIDGUT).group("first-line") if row.table == "ssa"]

    assert all("ssa-still-first" not in row.evidence for row in first)


@BOTH
@pytest.mark.parametrize(
    ("table", "verdict", "group"),
    [
        ("rfa", "surgery-first", "not-now"),
        ("resection", "defer", "not-now"),
        ("embolisation", "criteria-not-met", "criteria-not-met"),
        ("embolisation", "contraindicated", "against"),
        ("interferon", "no-significant-benefit", "against"),
    ],
)
def test_against_is_kept_for_harm_and_no_benefit(table: str, verdict: str, group: str, edition: str) -> None:
    assert plan().verdicts[table, verdict, edition] == group


def test_waiting_is_watched_and_not_treated() -> None:
    assert plan().verdicts["observation", "option", "2026"] == "watch"
    assert plan().verdicts["observation", "not-first", "2026"] == "not-now"


@BOTH
def test_every_group_has_a_label_and_rows_come_in_their_order(edition: str) -> None:
    order = [GROUPS.index(row.group) for row in nl.pathway(MIDGUT, edition).rows]

    assert tuple(plan().labels) == GROUPS
    assert set(OPEN) < set(GROUPS)
    assert order == sorted(order)


def test_an_input_of_another_edition_is_set_aside_with_a_note() -> None:
    board = nl.pathway({"ki67_percent": 12, "krenning_score": 3}, "review-2012")

    assert board.set_aside == ("Krenning score: set aside, as no table of this board asks it in this edition.",)


def test_an_input_of_another_assembly_is_set_aside_with_a_note() -> None:
    assert nl.systemic({"lesion_count": 3}).set_aside[0].startswith("Number of lesions: set aside")


def test_a_drug_of_another_edition_is_set_aside_and_the_others_are_asked() -> None:
    board = nl.systemic({"drug": "cabozantinib"}, "review-2012")

    assert len(board.set_aside) == 1
    assert {d.inputs["drug"] for d in board.decisions if d.table == "targeted"} >= {"sunitinib", "everolimus"}


@pytest.mark.parametrize(("grade", "older"), [("NET G2", "not-G3"), ("NET G3", "G3"), ("NEC", "G3")])
def test_a_finer_grade_is_read_as_the_one_of_which_it_is_a_part(grade: str, older: str) -> None:
    assert nl.systemic({"grade": grade, "ki67_percent": 5}).decisions == nl.systemic({"grade": older}).decisions


def test_a_coarser_grade_is_set_aside() -> None:
    assert nl.systemic({"grade": "G3"}, "2026").set_aside == (
        "Grade: G3 is set aside, as this edition does not know it.",
    )


def test_nothing_is_set_aside_where_all_is_known() -> None:
    assert nl.pathway(MIDGUT, "2026").set_aside == ()


@BOTH
def test_it_prints_as_a_table_that_a_screen_holds(edition: str) -> None:
    lines = repr(nl.pathway(MIDGUT, edition)).splitlines()

    assert max(map(len, lines)) <= 124
    assert len(lines) <= 160
    assert lines[-1] == "Education, not medical advice."


@BOTH
def test_every_treatment_and_group_is_printed(edition: str) -> None:
    board = nl.pathway(MIDGUT, edition)
    words = re.findall(r"\w+", repr(board))

    assert {word for row in board.rows for word in re.findall(r"\w+", row.treatment)} <= set(words)
    assert all(f"{plan().labels[row.group]}:" in repr(board) for row in board.rows)


def test_what_contradicts_itself_and_what_is_set_aside_is_printed_first() -> None:
    text = repr(nl.pathway({"progressive": True, "months_stable": 14, "krenning_score": 2}))

    assert "This contradicts itself: " in text.splitlines()[1]
    assert "Krenning score: set aside" in text


def test_a_notebook_shows_a_table_with_headers_for_rows_and_groups() -> None:
    board = nl.pathway(MIDGUT, "2026")
    html = board._repr_html_()

    assert html.count('<th scope="row">') == len(board.rows)
    assert html.count('scope="rowgroup"') == len({row.group for row in board.rows})
    assert "<caption>" in html


@BOTH
def test_the_plain_data_hold_every_row(edition: str) -> None:
    board = nl.pathway(MIDGUT, edition)
    plain = board.to_json()

    assert [row["treatment"] for row in plain["rows"]] == [row.treatment for row in board.rows]
    assert {"treatment", "group", "verdict", "reason", "caution", "missing", "evidence"} <= set(plain["rows"][0])


def test_a_board_has_no_other_group() -> None:
    with pytest.raises(AttributeError, match="best"):
        nl.pathway({}).best  # noqa: B018
