"""Who is told in which words: what goes together is told together, once, and of nobody whom nobody would meet."""

from fractions import Fraction
from typing import Any

import pytest

from netlearn.items.phrases import oddities
from netlearn.items.seeds import Draw
from netlearn.items.stories import sentences
from netlearn.items.vignettes import vignette

WORDINGS = 12


def told(table: str, edition: str, **given: Any) -> set[str]:
    """The story of a case in several wordings."""
    return {vignette(table, edition, given, Draw(str(n))) for n in range(WORDINGS)}


@pytest.mark.parametrize(
    ("syndrome", "name", "again"),
    [("gastrinoma", "gastrinoma", "tumour is"), ("insulinoma", "insulinoma", "tumour is"), ("other", "VIPoma", "VIP,")],
)
def test_a_tumour_named_by_its_hormone_is_named_at_first(syndrome: str, name: str, again: str) -> None:
    case = {"goal": "symptom-control", "drug": "octreotide", "primary_site": "pancreas", "functioning": True}
    made = told("ssa", "2026", **case, syndrome=syndrome, refractory_to_octreotide=False)
    assert [text for text in made if name not in text.split(". ")[0] or again in text] == []


@pytest.mark.parametrize(
    ("where", "against"), [({"V": "small", "VI": "small"}, True), ({"II": "small", "VI": "small"}, False)]
)
def test_a_report_against_its_own_map_is_told_as_such(where: dict[str, str], against: bool) -> None:
    made = told("liver-involvement", "2026", lesions_by_segment=where, diffuse_multifocal=True)
    assert [text for text in made if (" Yet " in text or "Nevertheless" in text) is not against] == []


@pytest.mark.parametrize("symptomatic", [True, False])
def test_the_primary_and_its_symptoms_are_one_sentence(symptomatic: bool) -> None:
    case = {"primary_site": "midgut", "resectable": False, "primary_symptomatic": symptomatic, "grade": "NET G2"}
    made = told("primary-resection", "2026", **case)
    assert [text for text in made if text.count("primary") != 1 or "still in place, " not in text] == []


@pytest.mark.parametrize("is_net", [True, False])
def test_an_adenocarcinoma_is_not_kept_by_octreotide(is_net: bool) -> None:
    case = {"primary_is_net": is_net, "months_stable": Fraction(8), "nonoperative_treatments_failed": False}
    made = told("transplant", "review-2012", **case)
    assert [text for text in made if ("ctreotide" in text) is not is_net] == []


@pytest.mark.parametrize(("lobes", "said"), [(1, "left lobe|right lobe"), (2, "both lobes at once")])
def test_a_session_names_the_lobe(lobes: int, said: str) -> None:
    made = told("embolisation-session", "2026", lobes_treated_this_session=Fraction(lobes), first_session=True)
    assert [text for text in made if not any(each in text for each in said.split("|"))] == []


def test_of_equals_the_sentence_of_the_table_itself_is_told() -> None:
    made = told("transplant", "2026", carcinoid_syndrome=True, carcinoid_heart_disease=False)
    assert [text for text in made if "Echocardiography is normal." not in text] == []


def test_a_condition_that_a_sentence_does_not_tell_is_no_telling() -> None:
    mine = [each for each in sentences("transplant", "2026") if "primary_is_net" in each.given]
    assert mine and not any("primary_is_net" in each.when for each in mine if each.topic == "course")


@pytest.mark.parametrize(
    ("odd", "likely"),
    [
        ({"ki67_percent": 25, "mitoses_per_2mm2": 1}, {"ki67_percent": 25, "mitoses_per_2mm2": 4}),
        ({"ki67_percent": 5, "mitoses_per_2mm2": 21}, {"ki67_percent": 6, "mitoses_per_2mm2": 21}),
        ({"differentiation": "well", "ki67_percent": 61}, {"differentiation": "well", "ki67_percent": 60}),
        ({"on_analogue": True, "stools_per_day": 2}, {"on_analogue": True, "stools_per_day": 3}),
        ({"lobes_involved": "right", "lesion_count": 9}, {"lobes_involved": "right", "lesion_count": 8}),
        ({"grade": "NET G3", "functioning": True}, {"grade": "NET G2", "functioning": True}),
        ({"largest_diameter_cm": 5, "combined_with": "rfa"}, {"largest_diameter_cm": 4, "combined_with": "rfa"}),
        ({"combined_with": "hace"}, {"combined_with": "none"}),
        (*({"liver_function_impaired": False, "resectable": each} for each in (True, False)),),
        ({"goal": "growth-control", "grade": "G3"}, {"goal": "growth-control", "grade": "not-G3"}),
        ({"goal": "growth-control", "functioning": True}, {"goal": "growth-control", "functioning": False}),
        ({"krenning_score": 2}, {"krenning_score": 3}),
        ({"newly_diagnosed": True, "carcinoid_syndrome": True}, {"newly_diagnosed": True, "carcinoid_syndrome": False}),
        ({"lesion_count": 6, "largest_diameter_cm": 6}, {"lesion_count": 5, "largest_diameter_cm": 6}),
        ({"removable_percent": 60, "symptomatic": False}, {"removable_percent": 70, "symptomatic": False}),
        ({"target": "other", "symptomatic": False}, {"target": "bone", "symptomatic": False}),
        (
            {"months_since_primary_diagnosis": 30, "months_since_primary_resection": 25},
            {"months_since_primary_diagnosis": 30, "months_since_primary_resection": 26},
        ),
    ],
)
def test_whom_nobody_would_meet_is_odd(odd: dict[str, Any], likely: dict[str, Any]) -> None:
    assert (oddities(exact(odd))[1], oddities(exact(likely))[1]) == (1, 0)


@pytest.mark.parametrize(("receptors", "asks"), [(False, True), (True, False)])
def test_what_nobody_would_propose_the_patient_asks_for(receptors: bool, asks: bool) -> None:
    made = told("prrt", "2026", somatostatin_receptor_positive=receptors)
    assert [text for text in made if ("asks for" in text) is not asks] == []


@pytest.mark.parametrize(("resectable", "asks"), [(True, True), (False, False)])
def test_who_could_be_operated_on_asks_for_spheres_instead(resectable: bool, asks: bool) -> None:
    made = told("sirt", "2026", resectable=resectable, planned_field="lobar")
    assert [text for text in made if ("than a hepatectomy" in text) is not asks] == []


def test_what_is_found_is_told_before_what_is_not() -> None:
    made = told("embolisation", "2026", biliary_enteric_anastomosis=False, portal_vein_occlusion=True)
    assert [text for text in made if text.index("thrombosis") > text.index("biliary surgery")] == []


def test_nobody_is_proposed_who_fails_at_everything() -> None:
    case = {"complete_excision_possible": False, "extrahepatic_disease": "abdominal-nodes"}
    assert oddities({**case, "nodes_resectable_same_or_staged": False})[1] == 1


def exact(case: dict[str, Any]) -> dict[str, Any]:
    return {name: Fraction(v) if type(v) is int else v for name, v in case.items()}
