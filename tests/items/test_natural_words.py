"""Every variant of every target reads as somebody would write it: a test for each kind of fault that readers found."""

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from netlearn.decision import decide, load
from netlearn.items.common import DONT_KNOW, NOT_STATED
from netlearn.items.generators import is_odd
from netlearn.items.maps import TABLE as MAPS
from netlearn.items.remarks import warnings
from netlearn.items.variant import Variant
from tests.items.bank import TARGETS, asked

SENTENCE = re.compile(r"(?<=[.?]) (?=[A-Z0-9])")
NEGATIVE = re.compile(r"\b(?:no|not|never|neither|nor|none|without|cannot)\b")
READING = r"recalled|second-hand|not read|was read|were read|not yet checked|quoted"
UNNAMED = r"bulk of the liver|has symptoms|hormone symptoms|an operation\b|another hormone|another systemic|risk factor"
NEGATED = r"not G3|not grade 3|fits none|none of the three|[a-z] differentiation not"
LUNG = r"(?:lung|bronchial) carcinoid"
TOLD_TWICE = r"well-differentiated (?:NET|typical|atypical)|The tumour is (?:a|an) [a-z]+oma\b|tumour secretes"
TABLES_WORDS = r"\(type I|of one lobe|The orders are|not stable, with|an? LAR\b"
WITHOUT_NEED = r"first radionuclide therapy|without flushing or diarrhoea|nothing is known of"
IN_MONTHS = r"\b(?:24|30|36|48)\u00a0months|\b(?:36|60)\u00a0hours"
WRONG_NUMBER = r"\b1\u00a0?(?: ?(?:loose )?stools|lesions|mitoses|months)\b"


def variants() -> Iterator[Variant]:
    return (asked(*target) for target in TARGETS)


def stems() -> Iterator[str]:
    return (each.stem for each in variants())


def feedback() -> Iterator[str]:
    return (option["feedback"] for each in variants() for option in each["options"])


def sentences() -> Iterator[str]:
    return (part for text in (*stems(), *feedback()) for part in SENTENCE.split(text))


def key_feedback(each: Variant) -> str:
    return str(next(option["feedback"] for option in each["options"] if option["id"] in each["key"]))


@pytest.mark.parametrize(
    "wrong",
    [
        *(UNNAMED, NEGATED, LUNG + r"[^.]*\. [^.]*NET G3", r"\b[Aa] [aei]", "the review"),
        *(TOLD_TWICE, TABLES_WORDS, WITHOUT_NEED, IN_MONTHS, WRONG_NUMBER),
    ],
)
def test_no_stem_has_words_that_nobody_would_write(wrong: str) -> None:
    assert [stem for stem in stems() if re.search(wrong, stem)] == []


@pytest.mark.parametrize(
    "wrong", [READING, r"less than \d+ (?:stools|mitoses|lesions)", "does answer", "do answer", "They do, since"]
)
def test_no_feedback_has_words_that_nobody_would_say(wrong: str) -> None:
    assert [text for text in feedback() if re.search(wrong, text)] == []


def test_no_sentence_hangs_on_more_than_one_if() -> None:
    assert [each for each in sentences() if len(re.findall(r"\bif\b", each)) > 1] == []


def test_no_condition_has_more_than_two_clauses() -> None:
    conditions = [
        each.partition(" if ")[2] for each in sentences() if each.startswith(("This would be right", "The rules"))
    ]
    assert [each for each in conditions if ", " in each.replace("but at most", "")] == []


def test_no_sentence_of_a_stem_is_a_tail_of_negatives() -> None:
    parts = [part for stem in stems() for part in SENTENCE.split(stem)]
    assert [each for each in parts if len(NEGATIVE.findall(each)) > 2] == []


def test_every_stem_ends_in_a_question_about_this_patient() -> None:
    assert [stem for stem in stems() if not stem.endswith("?")] == []


def test_the_edition_is_named_once_and_with_the_question() -> None:
    assert [stem for stem in stems() if not re.search(r"\. By the rules of \d{4}, [a-z][^.]*\?$", stem)] == []
    assert [stem for stem in stems() if len(re.findall(r"[Rr]ules of", stem)) > 1] == []


def test_a_patient_is_introduced_once() -> None:
    assert [stem for stem in stems() if stem.count("-year-old") > 1] == []


def test_every_stem_says_what_the_tumour_is() -> None:
    kinds = "neuroendocrine|carcinoid|adenocarcinoma|insulinoma|gastrinoma|VIPoma"
    assert [stem for stem in stems() if not re.search(kinds, stem)] == []


