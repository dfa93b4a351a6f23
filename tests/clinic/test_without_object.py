"""What has no object for a patient is no row and no question of a board, and is named as what does not apply."""

import pytest

import netlearn as nl
from netlearn.editions import edition_ids

BOTH = pytest.mark.parametrize("edition", edition_ids())
PRIMARY, ELSEWHERE = "resection of the primary", "external radiotherapy, of another metastasis, if any"


@BOTH
def test_of_an_empty_case_everything_applies_that_need_not_be_told(edition: str) -> None:
    assert nl.pathway({}, edition).absent == ()


@BOTH
@pytest.mark.parametrize(("out", "absent"), [(True, (PRIMARY,)), (False, ())])
def test_a_primary_that_is_out_is_not_resected(edition: str, out: bool, absent: tuple[str, ...]) -> None:
    board = nl.pathway({"primary_completely_resected": out}, edition)

    assert board.absent == absent
    assert any(row.table == "primary-resection" for row in board.rows) is not out


@BOTH
@pytest.mark.parametrize(("outside", "absent"), [("none", (ELSEWHERE,)), ("abdominal-nodes", ()), ("other", ())])
def test_without_disease_outside_the_liver_no_other_metastasis_is_irradiated(
    edition: str, outside: str, absent: tuple[str, ...]
) -> None:
    board = nl.pathway({"extrahepatic_disease": outside}, edition)
    targets = {value for row in board.rows if row.table == "external-radiotherapy" for value in row.asked["target"]}

    assert board.absent == absent
    assert ("other" in targets) is not bool(absent)
    assert "liver" in targets


@BOTH
def test_a_target_that_is_told_keeps_its_row(edition: str) -> None:
    board = nl.pathway({"extrahepatic_disease": "none", "target": "other"}, edition)

    assert board.absent == ()
    assert any(row.table == "external-radiotherapy" for row in board.rows)
