"""The live widgets without a browser: traits both ways, errors, and what a notebook stores of them."""

import ipywidgets
import pytest

from netlearn.clinic.doses import KEYWORDS
from netlearn.decision import decide
from netlearn.errors import InputError, NetlearnError
from netlearn.widgets import Explorer, LiverMap, TherapySelector
from netlearn.widgets.patients import patients


def test_result_is_what_decide_answers():
    assert Explorer("grade", ki67_percent=20.1).result == decide("grade", ki67_percent=20.1).to_json()


def test_result_follows_value():
    ask = Explorer("grade", ki67_percent=20.1)
    ask.value = {"ki67_percent": 20, "mitoses_per_10hpf": 20}
    assert ask.result["verdict"] == "not-G3"


def test_result_follows_the_edition():
    ask = Explorer("grade", ki67_percent=20.1, differentiation="well")
    ask.edition = "2026"
    assert ask.result["verdict"] == "NET G3"


def test_changing_the_edition_carries_the_case_over_and_drops_what_it_does_not_ask():
    ask = Explorer("grade", ki67_percent=3, mitoses_per_10hpf=8)
    ask.edition = "2026"
    assert ask.value == {"ki67_percent": 3, "mitoses_per_2mm2": 8}

    ablation = Explorer("rfa", edition="2026", modality="microwave")
    ablation.edition = "review-2012"
    assert ablation.value == {}


def test_text_with_a_unit_is_kept_as_the_number_it_means():
    assert Explorer("grade", ki67_percent="20.1 %").value == {"ki67_percent": 20.1}


@pytest.mark.parametrize("table", ["telotristat", "carcinoid-heart"])
def test_a_table_that_only_the_newest_edition_has_can_be_played_with(table):
    ask = Explorer(table, edition="2026", carcinoid_syndrome=True)
    assert ask.value == {"carcinoid_syndrome": True}
    assert ask.result == decide(table, "2026", carcinoid_syndrome=True).to_json()


def test_inputs_that_come_first_are_told_to_the_page():
    ask = Explorer("embolisation", edition="2026", first=("progressive", "diffuse"))

    assert ' first="progressive diffuse" ' in ask._html()
    assert " first=" not in Explorer("grade")._html()


def test_an_input_that_no_edition_asks_cannot_come_first():
    with pytest.raises(InputError, match="'mitoses'"):
        Explorer("grade", first=("mitoses",))


def test_none_is_unknown_and_leaves_no_trace():
    assert Explorer("grade", ki67_percent=None).value == {}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"ki67_percent": 100.1}, "ki67_percent"),
        ({"ki67_percent": "20,1"}, "20,1"),
        ({"differentiation": "good"}, "'well', 'moderate', 'poor'"),
        ({"ki_67": 3}, "ki67_percent"),
    ],
)
def test_wrong_value_from_python_is_refused_and_changes_nothing(value, said):
    ask = Explorer("grade", ki67_percent=3)
    with pytest.raises(InputError, match=said):
        ask.value = value
    assert ask.value == {"ki67_percent": 3}


def test_wrong_value_at_the_start_is_refused():
    with pytest.raises(InputError, match="ki67_percent"):
        Explorer("grade", ki67_percent=101)


def test_edition_that_does_not_exist_is_refused():
    ask = Explorer("grade")
    with pytest.raises(InputError, match="'review-2012', '2026'"):
        ask.edition = "2020"
    assert ask.edition == "review-2012"


def test_table_that_does_not_exist_is_refused():
    with pytest.raises(NetlearnError, match="no-such"):
        Explorer("no-such")


def test_liver_table_is_sent_to_its_own_widget():
    with pytest.raises(InputError, match="liver-involvement"):
        Explorer("liver-involvement")


def test_a_prescription_is_asked_in_its_own_words():
    """The checker of doses asks what an order says, and answers as Python does."""
    said = {"drug": "octreotide", "formulation": "short-acting", "dose": "150 mg", "route": "SC"}
    ask = Explorer("dose-check", edition="2026", **said, frequency="three-times-a-day", context="carcinoid-syndrome")

    assert ask.result == decide("dose-check", "2026", **ask.value).to_json()
    ask.edition = "review-2012"
    assert ask.value["dose"] == "150 mg"


def test_a_prescription_of_which_the_page_cannot_say_a_part_is_no_patient():
    """Each patient of the checker has all of the order: a dose that no menu holds leaves it out."""
    listed = patients("dose-check")["patients"]

    assert listed
    assert all(set(values) == set(KEYWORDS) for one in listed for values in one["values"].values())


def test_wrong_value_from_the_page_becomes_the_error_of_the_result():
    ask = Explorer("grade", ki67_percent=3)
    ask.set_state({"value": {"ki67_percent": "20,1"}})
    assert ask.result["error"] == "Ki-67 index must be between 0 and 100\xa0%. Write it with a decimal point."
    assert ask.result["verdict"] is None


def test_a_comma_in_a_whole_number_is_not_sent_to_a_decimal_point():
    ask = Explorer("rfa", lesion_count=3)
    ask.set_state({"value": {"lesion_count": "5,25"}})
    said = ask.result["error"]
    assert said == "“5,25” is not understood. Number of lesions must be a whole number between 1 and 200."


def test_right_value_from_the_page_clears_the_error():
    ask = Explorer("grade", ki67_percent=3)
    ask.set_state({"value": {"ki67_percent": 101}})
    ask.set_state({"value": {"ki67_percent": 21}})
    assert ask.result == decide("grade", ki67_percent=21).to_json()