def test_a_depot_is_in_microgram_only_where_that_is_the_fault() -> None:
    orders = [each for each in variants() if re.search("LAR [0-9.]+\u00a0microgram", each.stem)]
    assert [each.stem for each in orders if each["key"] != ["reject"]] == []


def test_nothing_is_said_of_the_form_of_a_drug_that_has_one() -> None:
    orders = [each for each in variants() if each["table"] == "dose-check" and each["inputs"]["drug"] != "octreotide"]
    texts = [option["feedback"] for each in orders for option in each["options"]]
    assert [text for text in texts if "long-acting form" in text or "short-acting form" in text] == []


def test_a_first_session_is_told_nothing_of_a_last_one() -> None:
    first = [each for each in variants() if each["table"] == "embolisation-session" and each["inputs"]["first_session"]]
    texts = [option["feedback"] for each in first for option in each["options"] if "last session" in option["feedback"]]
    assert [text for text in texts if "not the first session" not in text] == []


@pytest.mark.parametrize("target", ["rule:interval-too", "rule:no-antibiotics-two-lobes-too"])
def test_a_session_that_fails_twice_is_odd(target: str) -> None:
    assert is_odd("embolisation-session", "2026", target, "0")
    assert not is_odd("embolisation-session", "2026", "rule:two-lobes", "0")


@pytest.mark.parametrize(
    ("name", "step"), [("largest_diameter_cm", "1/10"), ("hours_since_session", "4"), ("ki67_percent", "1")]
)
def test_numbers_are_those_that_people_write(name: str, step: str) -> None:
    drawn = {Fraction(each["inputs"][name]) for each in variants() if name in each["inputs"]}
    assert [str(value) for value in drawn if (value / Fraction(step)).denominator > 1] == []
    assert drawn.isdisjoint({Fraction(29, 10), Fraction(31, 10), Fraction(49, 10), Fraction(51, 10), Fraction(73)})


def test_a_vessel_beside_a_lesion_is_spoken_of() -> None:
    beside = [v for v in variants() if v["table"] == "rfa" and v["inputs"]["adjacent_to"] == "large-vessel"]
    assert beside
    assert [key_feedback(each) for each in beside if "vessel" not in key_feedback(each)] == []


@pytest.mark.parametrize(
    ("table", "name", "said"),
    [
        ("prrt", "marrow_reserve_poor", "haematology"),
        ("embolisation-session", "carcinoid_heart_disease", "fluid"),
        ("rfa", "biliary_enteric_anastomosis", "abscess"),
    ],
)
def test_what_a_story_calls_for_is_said_of_the_answer(table: str, name: str, said: str) -> None:
    calling = [v for v in variants() if v["table"] == table and v["inputs"].get(name) is True]
    assert [key_feedback(each) for each in calling if said not in key_feedback(each)] == []


def test_no_feedback_only_repeats_the_key() -> None:
    assert [text for text in feedback() if "the answer is" in text or "cover this patient" in text] == []


def test_no_feedback_proposes_more_than_two_changes() -> None:
    assert [text for text in feedback() if "Besides" in text or "things would have to change" in text] == []


def test_nothing_is_proposed_that_leaves_a_danger_standing() -> None:
    """What would make an answer right is offered only where the changed patient has no danger, or the answer warns."""
    for each in variants():
        verdicts = load(each["table"], each.edition).verdicts
        offers = [o for o in each["options"] if "change" in o and each["table"] != MAPS]
        goes_on = [o for o in offers if o["id"] not in verdicts or verdicts[o["id"]].tone != "unsuitable"]
        changed = [decide(each["table"], each.edition, **{**each["inputs"], **o["change"]}) for o in goes_on]
        assert [warnings(decision) for decision in changed if warnings(decision)] == []


def test_silence_is_never_proposed_by_making_a_patient_worse() -> None:
    said = [o["feedback"] for each in variants() for o in each["options"] if o["id"] == NOT_STATED and "change" in o]
    assert [text for text in said if not re.search(r"\(here ", text)] == []


def test_a_key_that_says_nothing_says_what_to_do_next() -> None:
    """Where a silence has no danger named and no step of its own, the tumour board is named."""
    step = re.compile(
        r"ask|Ask|take it|Take it|look|Look|raise|refer|Refer|decides|follow|must say|surgeons|take cultures"
    )
    silent = [each for each in variants() if each["key"] == [NOT_STATED]]
    left = [key_feedback(each) for each in silent if "nothing to name" not in key_feedback(each)]
    assert [text for text in left if not step.search(text)] == []


def test_a_question_has_at_least_two_answers_beside_silence() -> None:
    few = [each for each in variants() if len([o for o in each["options"] if o["id"] != DONT_KNOW]) < 3]
    assert [each.stem for each in few] == []


