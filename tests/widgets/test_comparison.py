"""One case under two editions: what Python answers, what it shows, and what it refuses."""

import pytest

from netlearn.decision import decide, load
from netlearn.errors import InputError
from netlearn.widgets import Explorer
from netlearn.widgets.comparison import Comparison, both_editions, own_words, reading, shared_inputs

NEC = {"ki67_percent": 60, "mitoses_per_2mm2": 30, "differentiation": "poor", "morphology": "small-cell"}


def both(**case):
    return Explorer("grade", compare=True, **case)


def kind(**case):
    return reading(load("grade", "2026"), *both(**case).result.values())[0]


def test_explorer_makes_a_comparison_when_asked():
    assert isinstance(both(), Comparison) and not isinstance(Explorer("grade"), Comparison)


def test_each_edition_decides_the_same_case_in_its_own_words():
    told = {"ki67_percent": 60, "mitoses_per_10hpf": 30, "differentiation": "poor", "morphology": "small-cell"}

    assert both(**NEC).result == {
        "review-2012": decide("grade", **told).to_json(),
        "2026": decide("grade", edition="2026", **NEC).to_json(),
    }


def test_result_follows_the_case():
    case = both(**NEC)
    case.value = {**NEC, "ki67_percent": 20, "mitoses_per_2mm2": 20}
    assert [d["verdict"] for d in case.result.values()] == ["not-G3", "NEC"]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({}, "open"),
        ({"ki67_percent": 20}, "open"),
        ({"ki67_percent": 20.1}, "differs"),  # decided in 2012; 2026 asks for the differentiation first
        ({"ki67_percent": 20, "mitoses_per_2mm2": 20, "differentiation": "well", "morphology": "none"}, "finer"),
        (NEC, "finer"),
        ({**NEC, "ki67_percent": 20, "mitoses_per_2mm2": 20}, "differs"),
        ({"ki67_percent": 10, "mitoses_per_2mm2": 3, "differentiation": "moderate", "morphology": "none"}, "differs"),
        ({**NEC, "differentiation": "well"}, "differs"),  # 2026 refuses a well-differentiated carcinoma
    ],
)
def test_how_the_two_readings_compare(case, expected):
    assert kind(**case) == expected


def test_value_that_both_refuse_is_said_to_be_refused():
    case = both()
    case.set_state({"value": {"ki67_percent": "20,1"}})
    assert reading(load("grade", "2026"), *case.result.values())[0] == "refused"
    assert all("with a decimal point" in d["error"] for d in case.result.values())


def test_table_that_reads_the_same_is_said_to_read_the_same():
    before = decide("rfa", resectable=True).to_json()
    after = decide("rfa", edition="2026", resectable=True).to_json()
    assert before["verdict"] == after["verdict"] == "surgery-first"
    assert reading(load("rfa", "2026"), before, after) == ("same", ())


def test_finer_names_every_part_of_the_older_verdict():
    assert reading(load("grade", "2026"), *both(**NEC).result.values())[1] == ("NET G3", "NEC")


def test_grade_3_and_the_rest_are_wholly_divided():
    """Each verdict of 2026 is part of one of the review's, and both of those have parts."""
    older, newer = both_editions("grade")
    assert {verdict.was for verdict in newer.verdicts.values()} == set(older.verdicts)


def test_input_of_the_older_edition_alone_is_asked_too():
    older, newer = both_editions("transplant")
    names = [i.name for i in shared_inputs(older, newer)]
    assert set(names) >= {i.name for i in newer.inputs}
    assert len(names) == len(set(names))
    assert set(own_words(older, dict.fromkeys(names, 1))) == {i.name for i in older.inputs}


def test_older_name_of_a_renamed_input_is_refused():
    with pytest.raises(InputError, match="mitoses_per_2mm2"):
        both(mitoses_per_10hpf=3)


def test_edition_cannot_be_switched():
    with pytest.raises(InputError, match="2026"):
        both().edition = "review-2012"


def test_preset_that_the_table_does_not_accept_is_refused():
    with pytest.raises(InputError, match="ki67_percent"):
        Explorer("grade", compare=True, presets={"too high": {"ki67_percent": 101}})


def test_default_content_has_both_answers_and_the_comparison():
    html = both(**NEC)._repr_mimebundle_()[0]["text/html"]
    assert html.startswith('<net-explorer table="grade" compare="" presets="[]"')
    said = "They agree, and 2026 says more. 2026 divides “Grade 3” into NET G3 and NEC. Here: NEC."
    for expected in (said, "<h3>2012</h3>", "<h3>2026</h3>", "Mitoses per 10\u00a0HPF", "Mitoses per 2\u00a0mm²"):
        assert expected in html


def test_stored_text_and_html_are_the_same_each_time():
    first, second = (both(**NEC)._repr_mimebundle_()[0] for _ in range(2))
    for form in ("text/plain", "text/html"):
        assert first[form] == second[form]
    assert first["text/plain"] == (
        "Explorer('grade', compare=True, ki67_percent=60, mitoses_per_2mm2=30, "
        "differentiation='poor', morphology='small-cell')"
    )
