"""Over many draws: one sex from stem to feedback, no other drug or tumour proposed, doses that somebody draws up."""

import re

import pytest

from tests.items.test_natural_words import feedback, variants

WOMAN, MAN = r"\b([Ss]he|[Hh]ers?|woman)\b", r"\b([Hh]e|[Hh]is|[Hh]im|man)\b"


def test_a_patient_has_one_sex_from_the_stem_to_the_last_feedback() -> None:
    told = [" ".join([each.stem, *(option.get("feedback", "") for option in each["options"])]) for each in variants()]
    assert [text for text in told if re.search(WOMAN, text) and re.search(MAN, text)] == []


def test_no_answer_is_right_if_the_drug_the_tumour_or_the_age_were_another() -> None:
    another = re.compile(r"if (the drug were|the primary lay|the tumour were a NET|the patient's age)")
    assert [text for text in feedback() if another.search(text)] == []


def test_a_dose_is_one_that_somebody_draws_up() -> None:
    assert [text for text in feedback() if re.search(r"dose (were|is) [^(]*\d\.\d", text)] == []


def test_that_the_rules_do_say_names_the_deciding_fact_and_not_the_answer_again() -> None:
    said = [text for text in feedback() if text.startswith("They do")]
    assert said
    assert [text for text in said if "“" in text] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "and that prevails",
        r"\bsomething in this patient",
        "forbids it, as",
        r"^It is type",
        r"answer (only )?where the drug is",
    ],
)
def test_an_answer_is_refused_for_a_reason_that_is_named(wrong: str) -> None:
    assert [text for text in feedback() if re.search(wrong, text)] == []


def test_no_sentence_is_said_again_in_nearly_the_same_words() -> None:
    """Eight words of one sentence in the next one: the reader reads it twice."""
    assert [text for text in feedback() if re.search(r"(\b\w+(?:\W+\w+){7}\b).*\. .*\1", text)] == []