def test_nothing_would_be_right_if_a_number_were_anything() -> None:
    assert [text for text in feedback() if "anything" in text] == []


MACHINERY = r"not asked here|p value|lesions with FDG uptake is|time point"


def test_no_feedback_speaks_of_the_course_s_own_machinery() -> None:
    assert [text for text in feedback() if re.search(MACHINERY, text)] == []


def test_only_a_definition_that_fits_is_said_to_fit() -> None:
    clashes = [each for each in variants() if each["table"] == MAPS and each["key"] == ["conflict"]]
    fits = [(o["id"] == "II", is_dominated(v)) for v in clashes for o in v["options"] if "It does fit" in o["feedback"]]
    assert (True, True) in fits
    assert (True, False) not in fits


def is_dominated(each: Variant) -> bool:
    return "dominant" in each["inputs"]["lesions_by_segment"].values()


def test_a_clash_of_definitions_is_told_once() -> None:
    clashes = [key_feedback(each) for each in variants() if each["key"] == ["conflict"]]
    assert [text for text in clashes if text.count("the review does not say which prevails") != 1] == []


def test_how_to_treat_is_not_said_where_the_answer_is_not_to() -> None:
    barred = [key_feedback(v) for v in variants() if v["key"] in (["contraindicated"], ["criteria-not-met"])]
    assert barred
    assert [text for text in barred if "treat in small stages" in text or "prefer a lobe" in text] == []


def test_an_answer_that_warns_is_proposed_by_one_change_at_most() -> None:
    """That a bar would be another bar, were this one not there, teaches nothing."""
    for each in variants():
        tones = {id: verdict.tone for id, verdict in load(each["table"], each.edition).verdicts.items()}
        warning = [o["feedback"] for o in each["options"] if tones.get(o["id"]) == "unsuitable" and "change" in o]
        assert [text for text in warning if " and " in text.partition(" if ")[2]] == []


def test_an_answer_that_is_overruled_is_refused_by_what_overrules_it() -> None:
    options = asked("embolisation", "2026", "rule:hepatic-vein")["options"]
    said = next(each["feedback"] for each in options if each["id"] == "indicated-selected")
    assert "planned and not urgent" not in said


def test_a_map_that_no_report_would_hold_is_odd() -> None:
    assert is_odd(MAPS, "review-2012", "conflict:diffuse-in-one-lobe", "0")
    assert not is_odd(MAPS, "review-2012", "conflict:diffuse-with-dominant", "0")


def test_the_criteria_are_said_to_be_met_only_where_they_are() -> None:
    met = [v["key"] for v in variants() for o in v["options"] if o["feedback"].startswith("They are met")]
    assert {key for keys in met for key in keys} == {"indicated", "indicated-selected"}


MANY = 12


def test_nobody_has_more_lesions_than_a_report_counts() -> None:
    counts = [int(each["inputs"]["lesion_count"]) for each in variants() if "lesion_count" in each["inputs"]]
    assert [count for count in counts if count > MANY] == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("nonoperative_treatments_failed", True, r"[Oo]ctreotide controls|metastases could be resected"),
        ("low_volume", True, r"enlarged liver"),
        ("newly_diagnosed", True, r"on a somatostatin analogue|despite octreotide"),
        ("resectable", True, r"most of the disease is in|dialysis|von Willebrand|ascites, "),
        ("grade", "NEC", r"flushing and diarrhoea|would rather be watched"),
    ],
)
def test_no_story_contradicts_itself(name: str, value: object, words: str) -> None:
    told = [each.stem for each in variants() if each["inputs"].get(name) == value]
    assert told
    assert [stem for stem in told if re.search(words, stem)] == []


def test_who_might_be_given_a_new_liver_is_not_old() -> None:
    drawn = [v for v in variants() if v["table"] == "transplant" and "age_years" not in v["inputs"]]
    assert drawn
    assert [v.stem for v in drawn if not re.search(r"\b(?:3[1-9]|4\d|5\d|6[0-2])-year-old", v.stem)] == []


LEFT_OPEN = r"brain or a bone|is of grade 1 or 2|that drug|these drugs|vessel or a bile duct|duct or a vessel"


def test_what_is_known_of_a_patient_is_not_left_open() -> None:
    told = (text for text in (*stems(), *feedback()) if not text.startswith("This is the answer"))  # of whoever it is
    assert [text for text in told if re.search(LEFT_OPEN, text)] == []


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_a_map_has_one_dominant_lesion_at_most(seed: str) -> None:
    maps = [asked(*target, seed)["inputs"] for target in TARGETS if target[0] == MAPS and "conflict" not in target[2]]
    assert [each for each in maps if list(each["lesions_by_segment"].values()).count("dominant") > 1] == []
