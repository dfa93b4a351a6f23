"""The toys: the page says what Python says wherever the sliders stand, and a slider answers to the keyboard."""

import json
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from netlearn.errors import InputError
from netlearn.widgets import Toy, assets
from netlearn.widgets.toys import TOYS
from tests.axe import A_PART, violations
from tests.widgets.conftest import Watch

NAMES = tuple(TOYS)
SAID = "(text) => { const [toy, all] = JSON.parse(text); return all.map((at) => NetLearn.toySaid(toy, at)) }"
PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Toys</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="netlearn.css"><script defer src="netlearn.js"></script>
<script defer src="toys.js"></script></head><body><main><h1>Toys</h1><h2>Both</h2>{toys}</main></body></html>"""


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    root = tmp_path_factory.mktemp("toys")
    files = {
        "netlearn.js": assets.page_script(),
        "toys.js": assets.toys_script(),
        "netlearn.css": assets.stylesheet(),
        "index.html": PAGE.format(toys="".join(Toy(name)._html() for name in NAMES)),
    }
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    return Watch((root / "index.html").as_uri())


@pytest.fixture(scope="module")
def desk(browser: Browser, watch: Watch) -> Page:
    page = watch.new_page(browser)
    page.goto(watch.address)
    return page


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_page_and_python_say_the_same_wherever_the_sliders_stand(desk: Page, name: str) -> None:
    toy = TOYS[name]()
    places = [
        dict(zip([c.name for c in toy.controls], at, strict=True))
        for at in product(*(range(c.high + 1) for c in toy.controls))
    ]
    data = json.dumps([toy.to_page(name), places])
    ours = [list(said(name, place)) for place in places]

    assert len(places) > 700
    assert desk.evaluate(SAID, data) == ours


def said(name: str, place: dict[str, int]) -> tuple[str, ...]:
    toy = TOYS[name]()
    numbers = toy.numbers(**place)
    return tuple(words.format(**numbers) for words in (*(w for _, w in toy.lanes), toy.answers[numbers["answer"]]))


@pytest.mark.browser
def test_the_first_picture_is_that_of_the_page_without_a_script(desk: Page) -> None:
    for name in NAMES:
        shown = desk.locator(f'net-toy[name="{name}"]')
        assert [*shown.locator("li span > span").all_inner_texts(), shown.locator(".answer").inner_text()] == [
            *Toy(name).said
        ]


@pytest.mark.browser
def test_a_slider_answers_to_the_keyboard(desk: Page) -> None:
    toy = desk.locator('net-toy[name="overlap"]')
    slider = toy.get_by_role("slider", name="Injections go on beside the depot for")
    slider.focus()
    slider.press("ArrowLeft")

    late = "1\N{NO-BREAK SPACE}day without cover: injections until day 13, the depot at its level from day 14."
    expect(toy.locator(".answer")).to_have_text(late)
    assert slider.get_attribute("aria-valuetext") == "13\N{NO-BREAK SPACE}days"
    slider.press("End")
    expect(toy.locator(".answer")).to_contain_text("Covered")


@pytest.mark.browser
def test_a_share_of_a_trial_is_one_button(desk: Page) -> None:
    toy = desk.locator('net-toy[name="crossover"]')
    toy.get_by_role("button", name="SUN 1111").click()

    expect(toy.locator(".answer")).to_contain_text("6 months apart in growth, and 1.86 in life")


@pytest.mark.browser
def test_the_checker_finds_nothing_and_nothing_complains(desk: Page, watch: Watch) -> None:
    assert violations(desk, A_PART) == []
    assert watch.complaints == []


def test_nobody_crosses_over_and_life_shows_the_whole_gain() -> None:
    assert Toy("crossover", crossing=0).said[-1].endswith("6 months apart in growth, and 6 in life.")
    assert Toy("crossover", crossing=100).said[-1].endswith("6 months apart in growth, and 0 in life.")


@pytest.mark.parametrize(("days", "without"), [(0, "14 days"), (13, "1 day"), (14, ""), (28, "")])
def test_who_stops_before_the_level_is_without_cover(days: int, without: str) -> None:
    answer = Toy("overlap", days=days).said[-1].replace("\N{NO-BREAK SPACE}", " ")

    assert answer.startswith(f"{without} without cover" if without else "Covered")


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("liver", {}, "crossover, overlap"),
        ("crossover", {"crossing": 101}, "from 0 to 100"),
        ("crossover", {"crossing": -1}, "from 0 to 100"),
        ("crossover", {"gain": 1.5}, "from 0 to 12"),
        ("overlap", {"gain": 1}, "at, days"),
    ],
)
def test_a_place_where_a_slider_cannot_stand_is_refused(name: str, value: dict[str, int], named: str) -> None:
    with pytest.raises(InputError, match=named):
        Toy(name, **value)
