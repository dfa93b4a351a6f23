"""The trial wall: filtered, held against one another in Python's own words, saved, and whole without a script."""

import csv
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import expect

from netlearn.figures.trials import key
from netlearn.site.hover_cards import card
from netlearn.trials import comparable, results, trials
from tests.site.built import page as read

pytestmark = pytest.mark.browser

PAGE = "book/trials"
SCRIPT = 5_000  # bytes
PAIRS = {key(pair): pair for pair in results()}
WITHOUT_RESULT = {drug for each in trials().values() for drug in each.drugs} - {
    drug for each, _ in results() for drug in each.drugs
}
COMPARED = [
    ("netter-1.pfs", "netter-1.pfs"),
    ("axinet.pfs-local", "axinet.pfs-central"),
    ("compete.pfs-central", "compete-pancreas.pfs"),
    ("cabinet-pancreatic.pfs", "sun-1111.pfs-local"),
    ("netter-1.pfs", "oclurandom.pfs"),
    ("kwekkeboom-2008.response", "netter-r.response"),
]


@pytest.fixture
def wall(open_page, copy):
    return open_page(copy, PAGE)


def rows(page):
    return page.locator(".nl-trials tbody tr:visible")


def test_without_a_script_every_result_stands_and_no_control_is_shown(open_page, copy):
    page = open_page(copy, PAGE, java_script_enabled=False)

    assert rows(page).count() == len(PAIRS)
    assert page.locator(".nl-wall-filter:visible, .nl-wall-compare:visible, .nl-wall-tools:visible").count() == 0


def test_a_filter_hides_rows_and_their_lines_and_counts_what_is_left(wall):
    wall.get_by_label("Treatment").select_option("prrt")
    wall.get_by_label("Where it began").select_option("midgut")
    left = {name for name, (trial, _) in PAIRS.items() if "prrt" in trial.drugs and "midgut" in trial.sites}

    assert {row.get_attribute("data-row") for row in rows(wall).all()} == left
    lines = {line.get_attribute("data-row") for line in wall.locator(".nl-lines li:visible").all()}
    assert lines and lines <= left
    expect(wall.locator(".nl-wall-filter [role=status]")).to_have_text(f"{len(left)} of {len(PAIRS)} results")


def test_show_all_takes_every_filter_back(wall):
    wall.get_by_label("Grade").select_option("nec")
    assert rows(wall).count() < len(PAIRS)
    wall.get_by_role("button", name="Show all").press("Enter")

    expect(rows(wall)).to_have_count(len(PAIRS))


def test_every_word_of_a_filter_finds_a_result_unless_its_drug_has_none(wall):
    selects = wall.locator(".nl-wall-filter select").all()
    assert len(selects) == 5
    for select in selects:
        for value in [option.get_attribute("value") for option in select.locator("option").all()]:
            select.select_option(value)
            assert (rows(wall).count() == 0) == (value in WITHOUT_RESULT), value
        select.select_option("")


@pytest.mark.parametrize(("one", "other"), COMPARED)
def test_two_results_are_answered_in_the_words_of_python(wall, one, other):
    wall.get_by_label("First result").select_option(one)
    wall.get_by_label("Second result").select_option(other)
    answer, differ, rest = comparable(PAIRS[one], PAIRS[other])
    box = wall.locator(".nl-wall-compare .answer")

    expect(box.locator("p").first).to_have_text(answer)
    assert box.locator("li").all_text_contents() == list(differ)
    expect(box.locator("p").last).to_have_text(rest)


def saved(page, button, folder: Path) -> Path:
    with page.expect_download() as waiting:
        button.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_what_is_shown_is_saved_as_a_table(wall, tmp_path):
    wall.get_by_label("Treatment").select_option("interferon")
    path = saved(wall, wall.get_by_role("button", name="Save as CSV"), tmp_path)
    with path.open(encoding="utf-8", newline="") as file:
        head, *table = csv.reader(file)

    assert head[:3] == ["Trial", "Design", "Year"]
    assert {len(line) for line in table} == {len(head)}
    assert len(table) == rows(wall).count() > 0


@pytest.mark.parametrize("name", ["forest", "medians"])
def test_a_figure_is_saved_as_a_drawing_that_can_be_read(wall, tmp_path, name):
    path = saved(wall, wall.locator(f"[data-svg={name}]"), tmp_path)
    drawing = etree.parse(path).getroot()

    assert drawing.tag.endswith("svg")
    assert "NETTER-1" in " ".join(drawing.itertext())


def test_the_script_is_small(site):
    assert (site / "_static/trials.js").stat().st_size <= SCRIPT


def test_numbers_lead_to_their_sources(site):
    links = read(site, PAGE).xpath('//*[@class="nl nl-trials"]//a[@data-ev="netter-1.hazard-ratio"]')
    assert [link.get("href") for link in links] == ["updates.html#fig-netter-1-hazard-ratio"]


def test_every_trial_stands_at_one_place_and_has_a_card(site):
    every = read(site, PAGE).xpath("//@id")
    for trial in trials().values():
        shown = card(trial.anchor)
        assert every.count(trial.anchor) == 1, trial.id
        assert (shown["value"], shown["href"]) == (trial.name, f"{PAGE}.html#{trial.anchor}")
        assert all(shown[field] for field in ("claim", "population", "source"))
