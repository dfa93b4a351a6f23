"""Assemblies: every table's own answer, sorted into groups, with nothing added."""

from typing import Any

import pytest

import netlearn as nl
from netlearn import knowledge
from netlearn.clinic import board_said
from netlearn.clinic import plan as plans
from netlearn.clinic.assemblies import pathway, systemic
from netlearn.clinic.board import Board
from netlearn.decision import decide, load, names
from netlearn.editions import edition_ids
from netlearn.errors import InputError, KnowledgeError

BOTH = pytest.mark.parametrize("edition", edition_ids())
PANCREAS = {
    "grade": "not-G3",
    "primary_site": "pancreas",
    "differentiation": "well",
    "progressive": True,
    "functioning": True,
    "somatostatin_receptor_positive": True,
    "surgical_candidate": False,
    "ssa_failed_at_maximum_dose": True,
    "refractory_to_octreotide": True,
    "prior_systemic": True,
}
RECEPTORS = {"somatostatin_receptor_positive": True, "surgical_candidate": False}


def asked(decisions: tuple[nl.Decision, ...]) -> set[tuple[str, ...]]:
    """Which table was asked, and about which drug."""
    return {tuple(filter(None, (d.table, d.inputs.get("drug")))) for d in decisions}


def test_a_known_patient_is_sorted_into_every_group_of_the_review() -> None:
    found = systemic(PANCREAS)

    assert asked(found.first_line) == {("ssa", "octreotide"), ("ssa", "lanreotide")}
    assert asked(found.option) == {("interferon",), ("prrt",), ("targeted", "sunitinib"), ("targeted", "everolimus")}
    assert asked(found.rescue) == {("chemotherapy",)}
    assert asked(found.against) == {("interferon",)}
    assert ("targeted", "bevacizumab") in asked(found.not_stated)
    assert found.needs_an_answer == ()


@BOTH
def test_carcinoma_or_high_grade_puts_chemotherapy_first(edition: str) -> None:
    grade = {"review-2012": "G3", "2026": "NEC"}[edition]

    assert asked(systemic({"grade": grade, "differentiation": "poor"}, edition).first_line) == {("chemotherapy",)}


@BOTH
def test_every_member_is_decided_as_it_is_alone(edition: str) -> None:
    for decision in pathway({"symptomatic": True, "progressive": True}, edition).decisions:
        given = {name: decision.given[name] for name in decision.given}
        assert decide(decision.table, edition, **given) == decision


@BOTH
@pytest.mark.parametrize("assembly", [systemic, pathway])
def test_what_is_not_known_stands_apart(assembly: Any, edition: str) -> None:
    found: Board = assembly({}, edition)

    assert "somatostatin_receptor_positive" in found.missing
    assert {d.status for d in found.needs_an_answer} == {"undetermined"}


@BOTH
def test_the_pathway_asks_every_table_of_the_systemic_assembly_too(edition: str) -> None:
    assert asked(systemic({}, edition).decisions) <= asked(pathway({}, edition).decisions)


@BOTH
def test_the_pathway_asks_every_liver_directed_table_that_the_edition_has(edition: str) -> None:
    wanted = set(plans.plan().tables["pathway"]) & set(names(edition))

    assert {d.table for d in pathway({}, edition).decisions} == wanted


def test_a_conflict_stands_apart() -> None:
    conflict = decide("liver-involvement", lesions_by_segment={"VI": "small"}, diffuse_multifocal=True)

    assert plans.plan().group(conflict) == "conflict"


def test_a_given_purpose_is_asked_only_of_the_tables_that_know_it() -> None:
    found = systemic({"goal": "survival"})

    assert "ssa" not in {d.table for d in found.decisions}
    assert [d.inputs["goal"] for d in found.decisions if d.table == "interferon"] == ["survival"]


