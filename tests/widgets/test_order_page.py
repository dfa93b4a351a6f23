"""An order checked as it is written: the page reads it as Python does, and a slip of the unit is said in both units."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from netlearn.clinic.doses import check
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.widgets import assets
from netlearn.widgets.order_data import ORDER
from netlearn.widgets.page_data import data_scripts
from netlearn.widgets.static_html import element

PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Order</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css"><script defer src="_static/netlearn.js"></script>
<script defer src="_static/order.js"></script><script defer src="_static/data/order-check.js"></script>
</head><body><main>{order}</main></body></html>"""
GIVEN = {"drug": "octreotide", "formulation": "short-acting", "context": "preoperative"}
LUTETIUM = "lutetium-177 DOTATATE"
READ = """([edition, orders]) => { const table = NetLearn.tables['order-check'][edition];
  const words = NetLearn.tables['order-words'][''];
  return orders.map((order) => { const read = NetLearn.readOrder(table, words, order);
    if (read.error) return 'refused';
    const d = NetLearn.decide(table, read.values);
    return d.error ? 'refused' : [d.status, d.verdict || '', [...d.rules].sort().join(' ')].join('|'); }); }"""


@pytest.fixture(scope="module")
def page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    root: Path = tmp_path_factory.mktemp("order")
    files = {
        "index.html": PAGE.format(order=element("net-order", {"edition": "2026"}, GIVEN, Html(""))),
        "_static/netlearn.js": assets.page_script(),
        "_static/order.js": assets.order_script(),
        "_static/netlearn.css": assets.stylesheet(),
        **{f"_static/data/{name}": text for name, text in data_scripts(ORDER).items()},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto((root / "index.html").as_uri())
    page.locator("net-order .nl-widget").wait_for()
    yield page
    page.close()


def orders() -> Iterator[dict[str, Any]]:
    """Orders right and wrong: every drug, form, route and purpose meets every amount once or more."""
    drugs = [("octreotide", "short-acting"), ("octreotide", "LAR"), ("lanreotide", None), ("177Lu-DOTATATE", None)]
    drugs += [("telotristat", None), ("other", "other"), (None, "short-acting")]
    amounts = [("150", "microgram"), ("0.15", "mg"), ("300", "mg"), ("300", "microgram"), ("300", ""), ("30", "mg")]
    amounts += [
        ("7.4", "GBq"),
        ("7400", "MBq"),
        ("50", "microgram/h"),
        ("", "mg"),
        ("0", "mg"),
        ("1,5", "mg"),
        ("", ""),
        ("-5", "mg"),
        ("1.000", "mg"),
        ("1.0000", "mg"),
    ]
    ways = [
        ("SC", "three-times-a-day"),
        ("IM", "every-28-days"),
        ("IV", "single"),
        ("oral", "continuous"),
        (None, None),
    ]
    ways += [("infusion", "continuous"), ("infusion", None), ("IV", "every-8-weeks"), (None, "single")]
    purposes = ["preoperative", "carcinoid-syndrome", None]
    for (drug, form), (amount, unit), (route, often), purpose in product(drugs, amounts, ways, purposes):
        said = {"drug": drug, "formulation": form, "route": route, "frequency": often, "context": purpose}
        yield {**said, "amount": amount, "unit": unit}


def python(order: dict[str, Any], edition: str) -> str:
    """What Python makes of it; that a unit was chosen for no amount is a thing of the page."""
    said = {name: value for name, value in order.items() if name not in ("amount", "unit")}
    if order["unit"] and not order["amount"]:
        return "refused"
    try:
        d = check(**said, dose=f"{order['amount']} {order['unit']}" if order["amount"] else None, edition=edition)
    except InputError:
        return "refused"
    return "|".join([d.status, d.verdict or "", " ".join(sorted(d.rules))])


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_the_page_reads_an_order_as_python_does(page: Page, edition: str) -> None:
    every = list(orders())[:: 1 if edition == "2026" else 7]
    found = page.evaluate(READ, [edition, every])

    assert [(order, there) for order, there in zip(every, found, strict=True) if there != python(order, edition)] == []
    assert {"refused", "undetermined||"} < set(found) and any(each.startswith("decided|accept") for each in found)


def test_a_slip_of_the_unit_is_said_in_both_units_by_keyboard_on_a_phone(page: Page) -> None:
    said = page.locator("net-order .said")
    expect(said).to_contain_text("No dose to check yet")
    expect(page.locator("net-order .nl-caution, net-order .nl-possible, net-order .nl-flips")).to_have_count(0)
    page.get_by_label("Dose, in figures").press_sequentially("300")
    expect(page.get_by_role("alert")).to_contain_text("300 has no unit")
    expect(page.locator("net-order .nl-caution")).to_have_count(0)
    page.keyboard.press("Tab")
    page.get_by_label("Unit").press("m")  # microgram
    expect(page.get_by_role("alert")).to_be_empty()
    expect(said).not_to_contain_text("1,000 times")
    page.get_by_label("Unit").select_option("mg")

    expect(said).to_contain_text("300 mg is 300,000 microgram: 1,000 times 300 microgram.")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("amount", "harm"), [("500", False), ("501", True)])
