"""A map of the liver in words: every lesion is told, and what is stated of it, in whole sentences."""

import pytest

from netlearn.clinic.lesions import STATES
from netlearn.items.maps import map_words
from netlearn.items.phrases import phrases
from netlearn.items.seeds import Draw
from netlearn.items.vignettes import vignette

LESIONS = {"VI": "dominant", "II": "small"}
SEEN = "a dominant metastasis in segment VI and small ones in segment II"


def told(**inputs):
    """The sentences after the opening, in several wordings."""
    made = {vignette("liver-involvement", "review-2012", inputs, Draw(str(n))) for n in range(20)}
    return {text.split(". ", 1)[1] for text in made}


def test_the_map_is_told_in_three_wordings():
    assert told(lesions_by_segment=LESIONS) == {
        f"{means} {SEEN}." for means in ("Imaging shows", "CT shows", "The liver MRI shows")
    }


def test_what_is_stated_follows_the_map_in_a_sentence_of_its_own():
    wordings = {
        text[0].upper() + text[1:] + "." for text in phrases("liver-involvement", "diffuse_multifocal").wordings(True)
    }
    assert {text.split(". ", 1)[1] for text in told(lesions_by_segment=LESIONS, diffuse_multifocal=True)} == wordings


def test_nobody_reports_what_was_not_said():
    assert told(lesions_by_segment=LESIONS, diffuse_multifocal=False) == told(lesions_by_segment=LESIONS)


def test_without_a_map_what_is_stated_is_still_told():
    assert told(lesions_by_segment=None, diffuse_multifocal=True) == told(diffuse_multifocal=True)


@pytest.mark.parametrize("state", STATES)
def test_a_lesion_of_any_state_is_told(state):
    assert "segment V" in map_words({"lesions_by_segment": {"V": state}})


def test_lesions_of_every_state_are_told_in_one_list():
    lesions = {"VI": "dominant", "II": "small", "V": "lesion", "VIII": "multiple"}
    assert map_words({"lesions_by_segment": lesions}) == (
        "a dominant metastasis in segment VI, small ones in segment II, "
        "a metastasis in segment V and several in segment VIII"
    )
