"""What chapter 5 says of its two patients is what the boards answer."""

import pytest

import netlearn as nl
from netlearn.clinic.cases import case


def board(patient, edition="2026", **changes):
    return {row.table: row for row in nl.pathway({**case(patient).known, **changes}, edition=edition).rows}


def test_the_mitoses_could_not_change_his_grade_and_the_receptors_can_change_a_row():
    known = case("tomas@5").known
    grades = {nl.decide("grade", "2026", ki67_percent=32, mitoses_per_2mm2=count, differentiation="well").verdict
              for count in (0, 2, 20, 60)}  # fmt: skip

    assert grades == {"NET G3"}
    assert "fdg_avid_receptor_negative" not in known
    assert board("tomas@5")["prrt"].group == "needs-an-answer"


@pytest.mark.parametrize(("dark", "group"), [(True, "criteria-not-met"), (False, "option")])
def test_the_scan_settles_the_row_that_waits(dark, group):
    assert board("tomas@5", fdg_avid_receptor_negative=dark)["prrt"].group == group


def test_his_chemotherapy_is_open_today_and_was_not_stated():
    assert board("tomas@5")["chemotherapy"].group == "option"
    assert board("tomas@5", "review-2012")["chemotherapy"].group == "not-stated"


def test_the_first_question_of_his_board_is_about_the_size_of_lesions():
    first, *_ = nl.next_questions(case("tomas@5").known, edition="2026")
    assert "largest_diameter_cm" in first.inputs


def test_her_doors_are_the_artery_and_the_radionuclide_and_the_heart_comes_first():
    today = board("vera@5")

    assert (today["embolisation"].group, today["prrt"].group) == ("option", "option")
    assert today["carcinoid-heart"].group == "not-now"
    assert today["cytoreduction"].group == "needs-an-answer"


def test_growth_alone_and_symptoms_alone_each_open_the_artery_to_her():
    for changes in ({"progressive": False}, {"symptoms_uncontrolled_by_medical_therapy": False}):
        assert board("vera@5", **changes)["embolisation"].group == "option"
        assert board("vera@5", "review-2012", **changes)["embolisation"].group == "criteria-not-met"


def test_no_age_gives_her_a_transplant_while_the_disease_grows():
    assert {board("vera@5", age_years=age)["transplant"].group for age in (40, 61)} == {"criteria-not-met"}
