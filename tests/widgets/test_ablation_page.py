"""The ablation bench on a page: the same answers as Python, by pointer and by keyboard."""

import json
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from netlearn.clinic.ablation import MARGINS_CM, ZONES_CM, size
from netlearn.decision.export import export
from netlearn.errors import InputError
from netlearn.widgets import AblationBench
from netlearn.widgets.bench_data import TABLES
from tests.axe import A_PART, COLOUR, violations
from tests.widgets.bench_page import CASE, DIAMETERS, asked, cases, ours, write_site
from tests.widgets.conftest import EDITIONS, Watch
from tests.widgets.test_live_page import JOIN

pytestmark = pytest.mark.browser

NAME = """() => {
  const now = document.activeElement;
  const legend = now.closest('fieldset')?.querySelector('legend');
  return legend ? legend.textContent : now.getAttribute('aria-label') || now.labels[0].textContent; }"""
ASK = """([table, edition, cases]) => JSON.stringify(cases.map((values) => {
  const rules = NetLearn.tables[table][edition];
  const decision = NetLearn.decide(rules, values);
  return decision.error ? null : [decision, NetLearn.ablationModel.chances(rules, values, %s)];
}))"""


@pytest.fixture(scope="module")
def bench_watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    return Watch(write_site(tmp_path_factory.mktemp("bench")).as_uri())


@pytest.fixture(scope="module")
def bench_desk(browser: Browser, bench_watch: Watch) -> Page:
    return bench_watch.new_page(browser)


@pytest.fixture
def bench(bench_desk: Page, bench_watch: Watch):
    """The page at desktop width; nothing that must not happen has happened when a test is over."""
    bench_watch.complaints.clear()
    bench_desk.goto(bench_watch.address)
    yield bench_desk
    assert bench_watch.complaints == []


def verdict(page: Page, number: int = 0, inside: str = "#bench"):
    return page.locator(f"{inside} .nl-decision .said strong").nth(number)


def diameter(page: Page):
    return page.locator("#bench").get_by_label("Largest diameter", exact=True)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table", TABLES)
def test_decisions_and_chances_are_pythons(bench, table, edition):
    given = list({json.dumps(asked(table, edition, case)): asked(table, edition, case) for case in cases()}.values())
    theirs = json.loads(bench.evaluate(ASK % "0.2", [table, edition, given]))
    for case, mine, page in zip(given, [ours(table, edition, case) for case in given], theirs, strict=True):
        assert page == mine, case


def test_sizes_are_pythons(bench):
    """Also at 29 cm and above, where the lesion with its margin is more than the bench takes."""
    given = [[d, float(m), float(z)] for d, m, z in product(DIAMETERS, MARGINS_CM, ZONES_CM)]
    script = "(cases) => cases.map((c) => NetLearn.ablationModel.sizing(NetLearn.tables['ablation-bench'].model, ...c))"
    for case, page in zip(given, bench.evaluate(script, given), strict=True):
        try:
            mine = size(*case)
        except InputError:
            assert page is None, case
            continue
        assert (page["required"], page["atLeast"], page["enough"]) == (
            float(mine.required_cm), mine.zones.at_least, mine.zones.enough
        ), case  # fmt: skip
        volumes = [page["lesionMl"], page["requiredMl"]]
        assert volumes == pytest.approx([mine.lesion_ml, mine.required_ml], rel=1e-12), case


def test_every_known_covering_is_used_up_to_its_own_ratio(bench):
    script = """() => {
      const bench = NetLearn.tables['ablation-bench'].model;
      const enough = (diameter) => NetLearn.ablationModel.sizing(bench, diameter, 0, 3).enough;
      return bench.coverings.map(([n, ratio]) => [n, enough(3 * ratio), enough(3 * ratio + 1e-6)]); }"""
    rows = bench.evaluate(script)
    counts = [row[0] for row in rows]
    assert [row[1] for row in rows] == counts
    assert [row[2] for row in rows] == [*counts[1:], None]


