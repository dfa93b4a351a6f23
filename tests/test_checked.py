"""The levels of checking stand in one place; the schema and the scripts of the page say the same."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from netlearn.checked import LEVELS
from netlearn.checks.schema import Checked, FactRow

SCRIPT = Path(__file__).parents[1] / "netlearn/widgets/static/evidence.js"


def test_the_schema_knows_the_levels():
    assert get_args(get_type_hints(FactRow)["checked"]) == tuple(LEVELS)


def test_what_another_work_says_is_never_as_printed():
    assert get_args(Checked) == tuple(LEVELS)[1:]


def test_the_page_says_the_same_as_python():
    table = re.search(r"const CHECKED = \{(.*?)\n  \};", SCRIPT.read_text(encoding="utf-8"), re.DOTALL)
    assert table
    rows = re.findall(r"'?([\w-]+)'?: \['([^']+)', '([^']+)'\]", table[1])

    assert rows == [(name, level.mark, level.words) for name, level in LEVELS.items()]


@pytest.mark.parametrize(("checked", "hollow"), [("abstract", False), ("second-hand", True), ("recalled", True)])
def test_what_nobody_read_in_its_source_is_hollow(checked, hollow):
    assert (LEVELS[checked].open, LEVELS[checked].mark == "recalled") == (hollow, hollow)