@BOTH
def test_both_aims_ask_what_no_aim_asks_and_are_told_in_the_letter(edition: str) -> None:
    case = {"primary_site": "midgut", "functioning": True}

    assert systemic({**case, "goal": "both"}, edition).rows == systemic(case, edition).rows
    assert "Purpose: both" in board_said.facts({**case, "goal": "both"}, edition, "systemic")
    assert systemic({**case, "goal": "both"}, edition).set_aside == ()


@BOTH
def test_no_metastasis_of_brain_or_bone_is_irradiated_that_nobody_told_of(edition: str) -> None:
    def rows(**case: Any) -> list[str]:
        board = pathway({"symptomatic": True, **case}, edition)
        return [row.treatment for row in board.rows if row.table == "external-radiotherapy"]

    assert rows() == ["external radiotherapy, of the liver metastases or of another metastasis, if any"]
    assert rows(target="brain") == ["external radiotherapy, of a brain metastasis"]


@BOTH
@pytest.mark.parametrize(("resected", "rows"), [(True, 0), (False, 1), (None, 1)])
def test_a_primary_that_is_out_is_not_removed_again(resected: bool | None, rows: int, edition: str) -> None:
    found = pathway({"primary_site": "midgut", "primary_completely_resected": resected}, edition)

    assert sum(row.table == "primary-resection" for row in found.rows) == rows


def test_both_is_no_value_of_what_has_no_purposes() -> None:
    with pytest.raises(InputError, match="both"):
        systemic({"grade": "both"}, "2026")


def test_who_asks_for_growth_control_is_told_of_survival_too() -> None:
    found = systemic({"goal": "growth-control"})

    assert {d.inputs["goal"] for d in found.decisions if d.table == "ssa"} == {"growth-control"}
    assert [d.inputs["goal"] for d in found.decisions if d.table == "interferon"] == ["survival"]


def test_a_given_drug_is_asked_only_of_the_table_that_knows_it() -> None:
    found = systemic({"drug": "octreotide"})

    assert {d.inputs["drug"] for d in found.decisions if d.table == "ssa"} == {"octreotide"}
    assert "targeted" not in {d.table for d in found.decisions}


def test_the_grade_is_derived_for_every_table_that_needs_it() -> None:
    found = systemic({"ki67_percent": 30, "differentiation": "poor"})

    assert asked(found.first_line) == {("chemotherapy",)}


def test_2026_a_grade_and_its_ki67_index_may_both_be_given_where_a_table_asks_both() -> None:
    sound = ("pregnant", "serious_renal_impairment", "fdg_avid_receptor_negative", "second_course")
    case = {"grade": "NET G2", "ki67_percent": 12, "newly_diagnosed": True, "krenning_score": 3, **RECEPTORS}
    case |= dict.fromkeys(sound, False)

    assert ("prrt",) in asked(systemic(case, "2026").option)


@BOTH
@pytest.mark.parametrize("assembly", [systemic, pathway])
def test_an_input_that_no_table_of_any_edition_knows_is_refused_by_name(assembly: Any, edition: str) -> None:
    with pytest.raises(nl.InputError, match=r"^ki67: 3 is not accepted"):
        assembly({"ki67": 3}, edition)


def test_2012_a_grade_and_what_it_follows_from_are_not_both_taken() -> None:
    said = systemic({"grade": "G3", "ki67_percent": 1})

    assert said.rows == systemic({"grade": "G3"}).rows
    assert [note for note in said.set_aside if "Ki-67" in note and "what follows from it is given" in note]


@pytest.mark.parametrize("bad", [{"drug": "aspirin"}, {"goal": "cure"}, {"progressive": "yes"}])
def test_a_value_that_no_table_takes_is_refused_by_name(bad: dict[str, Any]) -> None:
    with pytest.raises(nl.InputError, match=next(iter(bad))):
        systemic(bad)


def test_a_case_that_is_no_mapping_is_refused() -> None:
    with pytest.raises(nl.InputError, match=r"^case: "):
        systemic([("grade", "G3")])  # type: ignore[arg-type]


def test_none_is_unknown() -> None:
    assert systemic({"grade": None}) == systemic({})


