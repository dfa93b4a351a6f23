"""The receptor map: drugs bind as many subtypes as the facts say, and the page says what Python says."""

import json
from itertools import combinations

import pytest
from playwright.sync_api import Browser, expect

from netlearn import evidence, knowledge
from netlearn.errors import InputError
from netlearn.widgets import ReceptorMap, assets
from netlearn.widgets.receptors import FILE, said, to_page
from tests.axe import A_PART, violations
from tests.widgets.conftest import Watch

RAW = knowledge.load(FILE)
SAID = "(text) => { const [map, all] = JSON.parse(text); return all.map((each) => NetLearn.receptorsSaid(map, each)) }"
PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Receptors</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="netlearn.css"><script defer src="netlearn.js"></script>
<script defer src="receptors.js"></script></head><body><main><h1>Receptors</h1><h2>A map</h2>{}</main></body></html>"""


def number(fact: str) -> int:
    value = evidence.fact(fact).value
    assert value is not None
    return int(value.bounds()[0])


def test_there_are_as_many_subtypes_as_the_fact_says() -> None:
    assert len(RAW["subtypes"]) == number(RAW["counted"])


@pytest.mark.parametrize("drug", RAW["drug"], ids=lambda drug: drug["name"])
def test_a_drug_binds_as_many_subtypes_as_the_fact_says(drug: dict[str, object]) -> None:
    """Of octreotide and lanreotide the review counts those that are bound strongly."""
    binds = dict(drug["binds"])  # type: ignore[call-overload]
    counted = [name for name, strength in binds.items() if strength != "moderate"]

    assert len(counted) == number(str(drug["count"]))
    assert set(binds) <= set(RAW["subtypes"])
    assert set(binds.values()) <= set(RAW["strengths"])


def test_what_the_erratum_teaches_is_what_the_map_draws() -> None:
    octreotide = RAW["drug"][0]["binds"]

    assert evidence.erratum("E45").teach == "Chiefly sst2 and sst5, with some sst3."
    assert octreotide == RAW["drug"][1]["binds"] == {"sst2": "strong", "sst5": "strong", "sst3": "moderate"}


def test_a_tumour_without_a_subtype_that_a_drug_binds_gives_it_nothing() -> None:
    assert said(["sst4"]) == tuple(f"{drug['name']} finds nothing here." for drug in RAW["drug"])
    assert said(["sst1"])[0].endswith("nothing here.") and said(["sst1"])[2].startswith("Pasireotide finds sst1")


@pytest.mark.parametrize("carried", [["sst6"], ["sst2", "sst2"]])
def test_a_subtype_that_there_is_not_or_stands_twice_is_refused(carried: list[str]) -> None:
    with pytest.raises(InputError, match="each once, of sst1"):
        ReceptorMap(*carried)


@pytest.mark.browser
def test_the_page_says_what_python_says_and_answers_to_the_keyboard(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("receptors")
    files = {"netlearn.js": assets.page_script(), "receptors.js": assets.receptors_script()}
    files |= {"netlearn.css": assets.stylesheet(), "index.html": PAGE.format(ReceptorMap()._html())}
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    watch = Watch((root / "index.html").as_uri())
    page = watch.new_page(browser)
    page.goto(watch.address)
    tumours = [list(some) for count in range(6) for some in combinations(RAW["subtypes"], count)]

    assert len(tumours) == 2**5
    assert page.evaluate(SAID, json.dumps([to_page(), tumours])) == [list(said(each)) for each in tumours]
    lines = page.locator(".said li")
    expect(lines).to_have_text(list(ReceptorMap().said))
    page.get_by_role("button", name="sst5").focus()
    page.keyboard.press("Space")
    expect(lines).to_have_text(list(ReceptorMap("sst2", "sst5").said))
    expect(page.get_by_role("button", name="sst5")).to_have_attribute("aria-pressed", "true")
    assert violations(page, A_PART) == []
    assert watch.complaints == []
