"""The live widget's module in a browser, joined to a model as a notebook joins it."""

import json

import pytest
from playwright.sync_api import expect

from netlearn.widgets import Explorer, LiverMap, TherapySelector

pytestmark = pytest.mark.browser

# what a notebook offers a widget: get, set, save_changes, on and off
JOIN = """async ([source, state]) => {
  const module = await import(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
  const handlers = new Set();
  window.sent = [];
  const model = {
    get: (name) => state[name],
    set: (changes) => Object.assign(state, changes),
    save_changes: () => window.sent.push(JSON.parse(JSON.stringify(
      {value: state.value, edition: state.edition, prior: state.prior}))),
    on: (events, run) => handlers.add(run),
    off: (events, run) => handlers.delete(run),
  };
  const el = document.createElement('div');
  el.id = 'live';
  document.body.append(el);
  window.left = module.default.render({model, el});
  window.fromPython = (changes) => { Object.assign(state, changes); handlers.forEach((run) => run()); };
  window.listening = () => handlers.size;
}"""


def join(page, widget):
    names = [name for name in ("_kind", "_data", "value", "edition", "prior") if widget.has_trait(name)]
    state = {name: json.loads(json.dumps(getattr(widget, name))) for name in names}
    page.evaluate(JOIN, [widget._esm, state])


def test_python_sets_and_the_page_shows(page):
    join(page, Explorer("grade", ki67_percent=20.1))
    expect(page.locator("#live .said strong")).to_have_text("Grade 3")
    page.evaluate("fromPython({value: {ki67_percent: 20}})")
    expect(page.locator("#live .nl-number input").first).to_have_value("20")
    expect(page.locator("#live .said strong")).to_have_text("Not enough is known")


def test_page_sets_and_python_takes_it(page):
    ask = Explorer("grade", ki67_percent=20.1)
    join(page, ask)
    page.locator("#live .nl-number input").first.fill("20")
    ask.set_state(page.evaluate("sent.at(-1)"))
    assert ask.value == {"ki67_percent": 20}
    assert ask.result["status"] == "undetermined"


ORDER = {
    "drug": "octreotide",
    "formulation": "short-acting",
    "dose": "150 microgram",
    "route": "SC",
    "frequency": "three-times-a-day",
    "context": "carcinoid-syndrome",
}


def test_a_long_list_is_a_menu_that_begins_with_not_known(page):
    """The doses of a prescription: chosen by the name of the field, and said to Python as it names them."""
    ask = Explorer("dose-check", edition="2026", **ORDER)
    join(page, ask)
    dose = page.locator("#live").get_by_label("Dose", exact=True)
    dose.select_option(label="150\xa0mg")
    ask.set_state(page.evaluate("sent.at(-1)"))
    assert (ask.value["dose"], ask.result["verdict"]) == ("150 mg", "reject")
    expect(page.locator("#live .said strong")).to_have_text("Wrong dose or form")
    dose.select_option(index=0)
    ask.set_state(page.evaluate("sent.at(-1)"))
    assert "dose" not in ask.value


def test_of_many_changes_those_that_would_be_right_are_in_sight(page):
    """A wrong order shows what would mend it; that nearly all else is wrong too stands in a fold."""
    join(page, Explorer("dose-check", edition="2026", **{**ORDER, "frequency": "once-a-day"}))
    seen = page.locator("#live .nl-flips:not(.nl-more *) button")
    expect(seen).to_have_text(["Frequency: three times a day gives Agrees with the sources"])
    fold = page.locator("#live details.nl-more", has_text="changes that give another answer")
    expect(fold.locator("button").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("button").first).to_be_visible()


def test_map_speaks_pythons_words(page):
    liver = LiverMap(VI="dominant", II="small")
    join(page, liver)
    expect(page.locator("#live .said strong")).to_have_text("Type II")
    page.locator("#live [data-segment=II]").focus()
    page.keyboard.press("0")
    liver.set_state(page.evaluate("sent.at(-1)"))
    assert liver.value == {"lesions_by_segment": {"VI": "dominant"}, "diffuse_multifocal": False}
    assert liver.result["verdict"] == "I"


def test_edition_is_sent_with_what_it_asks(page):
    ask = Explorer("grade", mitoses_per_10hpf=3)
    join(page, ask)
    page.locator("#live").get_by_label("2026").check()
    assert page.evaluate("sent.at(-1)") == {"value": {"mitoses_per_2mm2": 3}, "edition": "2026"}
    ask.set_state(page.evaluate("sent.at(-1)"))
    assert (ask.value, ask.edition) == ({"mitoses_per_2mm2": 3}, "2026")


def test_what_is_put_in_order_on_the_page_reaches_python_and_comes_back(page):
    """The order of what was given before, with what it says of the patient; neither side is asked twice."""
    selector = TherapySelector(prior=["everolimus"])
    join(page, selector)
    items = page.locator("#live .nl-board-prior li > span")
    expect(items).to_have_text(["everolimus"])
    page.locator("#live").get_by_label("Add a treatment").select_option(label="somatostatin analogue")
    page.locator("#live .nl-board-prior li").last.get_by_role("button", name="earlier").click()
    selector.set_state(page.evaluate("sent.at(-1)"))
    assert selector.prior == ["analogue", "everolimus"]
    assert selector.value == {"prior_systemic": True, "prior_analogue": True, "prior_other_systemic": True}

    selector.prior = ["prrt", "analogue"]
    page.evaluate("(changes) => fromPython(changes)", {"value": selector.value, "prior": selector.prior})
    expect(items).to_have_text(["radionuclide therapy (PRRT)", "somatostatin analogue"])


def test_closed_widget_stops_listening(page):
    join(page, Explorer("grade"))
    page.evaluate("left()")
    assert page.evaluate("listening()") == 0
