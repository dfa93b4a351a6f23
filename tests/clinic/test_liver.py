"""The liver map: lobes, borders, and the type that a pattern of lesions makes."""

import pytest

import netlearn as nl
from netlearn.clinic import liver
from netlearn.clinic.lesions import SEGMENTS


def test_type_i_prevails_over_type_ii_with_a_caution() -> None:
    decision = liver.classify({"IV": "dominant", "V": "small"}, diffuse_multifocal=False)

    assert decision.verdict == "I"
    assert "two-definitions" in {c.id for c in decision.cautions}


CONFINED = pytest.mark.parametrize(
    "lesions", [{"VI": "small"}, {"II": "small", "IV": "multiple"}, {"IV": "small", "V": "small"}, {"I": "small"},
                {"I": "small", "VIII": "small"}],
)  # fmt: skip


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
@CONFINED
def test_a_map_confined_to_one_lobe_or_two_neighbours_decides_where_nobody_says_diffuse(
    lesions: dict[str, str], edition: str
) -> None:
    decision = liver.classify(lesions, edition=edition)

    assert (decision.verdict, decision.missing) == ("I", ())


@CONFINED
def test_a_confined_map_that_is_stated_diffuse_asks_the_radiologist(lesions: dict[str, str]) -> None:
    decision = liver.classify(lesions, diffuse_multifocal=True)

    assert decision.status == "conflict"
    assert [c.title for c in decision.cautions].count("Ask the radiologist") == 1


@pytest.mark.parametrize(
    ("lesions", "diffuse"),
    [({"VI": "small"}, None), ({"VI": "small"}, False), ({"II": "small", "VIII": "small"}, True)],
)
def test_nobody_is_asked_where_the_map_and_the_report_agree(lesions: dict[str, str], diffuse: bool | None) -> None:
    assert "Ask the radiologist" not in {c.title for c in liver.classify(lesions, diffuse).cautions}


def test_a_dominant_lesion_with_satellites_across_is_not_confined_and_may_be_diffuse() -> None:
    assert liver.classify({"VI": "dominant", "II": "small"}).missing == ("diffuse_multifocal",)


@pytest.mark.parametrize("lesions", [{"VI": "small"}, {"IV": "small", "V": "small"}, {"VI": "dominant", "II": "small"}])
def test_stated_diffuse_against_a_confined_map_is_a_conflict(lesions: dict[str, str]) -> None:
    assert liver.classify(lesions, diffuse_multifocal=True).status == "conflict"


def test_diffuse_unknown_leaves_a_scattered_pattern_undetermined() -> None:
    decision = liver.classify({"VI": "small", "II": "small", "V": "small"})

    assert (decision.status, decision.missing) == ("undetermined", ("diffuse_multifocal",))


def test_a_map_that_is_missing_is_named_once() -> None:
    assert nl.decide("liver-involvement").missing == ("lesions_by_segment", "diffuse_multifocal")


def test_segment_one_brings_the_caution_that_its_contacts_are_arguable() -> None:
    for lesions in ({"I": "small"}, {"I": "small", "IV": "small"}):
        assert "caudate" in {c.id for c in liver.classify(lesions, False).cautions}


def test_no_caudate_caution_without_segment_one() -> None:
    assert "caudate" not in {c.id for c in liver.classify({"II": "small"}, False).cautions}


@pytest.mark.parametrize("lesions", [{}, {"VI": "none"}])
@pytest.mark.parametrize("diffuse", [True, False, None])
def test_an_empty_map_is_refused(lesions: dict[str, str], diffuse: bool | None) -> None:
    with pytest.raises(nl.InputError, match="lesions_by_segment"):
        liver.classify(lesions, diffuse)


def test_a_map_is_understood_as_text_with_or_without_spaces() -> None:
    expected = liver.classify({"VI": "dominant", "II": "small"}, False)

    for text in ("VI=dominant,II=small", " VI = dominant , II=small"):
        found = nl.decide("liver-involvement", lesions_by_segment=text, diffuse_multifocal=False)
        assert (found.to_json(), found.flips()) == (expected.to_json(), expected.flips())


@pytest.mark.parametrize("text", ["II=dominant,VI=small,II=small", "II=dominant, VI=small, II = small"])
def test_a_segment_told_twice_is_refused_with_both_values(text: str) -> None:
    with pytest.raises(nl.InputError, match=r"lesions_by_segment\['II'\]: 'dominant, small' .* each segment told once"):
        nl.decide("liver-involvement", lesions_by_segment=text)


@pytest.mark.parametrize("lesions", [{"IX": "small"}, {"VI": "huge"}, "VI", {"VI": True}])
def test_a_map_with_an_unknown_word_is_refused_by_name(lesions: object) -> None:
    with pytest.raises(nl.InputError, match="lesions_by_segment"):
        liver.classify(lesions)  # type: ignore[arg-type]


def test_the_nine_borders_are_those_of_the_course() -> None:
    borders = {"–".join(s for s in SEGMENTS if s in pair) for pair in liver.BORDERS}

    assert borders == {
        "II–III", "II–IV", "III–IV", "IV–V", "IV–VIII", "V–VI", "V–VIII", "VI–VII", "VII–VIII",
    }  # fmt: skip


def test_the_right_lobe_is_v_to_viii_and_the_left_ii_to_iv() -> None:
    assert {s: liver.lobe(s) for s in SEGMENTS} == {
        "I": None, "II": "left", "III": "left", "IV": "left",
        "V": "right", "VI": "right", "VII": "right", "VIII": "right",
    }  # fmt: skip


def test_a_flip_names_the_segment_that_changes_the_type() -> None:
    flips = liver.classify({"VI": "dominant", "II": "small"}, False).flips()

    assert ("II", "= no lesion", "I") in {(f.input, f.to, f.verdict) for f in flips}


def test_both_editions_read_the_same() -> None:
    assert nl.compare("liver-involvement") == ()
