"""How far heat and cold reach: the page reads the grid of the heat models as Python does."""

import gzip
import json
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from netlearn.models.grid import AXES, GridAxis, GridTable, interpolate
from netlearn.widgets import assets, bench_data
from tests.axe import A_PART, COLOUR, violations
from tests.widgets.bench_page import PAGE
from tests.widgets.conftest import Watch

pytestmark = pytest.mark.browser

QUANTITIES = {
    "heat": [f"{kind}_{what}" for kind in ("isotherm", "damage") for what in ("width", "towards", "away")],
    "ice": [f"{kind}_{what}" for kind in ("edge", "harmful", "lethal", "target") for what in ("radius", "length")],
    "cooling": ["rate"],
}
VALUES = {axis.name: axis.values for axis in AXES["heat"]}


def made_up() -> dict[str, Any]:
    """A grid of the real shape whose numbers follow no pattern that a wrong order of axes would keep."""
    tables: dict[str, Any] = {}
    for number, (name, axes) in enumerate(AXES.items()):
        points = list(product(*(range(len(axis.values)) for axis in axes)))
        spec = [{"name": a.name, "unit": a.unit, "values": list(a.values)} for a in axes]
        values = {q: [100 + (7919 * (n + 1) * (m + number + 1)) % 401 for n in range(len(points))]
                  for m, q in enumerate(QUANTITIES[name])}  # fmt: skip
        tables[name] = {"axes": spec, "unit": "mm", "scale": 0.1, "values": values}
    return tables


def read(spec: dict[str, Any]) -> GridTable:
    axes = tuple(GridAxis(a["name"], a["unit"], tuple(a["values"])) for a in spec["axes"])
    return GridTable(axes, spec["unit"], spec["scale"], spec["values"])


