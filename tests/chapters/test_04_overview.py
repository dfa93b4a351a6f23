"""What chapter 4 says that rules and selector answer is what they answer."""

import pytest

from netlearn.clinic.assemblies import systemic
from netlearn.clinic.cases import case
from netlearn.decision import decide
from netlearn.evidence import figure


def rows(edition="2026"):
    """The rows of the selector for Vera as chapter 4 has her: treatment and group."""
    return [(row.treatment, row.group) for row in systemic(dict(case("vera@4").known), edition=edition).rows]


def asked(table, **changes):
    """What a table of 2026 answers of Vera as chapter 4 has her, with changes."""
    of_her = next(each for each in case("vera@4").asked if each.table == table)
    return decide(table, "2026", **{**of_her.given["2026"], **changes})


def in_group(group):
    return {treatment for treatment, found in rows() if found == group}


def test_an_analogue_for_the_symptoms_is_first_line_and_chemotherapy_a_rescue():
    """So the text says before the selector is opened."""
    assert "octreotide or lanreotide, for symptoms" in in_group("first-line")
    assert in_group("rescue") == {"chemotherapy"}


def test_everolimus_stands_against():
    """In the carcinoid syndrome its trial missed its boundary."""
    assert "everolimus" in in_group("against")


def test_telotristat_is_an_option_and_three_rows_wait_for_an_answer():
    """Interferon for symptoms, radionuclides and cabozantinib."""
    assert "telotristat" in in_group("option")
    assert in_group("needs-an-answer") == {
        "interferon, for symptoms",
        "radionuclide therapy (PRRT)",
        "cabozantinib",
    }


@pytest.mark.parametrize(("name", "value"), [("stools_per_day", 3), ("child_pugh", "C")])
def test_telotristat_is_an_option_no_more_with_few_stools_or_an_ill_liver(name, value):
    """The reader is told to try it."""
    told = {**case("vera@4").known, name: value}

    assert ("telotristat", "option") not in {(row.treatment, row.group) for row in systemic(told, edition="2026").rows}


def test_she_is_not_watched_and_her_heart_comes_first():
    """The two answers of today."""
    assert (asked("observation").verdict, asked("carcinoid-heart").verdict) == ("not-first", "ask-first")


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"symptomatic": False}, "not-first"),
        ({"symptomatic": False, "functioning": False}, "option"),
        ({"symptomatic": False, "functioning": False, "primary_site": "pancreas"}, "option"),
        ({"symptomatic": False, "functioning": False, "ki67_percent": "9.9"}, "option"),
        ({"symptomatic": False, "functioning": False, "ki67_percent": 10}, None),
    ],
)
def test_the_settings_that_the_reader_is_sent_to_answer_as_told(changes, verdict):
    """Hormones, controlled or not, are treated; without them watching is an option below ten per cent."""
    assert asked("observation", **changes).verdict == verdict


def test_in_the_pancreas_only_rarely():
    """The option stays, with its caution."""
    changed = asked("observation", symptomatic=False, functioning=False, primary_site="pancreas")

    assert "pancreas" in {caution.id for caution in changed.cautions}


@pytest.mark.parametrize(("signs", "verdict"), [(False, "not-needed"), (True, "ask-first")])
def test_signs_of_now_ask_for_a_picture_of_now(signs, verdict):
    """A normal picture of earlier is enough without signs, and not with them."""
    assert asked("carcinoid-heart", carcinoid_heart_disease=False, heart_symptoms=signs).verdict == verdict


def test_low_grade_two_ends_where_clarinet_did():
    """The limit that the text names is the one of the rules."""
    assert figure("clarinet.ki67-below").value.high == 10


def test_more_of_those_with_the_liver_resected_lived_five_years():
    """The side note says it without the numbers."""
    resected, others = (
        figure(f"valve-before-liver.survival-{name}").value.low for name in ("resected", "not-resected")
    )

    assert resected > others