def test_the_plain_data_says_what_was_asked_about() -> None:
    (plain,) = [row for row in systemic(PANCREAS).to_json()["rows"] if row["group"] == "first-line"]

    assert plain["asked"] == {"drug": ["octreotide", "lanreotide"], "goal": ["symptom-control"]}


@BOTH
def test_every_verdict_of_every_member_has_a_group(edition: str) -> None:
    plan = plans.plan()

    for table in {t for members in plan.tables.values() for t in members} & set(names(edition)):
        for verdict in load(table, edition).verdicts:
            assert plan.verdicts[table, verdict, edition] in plan.labels


@pytest.mark.parametrize(
    ("section", "change", "named"),
    [
        ("groups", {"best": "Best"}, "best"),
        ("assemblies", {"surgical": []}, "surgical"),
        ("each", {"grade": ["x"]}, "grade"),
        ("verdicts", {"prrt": {"option": "option"}}, r"prrt\.not-indicated"),
        ("verdicts", {"interferon": {"option": "best", "no-significant-benefit": "against"}}, "best"),
        ("verdicts", {"prrt": {"option": "option", "not-indicated": "against", "never": "against"}}, "never"),
        ("verdicts", {"grade": {}}, "grade"),
        (
            "verdicts",
            {"observation": {"option": "first-line", "not-first": "not-now", "not-accepted": "against"}},
            "sources",
        ),
        ("sources", {"ssa": {}}, r"sources\.ssa\.indicated-symptoms"),
        ("sources", {"resection": {"first-option": {"updates": ["surgery-still-reference"]}}}, "review-2012"),
        ("sources", {"prrt": {"option": {"facts": ["5-10"]}}}, "option"),
        ("treatments", {"grade": "grading"}, "grade"),
        ("treatments", {"ssa": {"words": {"aim": {}}}}, "aim"),
        ("treatments", {"ssa": {"words": {"goal": {"cure": "for cure"}}}}, "cure"),
    ],
)
def test_a_mistake_in_the_data_is_named(section: str, change: dict[str, Any], named: str) -> None:
    raw = knowledge.load(plans.FILE)

    with pytest.raises(KnowledgeError, match=named):
        plans.read({**raw, section: {**raw[section], **change}})


def test_an_unknown_section_of_the_data_is_named() -> None:
    with pytest.raises(KnowledgeError, match="order"):
        plans.read({**knowledge.load(plans.FILE), "order": []})


@BOTH
@pytest.mark.parametrize(
    "said",
    [
        {"progressive": True, "months_stable": 14},
        {"resectable": False, "resection_candidate": True},
        {"resection_candidate": True, "surgical_candidate": False},
    ],
)
def test_what_contradicts_itself_across_tables_is_said(said: dict[str, Any], edition: str) -> None:
    """Else one table would answer by one half of it and the next by the other, and nobody would notice."""
    assert len(pathway(said, edition).contradictions) == 1
    for name in said:
        assert pathway({name: said[name]}, edition).contradictions == ()


def test_2012_a_type_that_is_diffuse_and_disease_that_is_not_contradict_each_other() -> None:
    """Only there: no table of 2026 asks whether disease is diffuse."""
    assert len(pathway({"liver_type": "III", "diffuse": False}, "review-2012").contradictions) == 1


@pytest.mark.parametrize(("months", "count"), [(0, 0), (0.1, 1)])
def test_a_disease_that_grows_has_been_stable_for_no_time(months: float, count: int) -> None:
    assert len(pathway({"progressive": True, "months_stable": months}).contradictions) == count


def test_a_contradiction_of_inputs_that_do_not_exist_is_an_error_of_the_data() -> None:
    raw = knowledge.load(plans.FILE)
    broken = {**raw, "contradictions": {"odd": {"when": {"colour": "true"}, "because": "Odd."}}}

    with pytest.raises(KnowledgeError, match="colour"):
        plans.read(broken)
