"""Inputs that follow from another table: what is missing and what flips an answer is said in the caller's words."""

import netlearn as nl

CASE = {"complete_excision_possible": True, "extrahepatic_disease": "none", "carcinoid_heart_disease": False}
ACROSS = {"II": "lesion", "VIII": "lesion"}


def changes(decision: nl.Decision) -> dict[tuple[str, str], str | None]:
    return {(flip.input, flip.to): flip.verdict for flip in decision.flips()}


def test_what_is_missing_is_what_the_required_table_lacks() -> None:
    assert nl.decide("resection", liver_type="II", ki67_percent=20, **CASE).missing == ("mitoses_per_10hpf",)


def test_of_a_map_what_is_not_stated_is_missing() -> None:
    decision = nl.decide("resection", grade="not-G3", lesions_by_segment=ACROSS, **CASE)

    assert decision.missing == ("diffuse_multifocal",)
    assert decision.because == "Say whether the disease is stated to be diffuse and multifocal."


def test_a_verdict_that_may_be_given_itself_is_named_where_nothing_was_told_of_it() -> None:
    assert nl.decide("resection", liver_type="II", **CASE).missing == ("grade",)


def test_where_definitions_conflict_nothing_is_called_unknown() -> None:
    told = {"lesions_by_segment": {"II": "multiple"}, "diffuse_multifocal": True}
    decision = nl.decide("resection", grade="not-G3", **told, **CASE)

    assert (decision.status, decision.missing) == ("undetermined", ())
    assert decision.because.startswith("Liver map: conflict.")


def test_a_change_of_what_a_required_table_was_told_flips_the_answer() -> None:
    decision = nl.decide("chemotherapy", ki67_percent=25, mitoses_per_10hpf=5, differentiation="poor")

    assert changes(decision)["ki67_percent", "<= 20"] == "rescue"


def test_no_flip_changes_what_follows_from_other_inputs() -> None:
    decision = nl.decide("resection", liver_type="II", ki67_percent=20, **CASE)

    assert "grade" not in {flip.input for flip in decision.flips()}
    assert changes(decision)["mitoses_per_10hpf", "> 20"] == "not-recommended"


def test_a_segment_changed_on_the_map_flips_what_rests_on_it() -> None:
    told = {"lesions_by_segment": {"II": "lesion"}, "diffuse_multifocal": True}
    decision = nl.decide("resection", grade="not-G3", **told, **CASE)

    assert changes(decision)["diffuse_multifocal", "= no"] == "first-option"
