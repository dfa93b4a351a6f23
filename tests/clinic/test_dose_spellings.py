"""What each spelling of a prescription means, read a second time: from its words, and not from the list."""

import re

import pytest

from netlearn import knowledge

LISTS = knowledge.load("doses.toml")
COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
HOURS = {
    "hour": 1,
    "day": 24,
    "week": 7 * 24,
    "fortnight": 14 * 24,
    "month": 28 * 24,
}  # a month of a depot is four weeks
TIMES = {"once": 1, "twice": 2, "QD": 1, "OD": 1, "BID": 2, "BD": 2, "TID": 3, "TDS": 3, "QID": 4, "QDS": 4}
ADVERBS = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month"}
NOT_REPEATED = {
    "single": ("single", "once", "single dose", "one dose", "at once", "bolus", "stat", "one-off"),
    "continuous": ("continuous", "continuously", "continuous infusion", "infusion"),
}
ROUTES = {  # the first that fits
    "infusion": r"infusion|drip",
    "oral": r"mouth|oral|\bp\.?o\b",
    "SC": r"subcut|\bs\.?c\b",
    "IM": r"intramusc|\bi\.?m\b",
    "IV": r"intraven|\bi\.?v\b",
}
FORMULATIONS = {
    "short-acting": {"immediate-release", "short acting form"},
    "LAR": {"long-acting", "long-acting release", "depot", "autogel", "octreotide LAR"},
}
CONTEXTS = {
    "carcinoid-syndrome": "symptom",
    "preoperative": "operat|surgery|prophyla|prevention",
    "crisis": "^carcinoid crisis$",
    "growth-control": "tumour|growth",
    "after-progression": "progression",
    "trial-control": "control arm",
    "other": "^(PRRT|radionuclide therapy|treatment)$",
}


def spellings(field: str) -> list[tuple[str, str]]:
    """Each word of a list, then each of its other spellings, with the word."""
    return [(text, word) for word, others in LISTS[field].items() for text in (word, *others)]


def hours(text: str) -> float | None:
    """How far apart doses are by the words of a text; None where the words speak of no repetition."""
    words = text.replace("-", " ").split()
    numbers = [int(w) if w.isdigit() else COUNTS.index(w) + 1 for w in words if w.isdigit() or w in COUNTS]
    times = [TIMES[word] for word in words if word in TIMES]
    units = [unit for word in words if (unit := ADVERBS.get(word, word.removesuffix("s"))) in HOURS]
    if not units and not (times and text.isupper()):  # once is no frequency, OD is
        return None
    unit = HOURS[units[0]] if units else HOURS["day"]
    return unit * (numbers or [1])[0] if words[0] == "every" else unit / (times or numbers or [1])[0]


@pytest.mark.parametrize(("text", "word"), spellings("frequencies"))
def test_a_spelling_of_a_frequency_is_as_often_as_its_word(text: str, word: str) -> None:
    expected = hours(word)
    assert hours(text) == expected
    assert expected is not None or text in NOT_REPEATED[word]


@pytest.mark.parametrize(("text", "word"), spellings("routes"))
def test_a_spelling_of_a_route_names_that_route(text: str, word: str) -> None:
    assert next(route for route, says in ROUTES.items() if re.search(says, text, re.IGNORECASE)) == word


@pytest.mark.parametrize(("text", "word"), spellings("formulations"))
def test_a_spelling_of_a_formulation_is_of_that_one(text: str, word: str) -> None:
    meant = next((each for each, known in FORMULATIONS.items() if text in (each, *known)), "other")
    assert meant == word


@pytest.mark.parametrize(("text", "word"), [(t, w) for t, w in spellings("contexts") if t != w])
def test_a_spelling_of_a_context_speaks_of_it(text: str, word: str) -> None:
    assert [context for context, says in CONTEXTS.items() if re.search(says, text)] == [word]


@pytest.mark.parametrize(
    ("text", "hours_apart"), [("every two weeks", 336), ("BID", 12), ("monthly", 672), ("stat", None)]
)
def test_the_second_reading_can_tell_them_apart(text: str, hours_apart: float | None) -> None:
    assert hours(text) == hours_apart
