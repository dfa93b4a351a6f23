"""The script, the module and the style sheet that are put together from the static files."""

import gzip
import re
from importlib.resources import files

import pytest

from netlearn.widgets import assets, parts
from netlearn.widgets.page_data import data_scripts

STATIC = files("netlearn.widgets") / "static"
SCRIPTS = tuple(assets.SCRIPTS.values())


def heads(kind: str) -> dict[str, str]:
    """The first line of each static file of a kind: it begins with the file's own name."""
    paths = [p for folder in (STATIC, STATIC / "kinds") for p in folder.iterdir() if p.name.endswith(kind)]
    return {p.name: p.read_text(encoding="utf-8").splitlines()[0] for p in paths}


def test_the_scripts_of_pages_hold_each_file_once_but_not_the_kernel_glue():
    scripts = "".join(make() for make in SCRIPTS)
    counts = {name: scripts.count(head) for name, head in heads(".js").items()}
    assert [counts.pop(name) for name in ("live.js", "quiz-assessed.js")] == [0, 0]  # of notebooks alone
    assert counts.pop("say.js") > 1  # before each that may stand on a page without the others
    assert counts.pop("dose-written.js") == 2  # before the check of an order, and before the crisis room
    assert set(counts.values()) == {1}


def test_style_sheet_holds_each_file_once():
    sheet = assets.stylesheet()
    assert {name: sheet.count(head) for name, head in heads(".css").items()} == dict.fromkeys(parts.STYLES, 1)


def test_module_is_the_page_script_and_a_default_export():
    module = assets.esm()
    assert module.startswith(assets.page_script())
    assert re.findall(r"^export default (.*);$", module, re.MULTILINE) == ["{ render }"]


def test_no_statement_at_the_top_of_the_module_uses_the_name_that_its_last_part_gives():
    """There it is not there yet: what the scripts share is `globalThis.NetLearn` until then."""
    before = assets.esm().split("\nconst NetLearn")[0]
    assert re.findall(r"^(?![ /(])(?!.*(?:globalThis|window)\.NetLearn).*\bNetLearn\b.*$", before, re.MULTILINE) == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_page_scripts_are_classic_scripts(script):
    assert not re.search(r"^\s*(import|export)\b", script(), re.MULTILINE)


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "eval(", "new Function", "http://", "https://", "insertAdjacentHTML"]
)
def test_scripts_build_the_page_without(forbidden):
    scripts = assets.esm().replace("http://www.w3.org/2000/svg", "")  # a name, not an address that is fetched
    assert forbidden not in scripts


@pytest.mark.parametrize("forbidden", ["@import", "@font-face", "https://"])
def test_style_sheet_fetches_nothing(forbidden):
    assert forbidden not in assets.stylesheet()


def test_every_token_that_is_used_is_defined():
    sheet = assets.stylesheet()
    used = set(re.findall(r"var\((--nl-[\w-]+)\)", sheet))
    assert used - set(re.findall(r"(--nl-[\w-]+)\s*:", sheet)) == set()


def test_page_script_stays_small():
    assert len(gzip.compress(assets.page_script().encode())) < 36_000


def test_all_tables_of_the_board_together_stay_small():
    assert len(gzip.compress(data_scripts("board")["board.js"].encode())) <= 60_000


def test_drawing_is_one_line_without_styles_or_comments():
    drawing = assets.liver_drawing()
    assert drawing.count("\n") == 0
    assert "<style" not in drawing and "<!--" not in drawing
    assert re.findall(r'data-segment="(\w+)"', drawing) == ["VII", "VIII", "VI", "V", "IV", "II", "III", "I"]


@pytest.mark.parametrize("name", [p.name for p in STATIC.iterdir() if p.name.endswith((".js", ".css"))])
def test_static_file_is_short(name):
    assert len((STATIC / name).read_text(encoding="utf-8").splitlines()) <= 300


def test_data_script_reaches_the_page_before_or_after_the_page_script():
    assert assets.data_script({"table": "a"}, {"table": "b"}).endswith('.queue.push({"table":"a"},{"table":"b"});\n')