def test_shown_verdicts_and_chances_are_those_of_the_widget(bench):
    expect(verdict(bench)).to_have_text("Doubtful")
    expect(verdict(bench, 1)).to_have_text("An option")
    line = bench.locator("#bench .nl-doubt summary")
    expect(line).to_contain_text("Off by ±2\xa0mm:")
    assert line.locator(".nl-tag").all_inner_texts() == ["25\xa0% suitable", "75\xa0% doubtful"]
    line.click()
    shown = bench.locator("#bench .nl-chances li").all_inner_texts()
    assert [text.split("\n") for text in shown] == [
        ["Suitable", "25\xa0%"],
        ["Doubtful", "75\xa0%"],
        ["An option", "100\xa0%"],
    ]


def test_drawing_is_to_scale_and_said_in_words(bench):
    radii = {
        kind: float(bench.locator(f"#bench .nl-scale .{kind}").get_attribute("r"))
        for kind in ("lesion", "needed", "zone")
    }
    assert radii == {"lesion": 15.5, "needed": 20.5, "zone": 20}  # ten units to a centimetre
    words = bench.locator("#bench .nl-scale").get_attribute("aria-label")
    assert words == ("Drawn to scale: a lesion of 3.1\xa0cm; with its margin 4.1\xa0cm; the zone of one probe 4\xa0cm.")


@pytest.mark.parametrize(
    ("margin", "zone", "said"),
    [
        ("0 cm", "4 cm", "reaches all of it"),
        ("0.5 cm", "4 cm", "reaches the lesion but not all of its margin"),
        ("0.5 cm", "3 cm", "leaves a rim of tumour"),
    ],
)
def test_margin_and_zone_change_what_one_zone_reaches(bench, margin, zone, said):
    bench.locator("#bench").get_by_role("radio", name=margin.replace(" ", "\xa0"), exact=True).first.check()
    bench.locator("#bench").get_by_role("group", name="Zone of one probe").get_by_label(
        zone.replace(" ", "\xa0")
    ).check()
    expect(bench.locator("#bench .nl-read")).to_contain_text(said)


def test_typed_diameter_is_used_exactly(bench):
    diameter(bench).fill("3.0")
    expect(verdict(bench)).to_have_text("Suitable")
    diameter(bench).fill("3.01")
    expect(verdict(bench)).to_have_text("Doubtful")


def test_refused_diameter_leaves_no_size_and_no_chance(bench):
    diameter(bench).fill("3,1")
    expect(bench.locator("#bench .nl-error").first).to_contain_text("with a decimal point")
    expect(bench.locator("#bench .nl-read")).to_have_text("Give the largest diameter to size the ablation.")
    expect(bench.locator("#bench .nl-chances")).to_have_count(0)


def test_boundaries_of_the_rules_are_ticks(bench):
    assert bench.locator("#bench .nl-slider").first.locator(".is-rule").all_inner_texts() == ["3", "5"]


def test_arrow_keys_move_the_diameter(bench):
    bench.locator("#bench input[type=range]").first.focus()
    bench.keyboard.press("ArrowLeft")
    expect(diameter(bench)).to_have_value("3")
    expect(verdict(bench)).to_have_text("Suitable")


def label(name: str) -> str:
    """What an input of the table ``rfa`` is called."""
    return next(each["label"] for each in export("rfa")["inputs"] if each["name"] == name)


def test_every_control_is_reached_by_tab(bench):
    """From the edition to the last choice: one stop for each group, three for each number."""
    bench.locator("#bench input").first.focus()
    names = []
    for _ in range(13):
        names.append(bench.evaluate(NAME))
        bench.keyboard.press("Tab")
    assert names == [
        "Edition of the rules",
        "not known: Largest diameter", "Largest diameter", "Largest diameter, slider",
        "not known: Number of lesions", "Number of lesions", "Number of lesions, slider",
        "Margin all round *", "Zone of one probe *",
        label("resectable"), "Lobes involved", "Close to", label("biliary_enteric_anastomosis"),
    ]  # fmt: skip


