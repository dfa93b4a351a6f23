"""The ablation bench without a browser: traits both ways, errors, and what a notebook stores of it."""

from types import SimpleNamespace

import ipywidgets
import pytest

from netlearn.decision import decide
from netlearn.errors import InputError
from netlearn.site.assets import write_table
from netlearn.site.page_scripts import scripts, tables
from netlearn.widgets import AblationBench
from netlearn.widgets.assets import data_script
from netlearn.widgets.bench_data import bench_data

CASE = {"resectable": False, "largest_diameter_cm": 3.1, "lesion_count": 2, "lobes_involved": "right"}


def test_each_table_is_decided_on_what_it_asks():
    bench = AblationBench(**CASE, adjacent_to="bile-duct", combined_with="rfa")
    assert bench.result["rfa"] == decide("rfa", **CASE, adjacent_to="bile-duct").to_json()
    alcohol = {"largest_diameter_cm": 3.1, "adjacent_to": "bile-duct", "combined_with": "rfa"}
    assert bench.result["pai"] == decide("pai", **alcohol).to_json()


def test_result_follows_value():
    bench = AblationBench(**CASE)
    bench.value = {**CASE, "largest_diameter_cm": 3}
    assert bench.result["rfa"]["verdict"] == "suitable"
    assert bench.result["sizing"]["required_cm"] == 4


def test_energy_is_asked_in_2026_only():
    bench = AblationBench("2026", **CASE, modality="microwave")
    assert "Microwave evidence is mostly series" in [c["title"] for c in bench.result["rfa"]["cautions"]]
    bench.edition = "review-2012"
    assert "modality" not in bench.value
    with pytest.raises(InputError, match="modality"):
        AblationBench(modality="microwave")


def test_margin_and_zone_start_as_teaching_choices():
    assert AblationBench().value == {"margin_cm": 0.5, "zone_cm": 4}


def test_no_clinical_input_has_a_default():
    bench = AblationBench()
    assert bench.result["sizing"] is None
    assert [bench.result[table]["status"] for table in ("rfa", "pai")] == ["undetermined"] * 2
    assert bench.result["chances"] == {"rfa": [], "pai": []}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"largest_diameter_cm": "3,1"}, "3,1"),
        ({"margin_cm": 0.7}, "0, 0.5, 1"),
        ({"zone_cm": 2}, "zone_cm"),
        ({"diameter": 3}, "largest_diameter_cm"),
    ],
)
def test_wrong_value_from_python_is_refused_and_changes_nothing(value, said):
    bench = AblationBench(largest_diameter_cm=2)
    with pytest.raises(InputError, match=said):
        bench.value = value
    assert bench.value["largest_diameter_cm"] == 2


def test_wrong_value_from_the_page_becomes_the_error_of_each_table():
    bench = AblationBench(**CASE)
    bench.set_state({"value": {**bench.value, "largest_diameter_cm": "3,1"}})
    assert all("must be over 0 and at most 30" in bench.result[table]["error"] for table in ("rfa", "pai"))
    assert bench.result["sizing"] is None


def test_case_that_one_table_excludes_is_still_an_answer_of_the_other():
    bench = AblationBench(**{**CASE, "lesion_count": 1, "lobes_involved": "both"}, combined_with="none")
    assert bench.result["rfa"]["error"] and bench.result["chances"]["rfa"] == []
    assert bench.result["pai"]["verdict"] == "not-as-monotherapy"


def test_page_changes_value_and_edition_together():
    bench = AblationBench(**CASE)
    bench.set_state({"value": {**bench.value, "modality": "rfa", "zone_cm": 5}, "edition": "2026"})
    assert (bench.value["modality"], bench.value["zone_cm"], bench.result["rfa"]["edition"]) == ("rfa", 5, "2026")


def test_link_works_as_on_any_widget():
    one, other = AblationBench(**CASE), AblationBench()
    ipywidgets.link((one, "value"), (other, "value"))
    one.value = {**one.value, "largest_diameter_cm": 5.1}
    assert other.result["rfa"]["verdict"] == "unsuitable"


def test_stored_text_and_html_are_the_same_each_time():
    first, second = (AblationBench(**CASE)._repr_mimebundle_()[0] for _ in range(2))
    assert {k: first[k] for k in ("text/plain", "text/html")} == {k: second[k] for k in ("text/plain", "text/html")}
    assert eval(first["text/plain"]).value == AblationBench(**CASE).value  # the text is the call that makes it


def test_default_content_reads_without_script():
    html = AblationBench(**CASE)._repr_mimebundle_()[0]["text/html"]
    for expected in (
        "not for planning a treatment",
        "4.1\xa0cm, 36.1\xa0ml",
        "Doubtful",
        "Alcohol injection",
        "off by up to 2\xa0mm: Suitable 25\xa0%; Doubtful 75\xa0%",
    ):
        assert expected in html
    assert html.startswith('<net-ablation edition="review-2012" values="{&quot;')


@pytest.mark.parametrize(
    ("diameter", "said"), [(2.9, "<dd>1<"), (3.1, "<dd>4<"), (6.5, "at most "), (20, "more than the coverings known")]
)
def test_number_of_zones_says_how_far_it_is_known(diameter, said):
    assert said in AblationBench(largest_diameter_cm=diameter)._repr_mimebundle_()[0]["text/html"]


def test_data_for_the_page_holds_what_is_on_offer():
    data = bench_data()
    assert (data["margins"], data["zones"], data["error"]) == ([0, 0.5, 1], [3, 4, 5], 0.2)
    assert data["start"]["margin_cm"] in data["margins"] and data["start"]["zone_cm"] in data["zones"]


def test_page_with_the_bench_loads_its_script_after_the_page_script():
    page = "<net-ablation></net-ablation>"
    assert scripts(page) == ["netlearn.js", "ablation.js"]
    assert "ablation.js" not in scripts('<net-explorer table="rfa"></net-explorer>')


def test_site_writes_the_data_of_the_bench(tmp_path):
    app = SimpleNamespace(outdir=str(tmp_path))
    names = [write_table(app, table) for table in tables("<net-ablation></net-ablation>")]
    written = [(tmp_path / "_static" / name).read_text(encoding="utf-8") for name in names]
    assert names == ["data/ablation-bench.js", "data/pai.js", "data/rfa.js"]
    assert written[0] == data_script(bench_data())
    assert all('"edition":"review-2012"' in text and '"edition":"2026"' in text for text in written[1:])
