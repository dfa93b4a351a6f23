"""Three engines open every page of the built course: it is silent, asks nobody else, and each widget answers."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from netlearn.site.gallery import EXHIBITS
from tests.conftest import ROOT
from tests.engines.visits import Run, Visit, chromium, firefox, webkit
from tests.engines.webkit import LISTENER, listening
from tests.site.built import CONTENT

# selenium warns of a parameter that its own class for WebKitGTK passes
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")]

PAGES = (*CONTENT, "search")  # the root only leads to the front page
FAULTY = "faulty"
BAD = """<!doctype html><html><head>%s<title>Faulty</title><link rel="icon" href="data:,"></head><body>
<img src="http://elsewhere.invalid/a.png"><net-unheard-of></net-unheard-of>
<script>console.error("said in the console"); throw Error("thrown");</script></body></html>"""
ROOMS = {"reach", "toy", "receptors", "crisis room", "board", "operation plan", "selector", "order"}
KINDS = {"explorer", "comparison", "liver map", "bench", "quiz", "case", "figure", "popover"} | ROOMS


def path(engine: str) -> str:
    found = ROOT / f".venv/{engine}-path"
    return found.read_text(encoding="utf-8").strip() if found.is_file() else ""


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def engine(request: pytest.FixtureRequest, site: Path) -> tuple[str, Mapping[str, Visit]]:
    """An engine's name and version, and its visit to each page and to a faulty one."""
    name: str = request.param
    if name != "chromium" and not path(name):
        return f"{name} not here (make browsers)", {}
    with tempfile.TemporaryDirectory() as folder:
        copy = listening(site, Path(folder, "site")) if name == "webkit" else site
        bad = Path(folder, f"{FAULTY}.html")
        bad.write_text(BAD % (LISTENER if name == "webkit" else ""), encoding="utf-8")
        run = visit(name, request, [*((copy / f"{page}.html").as_uri() for page in PAGES), bad.as_uri()])
    return f"{name} {run.version}", dict(zip((*PAGES, FAULTY), run.visits, strict=True))


def visit(name: str, request: pytest.FixtureRequest, urls: list[str]) -> Run:
    if name == "chromium":
        return chromium(request.getfixturevalue("browser"), urls)
    return {"firefox": firefox, "webkit": webkit}[name](path(name), urls)


@pytest.fixture
def visits(
    engine: tuple[str, Mapping[str, Visit]], record_property: Callable[[str, object], None]
) -> Mapping[str, Visit]:
    """The visits, noted for the line at the end of the run; skipped where the engine is not here."""
    name, found = engine
    record_property("engine", name)
    if not found:
        pytest.skip(name)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_page_is_silent_and_asks_nobody_else_while_all_on_it_is_used(visits: Mapping[str, Visit], page: str) -> None:
    assert visits[page].complaints == []


@pytest.mark.parametrize("page", PAGES)
def test_every_widget_of_a_page_answers_one_action(visits: Mapping[str, Visit], page: str) -> None:
    assert [kind for kind, said in visits[page].rows if not said] == []


def test_every_kind_of_widget_was_met(visits: Mapping[str, Visit]) -> None:
    assert {kind for visit in visits.values() for kind, said in visit.rows if said} == KINDS


def test_every_exhibit_of_the_gallery_was_met(visits: Mapping[str, Visit]) -> None:
    assert len(visits["book/gallery"].rows) >= len(EXHIBITS)


def test_faulty_page_is_found_out(visits: Mapping[str, Visit]) -> None:
    complaints = "\n".join(visits[FAULTY].complaints)

    assert "said in the console" in complaints
    assert "thrown" in complaints or "Script error" in complaints  # WebKit says no more of a script from a file
    assert "asked of others" in complaints
    assert visits[FAULTY].rows == [["net-unheard-of", ""]]