def alcohol(page: Page, inside: str = "#bench"):
    return page.locator(f"{inside} .nl-alcohol")


def test_alcohol_stays_folded_until_the_reader_sets_a_duct_or_vessel(bench):
    """What the page came with opens nothing: control and answer stay on one screen."""
    card = bench.locator("#bench").get_by_role("group", name="Alcohol injection combined with")
    expect(card).to_be_hidden()  # beside a bile duct
    for beside, shown in (("neither", False), ("a large vessel", True), ("not known", False), ("a bile duct", True)):
        bench.locator("#bench").get_by_role("group", name="Close to").get_by_label(beside).check()
        expect(card).to_be_visible(visible=shown)


def test_folded_alcohol_says_its_answer_and_its_gravest_harm(bench):
    expect(alcohol(bench, "#empty").locator("summary").first).to_contain_text("Not enough is known")
    line = alcohol(bench).locator("summary").first
    expect(line).to_contain_text("An option")
    expect(line).to_contain_text("Alcohol is not harmless there, could harm")


def test_flip_is_applied_to_the_shared_lesion(bench):
    alcohol(bench).locator("summary").first.click()
    bench.locator("#bench .nl-flips button").filter(has_text="5\xa0cm").filter(has_text="Excluded").click()
    expect(verdict(bench, 1)).to_have_text("Excluded by size")
    expect(diameter(bench)).to_have_value("5")


@pytest.mark.parametrize(("theme", "rules"), [("light", A_PART), ("dark", COLOUR)])
def test_accessibility_check_finds_nothing(bench, theme, rules):
    bench.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
    assert violations(bench, rules) == []


def test_energy_is_asked_in_2026_only(bench):
    energy = bench.locator("#bench").get_by_role("group", name="Energy")
    expect(energy).to_have_count(0)
    bench.locator("#bench").get_by_label("2026").check()
    expect(energy).to_have_count(1)


def test_empty_bench_assumes_nothing(bench):
    expect(verdict(bench, 0, "#empty")).to_have_text("Not enough is known")
    expect(bench.locator("#empty .nl-scale .lesion")).to_have_count(0)


def test_answers_are_announced_politely(bench):
    for part in (".nl-read", ".nl-doubt", ".nl-decision .said"):
        expect(bench.locator(f"#bench {part}").first).to_have_attribute("aria-live", "polite")


def test_note_says_what_the_drawing_is_not_for(bench):
    expect(bench.locator("#bench footer")).to_contain_text("not for planning a treatment")


def test_nothing_is_wider_than_a_phone(browser, bench_watch):
    page = bench_watch.new_page(browser, width=390)
    page.goto(bench_watch.address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.close()


def test_default_content_stays_without_script(browser, bench_watch):
    page = bench_watch.new_page(browser, java_script_enabled=False)
    page.goto(bench_watch.address)
    expect(page.locator("#bench")).to_have_text("Default of the bench.")
    page.context.close()


def test_python_and_page_speak_both_ways(bench):
    widget = AblationBench(**CASE)
    state = {name: json.loads(json.dumps(getattr(widget, name))) for name in ("_kind", "_data", "value", "edition")}
    bench.evaluate(JOIN, [widget._esm, state])
    expect(verdict(bench, 0, "#live")).to_have_text("Doubtful")
    bench.evaluate("(value) => fromPython({value})", {**CASE, "largest_diameter_cm": 5.1})
    expect(verdict(bench, 0, "#live")).to_have_text("Unsuitable")
    bench.locator("#live").get_by_role("group", name="Zone of one probe").get_by_label("5\xa0cm").check()
    widget.set_state(bench.evaluate("sent.at(-1)"))
    assert (widget.value["zone_cm"], widget.result["rfa"]["verdict"]) == (5, "unsuitable")