def test_page_changes_value_and_edition_together():
    ask = Explorer("grade", mitoses_per_10hpf=3)
    ask.set_state({"value": {"mitoses_per_2mm2": 3, "differentiation": "well"}, "edition": "2026"})
    assert ask.value == {"mitoses_per_2mm2": 3, "differentiation": "well"}
    assert ask.result["error"] is None


def test_excluded_case_is_an_error_of_the_result():
    ask = Explorer("grade", edition="2026", differentiation="well", morphology="small-cell")
    assert ask.result["error"].endswith("exclude each other: ask the pathologist.")


def test_observe_and_link_work_as_on_any_widget():
    seen = []
    one, other = Explorer("grade"), Explorer("grade")
    ipywidgets.link((one, "value"), (other, "value"))
    other.observe(lambda change: seen.append(change["new"]["verdict"]), "result")
    one.value = {"ki67_percent": 21}
    assert seen == ["G3"]
    assert ipywidgets.HBox([one, other]).children == (one, other)


def test_result_cannot_be_set_from_outside():
    with pytest.raises(Exception, match="read-only"):
        Explorer("grade").result = {}


def test_map_marks_are_the_case():
    liver = LiverMap(VI="dominant", II="small")
    assert liver.value == {"lesions_by_segment": {"II": "small", "VI": "dominant"}, "diffuse_multifocal": False}
    assert liver.result["verdict"] == "II"


def test_map_with_diffuse_unknown_is_undetermined():
    liver = LiverMap(VI="dominant", II="small", diffuse_multifocal=None)
    assert (liver.result["status"], liver.result["missing"]) == ("undetermined", ["diffuse_multifocal"])


def test_empty_map_waits_for_a_mark():
    assert "mark a segment" in LiverMap().result["error"]


def test_segments_said_to_hold_none_are_left_out():
    assert LiverMap(VI="none", V="small").value["lesions_by_segment"] == {"V": "small"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"lesions_by_segment": {"IX": "small"}}, "IX"),
        ({"lesions_by_segment": {"VI": "huge"}}, "'huge' is not accepted; .* to small, dominant,"),
        ({"lesions_by_segment": ["VI"]}, "lesions_by_segment"),
        ({"lesions_by_segment": {}, "diffuse_multifocal": "yes"}, "diffuse_multifocal"),
        ({"lesions": {}}, "lesions"),
    ],
)
def test_wrong_map_from_python_is_refused(value, said):
    with pytest.raises(InputError, match=said):
        LiverMap().value = value


@pytest.mark.parametrize(
    "make", [lambda: Explorer("grade", ki67_percent=20), lambda: LiverMap(VI="dominant", diffuse_multifocal=True)]
)
def test_stored_text_and_html_are_the_same_each_time(make):
    first, second = (make()._repr_mimebundle_()[0] for _ in range(2))
    for kind in ("text/plain", "text/html"):
        assert first[kind] == second[kind]
    assert "0x" not in first["text/plain"]


def test_notebook_gets_the_live_view_too():
    assert "application/vnd.jupyter.widget-view+json" in Explorer("grade")._repr_mimebundle_()[0]


def test_default_content_reads_without_script():
    html = Explorer("grade", ki67_percent=20.1)._repr_mimebundle_()[0]["text/html"]
    for expected in (
        "Is this tumour grade 3?",
        "Grade 3",
        "exceeds 20",
        "Grade 3 is two diseases",
        "Ki-67 index",
        "20.1\xa0%",
    ):
        assert expected in html


def test_default_content_of_the_map_lists_the_marks():
    html = LiverMap(VI="dominant", II="small")._repr_mimebundle_()[0]["text/html"]
    for expected in ("Type II", "Segment VI", "a dominant lesion", "Stated diffuse, multifocal"):
        assert expected in html
    assert html.startswith('<net-liver edition="review-2012" values="{&quot;II&quot;: &quot;small&quot;')


def test_default_content_names_a_refused_value():
    ask = Explorer("grade")
    ask.set_state({"value": {"ki67_percent": "<b>"}})
    html = ask._repr_mimebundle_()[0]["text/html"]
    assert "&lt;b&gt; (not accepted)" in html and "<b>" not in html


def test_what_was_given_before_is_told_of_the_patient_and_taken_back():
    selector = TherapySelector({"grade": "NET G2"}, prior=["analogue", "prrt"])
    assert selector.value == {
        "grade": "NET G2", "prior_systemic": True, "prior_analogue": True, "prior_other_systemic": True,
        "second_course": True,
    }  # fmt: skip
    selector.prior = ["analogue"]
    assert selector.value == {"grade": "NET G2", "prior_systemic": True, "prior_analogue": True}


def test_what_is_told_otherwise_stands_no_longer_among_what_was_given_before():
    selector = TherapySelector(prior=["prrt", "analogue"])
    selector.value = {"prior_systemic": True, "prior_analogue": True, "prior_other_systemic": False}
    assert selector.prior == ["analogue"]
    assert selector.value == {"prior_systemic": True, "prior_analogue": True, "prior_other_systemic": False}


@pytest.mark.parametrize("order", [["leeches"], ["prrt", "prrt"]])
def test_a_treatment_that_is_not_listed_or_stands_twice_is_refused(order):
    with pytest.raises(InputError, match="each once, of analogue, prrt"):
        TherapySelector(prior=order)


def test_a_patient_who_contradicts_what_was_given_before_is_refused():
    with pytest.raises(InputError, match="prior_systemic"):
        TherapySelector(prior_systemic=False, prior=["prrt"])


def test_the_order_is_kept_in_the_call_and_in_what_a_notebook_stores():
    selector = TherapySelector(prior=["prrt", "analogue"])
    assert "prior=['prrt', 'analogue']" in repr(selector)
    assert ' prior="prrt analogue" ' in selector._html()