@pytest.fixture(scope="module")
def physics_watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    root = tmp_path_factory.mktemp("physics")
    data = bench_data.bench_data() | bench_data.physics(made_up())
    files = {
        "index.html": PAGE.format(case="{}").replace(
            "</main>", '<net-reach id="reach"><p>Default.</p></net-reach></main>'
        ),
        "_static/netlearn.js": assets.page_script(),
        "_static/ablation.js": assets.bench_script(),
        "_static/netlearn.css": assets.stylesheet(),
        "_static/data/ablation-bench.js": assets.data_script(data),
        **{f"_static/data/{name}": text for t in bench_data.TABLES for name, text in assets.table_scripts(t).items()},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Watch((root / "index.html").as_uri())


@pytest.fixture(scope="module")
def physics_desk(browser: Browser, physics_watch: Watch) -> Page:
    return physics_watch.new_page(browser)


@pytest.fixture
def physics(physics_desk: Page, physics_watch: Watch):
    physics_watch.complaints.clear()
    physics_desk.goto(physics_watch.address)
    yield physics_desk
    assert physics_watch.complaints == []


def points(table: GridTable) -> list[dict[str, float]]:
    """Both ends of each axis, a point of it, and places between its points."""
    some = [(a.values[0], a.values[-1], a.values[1], 0.3 * a.values[1] + 0.7 * a.values[2]) for a in table.axes]
    return [dict(zip([a.name for a in table.axes], point, strict=True)) for point in product(*some)]


@pytest.mark.parametrize("name", AXES)
def test_page_interpolates_as_python_does(physics, name):
    spec = made_up()[name]
    cases = [[q, point] for q in QUANTITIES[name] for point in points(read(spec))]
    script = "([table, cases]) => cases.map(([q, point]) => NetLearn.ablationModel.interpolate(table, q, point))"
    theirs = physics.evaluate(script, [spec, cases])
    assert theirs == pytest.approx([interpolate(read(spec), q, **point) for q, point in cases], abs=2e-9)


@pytest.mark.parametrize("time", [VALUES["time"][0] - 0.01, VALUES["time"][-1] + 0.01])
def test_nothing_is_read_beyond_the_axes(physics, time):
    point = {"power": 40, "perfusion": 60, "vessel": VALUES["vessel"][0], "time": time}
    script = "([table, point]) => NetLearn.ablationModel.interpolate(table, 'damage_width', point)"
    assert physics.evaluate(script, [made_up()["heat"], point]) is None


def test_slider_moves_by_keyboard_and_says_its_value(physics):
    vessel = physics.locator("#reach").get_by_label("Vessel beyond the tip")
    expect(vessel).to_have_attribute("aria-valuetext", "none near")
    vessel.focus()
    physics.keyboard.press("Home")
    expect(vessel).to_have_attribute("aria-valuetext", f"{VALUES['vessel'][0]}\xa0mm")
    expect(physics.locator("#reach .nl-physics").first).to_contain_text("Towards the vessel")


def test_the_vessel_stands_beside_its_zone_and_the_rest_is_one_step_away(physics):
    expect(physics.locator("#reach").get_by_label("Vessel beyond the tip")).to_be_visible()
    power = physics.locator("#reach").get_by_role("slider", name="Power")
    expect(power).to_be_hidden()
    physics.locator("#reach summary", has_text="Power, blood flow, time").click()
    expect(power).to_be_visible()


def test_shown_zone_is_what_python_reads(physics):
    physics.locator("#reach summary", has_text="Power, blood flow, time").click()
    physics.locator("#reach").get_by_role("slider", name="Power").fill("33")
    heat = read(made_up()["heat"])
    zone = interpolate(
        heat, "damage_width", power=33, perfusion=60, vessel=VALUES["vessel"][-1], time=VALUES["time"][-1]
    )
    row = physics.locator("#reach .nl-physics dl").first
    expect(row).to_contain_text(f"Destroyed, across{zone:.1f}\xa0mm")


def test_curve_is_a_table_too(physics):
    physics.locator("#reach summary", has_text="in numbers").click()
    cells = physics.locator("#reach .nl-physics tbody th").all_inner_texts()
    assert cells == ["1\xa0minute", *(f"{t}\xa0minutes" for t in AXES["heat"][-1].values[1:])]
    physics.locator("#reach").get_by_label("blood flow", exact=True).check()
    assert physics.locator("#reach .nl-physics tbody tr").count() == len(AXES["heat"][1].values)


def test_isotherms_of_the_ice_are_named_by_their_temperatures(physics):
    text = physics.locator("#reach .nl-physics").nth(1).inner_text()
    assert all(f"−{level}\xa0°C, across" in text for level in (20, 40, 50))


def test_readings_are_announced_politely(physics):
    assert physics.locator("#reach .nl-physics .nl-read[aria-live=polite]").count() == 2


def test_physics_is_no_wider_than_a_phone(browser, physics_watch):
    page = physics_watch.new_page(browser, width=390)
    page.goto(physics_watch.address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.close()


@pytest.mark.parametrize(("theme", "rules"), [("light", A_PART), ("dark", COLOUR)])
def test_accessibility_check_finds_nothing(physics, theme, rules):
    physics.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
    assert violations(physics, rules) == []


def test_without_a_grid_what_stood_there_stays(physics):
    script = """() => {
      const host = document.createElement('div');
      host.textContent = 'Default.';
      const { grid, ...bench } = NetLearn.tables['ablation-bench'].model;
      NetLearn.reach(host, { tables: { 'ablation-bench': { model: bench } } });
      return host.textContent; }"""
    assert physics.evaluate(script) == "Default."


def test_both_probes_are_folded_on_a_phone_only(browser, physics, physics_watch):
    expect(physics.locator("#reach").get_by_role("slider", name="Vessel")).to_be_visible()
    page = physics_watch.new_page(browser, width=390)
    page.goto(physics_watch.address)
    expect(page.locator("#reach").get_by_role("slider", name="Vessel")).to_be_hidden()
    page.locator("#reach summary", has_text="Move one thing").click()
    expect(page.locator("#reach").get_by_role("slider", name="Vessel")).to_be_visible()
    page.context.close()


def test_committed_grid_holds_what_the_page_asks_of_it():
    grid = bench_data.bench_data()["grid"]
    assert {name: set(table["values"]) for name, table in grid.items()} == {n: set(q) for n, q in QUANTITIES.items()}


def test_page_reads_the_committed_grid_as_python_does(physics):
    tables = bench_data.bench_data()["grid"]
    cases = [[name, q, point] for name, spec in tables.items() for q in spec["values"] for point in points(read(spec))]
    script = "([tables, cases]) => cases.map(([n, q, at]) => NetLearn.ablationModel.interpolate(tables[n], q, at))"
    theirs = physics.evaluate(script, [tables, cases])
    assert theirs == pytest.approx([interpolate(read(tables[n]), q, **at) for n, q, at in cases], abs=2e-9)


def test_data_stay_small():
    text = json.dumps(bench_data.bench_data())
    assert len(gzip.compress(text.encode())) <= 60_000