def test_the_answer_on_a_phone_names_what_could_harm_where_no_rule_speaks(page: Page, amount: str, harm: bool) -> None:
    """Three times a day 1.5 mg is the label's most."""
    order = {
        **GIVEN,
        "context": "carcinoid-syndrome",
        "route": "SC",
        "frequency": "three-times-a-day",
        "unit": "microgram",
    }
    strip = page.evaluate(
        """(order) => { const table = NetLearn.tables['order-check']['2026'];
        const read = NetLearn.readOrder(table, NetLearn.tables['order-words'][''], order);
        return NetLearn.answerOf(table, NetLearn.decide(table, read.values)); }""",
        {**order, "amount": amount},
    )

    assert ("Could harm: Above the label's maximum" in strip["line"]) is harm
    assert (strip["title"] == "Above the label's maximum: not to be given unasked") is harm
    assert (strip["tone"] == "unsuitable") is harm


def write(page: Page, amount: str, unit: str, **chosen: str) -> None:
    page.get_by_role("button", name="Clear all").click()
    page.get_by_label("Dose, in figures").fill(amount)
    page.get_by_label("Unit").select_option(unit)
    for label, word in chosen.items():
        if label in ("Formulation", "Route"):
            page.get_by_role("radio", name=word, exact=True).check()
        else:
            page.get_by_label(label.replace("_", " "), exact=True).select_option(label=word)


SYNDROME = {"Route": "under the skin (SC)", "Frequency": "three times a day", "Given_for": "carcinoid syndrome"}


def test_a_dose_that_may_be_above_the_labels_maximum_heads_the_answer_before_the_form_is_chosen(page: Page) -> None:
    write(page, "5", "mg", Drug="octreotide", **SYNDROME)

    expect(page.locator("net-order .said strong")).to_have_text("Above the label's maximum: not ruled out")
    expect(page.locator("net-order .nl-possible")).to_contain_text("Wrong route")
    expect(page.locator("net-order .because")).to_have_text("Choose the formulation.")


def test_what_the_article_misprints_stands_folded_under_a_right_order_and_first_under_a_wrong_one(page: Page) -> None:
    write(page, "100", "microgram", Drug="octreotide", Formulation="short-acting", **SYNDROME)
    expect(page.locator("net-order .said strong")).to_have_text("Agrees with the sources")
    folded = page.locator("net-order .nl-more", has_text="In the article of 2012: Octreotide: milligram printed")
    expect(folded).to_have_count(1)
    expect(page.locator("net-order .nl-caution b", has_text="milligram printed")).to_be_hidden()

    page.get_by_label("Unit").select_option("mg")
    expect(page.locator("net-order .nl-caution b").first).to_contain_text("milligram printed for microgram")
    expect(page.locator("net-order .nl-caution b").first).to_be_visible()


def test_a_range_is_proposed_as_the_label_gives_it(page: Page) -> None:
    write(page, "250", "microgram", Drug="octreotide", Formulation="short-acting", **SYNDROME)
    proposed = page.locator("net-order .nl-flips button", has_text="Agrees with the sources")
    expect(proposed).to_contain_text(["Dose 100–600 microgram a day"])
    expect(page.locator("net-order")).not_to_contain_text("33.34")
    proposed.first.click()
    expect(page.get_by_label("Dose, in figures")).to_have_value("150")


def test_a_dose_that_is_refused_says_why(page: Page) -> None:
    for amount, unit, drug in [("1.000", "mg", "octreotide"), ("-5", "mg", "octreotide"), ("7.4", "mg", LUTETIUM)]:
        write(page, amount, unit, Drug=drug)
        word = {"octreotide": "octreotide", LUTETIUM: "177Lu-DOTATATE"}[drug]
        with pytest.raises(InputError) as refused:
            check(word, dose=f"{amount} {unit}", edition="2026")
        assert refused.value.sentence
        expect(page.get_by_role("alert")).to_have_text(refused.value.sentence)
        expect(page.locator("net-order .said strong")).to_have_text("Not accepted")
