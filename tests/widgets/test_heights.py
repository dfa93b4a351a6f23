"""Real heights: at 1280 x 800 the whole frame of a widget, as a chapter or the gallery shows it, is on one screen."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from netlearn.site.assets import stylesheet
from netlearn.widgets import AblationBench, Explorer, HeatAndCold, LiverMap, assets
from netlearn.widgets.bench_data import BENCH, TABLES
from netlearn.widgets.page_data import data_scripts
from tests.conftest import ROOT
from tests.widgets.conftest import Watch

pytestmark = pytest.mark.browser

WIDE = 1056  # px: of a widget in the book, where the screen has 1280
FONTS = ROOT / "node_modules"
SCREEN = 748  # px: of 800, what the book's header leaves
VERA = {
    "largest_diameter_cm": 3.1, "lesion_count": 2, "lobes_involved": "left", "adjacent_to": "large-vessel",
    "biliary_enteric_anastomosis": False, "resectable": False,
}  # fmt: skip
GRADE = {"ki67_percent": 8, "mitoses_per_2mm2": 21, "differentiation": "well", "morphology": "none"}
SHOWN = {  # made only where they are shown: each process that collects tests imports this file
    "bench": lambda: AblationBench(**VERA),
    "bench of the gallery": lambda: AblationBench(
        resectable=False, largest_diameter_cm=3.1, lesion_count=4, lobes_involved="right"
    ),
    "comparison": lambda: Explorer("grade", compare=True, **GRADE),
    "comparison of the gallery": lambda: Explorer("grade", compare=True, ki67_percent=30, differentiation="well"),
    "explorer": lambda: Explorer("resection", liver_type="I", grade="not-G3", extrahepatic_disease="none"),
    "map": lambda: LiverMap(VI="dominant", II="small", III="small"),
    "heat and cold": lambda: HeatAndCold(),
}
LIMITS = {"heat and cold": 420}
ON_A_PHONE = {"bench": 2400, "bench of the gallery": 2400, "explorer": 1800}
SCRIPTS = {
    "netlearn": assets.page_script,
    "compare": assets.compare_script,
    "liver": assets.liver_script,
    "ablation": assets.bench_script,
}
DATA = (*TABLES, BENCH, "grade", "resection", "liver-involvement")
HEAD = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Heights</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css">"""
HEIGHTS = """() => Object.fromEntries([...document.querySelectorAll('main > div')].map((place) =>
  [place.id, place.querySelector('.nl-widget').getBoundingClientRect().height]))"""


@pytest.fixture(scope="module")
def heights_watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """Each widget by itself, as wide as the book gives it room, in the book's own type."""
    root = tmp_path_factory.mktemp("heights")
    places = "".join(f'<div id="{name}">{made()._html()}</div>' for name, made in SHOWN.items())
    data = {f"data/{file}": text for name in DATA for file, text in data_scripts(name).items()}
    scripts = {f"{name}.js": make() for name, make in SCRIPTS.items()}
    loaded = "".join(
        f'<script defer src="_static/{file}"></script>' for file in (*scripts, *data) if "-cards" not in file
    )
    style = f"<style>main > div {{ width: min({WIDE}px, 100vw - 32px); margin: 0 auto }}</style>"
    page = f"{HEAD}{style}{loaded}</head><body><main>{places}</main></body></html>"
    files = {**data, **scripts, "netlearn.css": f"{assets.stylesheet()}\n{stylesheet()}"}
    for file, text in {"index.html": page, **{f"_static/{file}": text for file, text in files.items()}}.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    for font in FONTS.glob("@fontsource*/*/files/*.woff2"):
        if font.name in stylesheet():
            (root / "_static/fonts").mkdir(exist_ok=True)
            shutil.copy(font, root / "_static/fonts")
    return Watch((root / "index.html").as_uri())


def opened(browser: Browser, watch: Watch, width: int) -> Iterator[Page]:
    page = watch.new_page(browser, width=width)
    page.goto(watch.address)
    page.evaluate("document.fonts.ready.then(() => null)")
    yield page
    page.context.close()
    assert watch.complaints == []


@pytest.fixture(scope="module")
def wide(browser: Browser, heights_watch: Watch) -> Iterator[Page]:
    yield from opened(browser, heights_watch, 1280)


@pytest.fixture(scope="module")
def narrow(browser: Browser, heights_watch: Watch) -> Iterator[Page]:
    yield from opened(browser, heights_watch, 390)


@pytest.mark.parametrize("name", SHOWN)
def test_the_frame_is_on_one_screen(wide, name):
    assert wide.evaluate(HEIGHTS)[name] <= LIMITS.get(name, SCREEN)


@pytest.mark.parametrize("name", ON_A_PHONE)
def test_the_frame_is_short_on_a_phone(narrow, name):
    assert narrow.evaluate(HEIGHTS)[name] <= ON_A_PHONE[name]


@pytest.mark.parametrize("name", ["bench", "comparison"])
def test_what_could_harm_is_in_sight_and_the_gravest_is_open(wide, name):
    place = wide.locator(f'[id="{name}"]')
    harms = place.locator('.nl-caution[data-risk="A"]:not(.nl-alcohol *)')
    assert harms.count() and all(each.locator("summary").is_visible() for each in harms.all())
    assert harms.first.locator("details > div").is_visible()


def test_a_caution_that_both_editions_carry_is_said_once(wide):
    titles = wide.locator('[id="comparison"] .nl-caution b').all_text_contents()
    assert titles and len(titles) == len(set(titles))
