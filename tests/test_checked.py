"""The levels of checking stand in one place; the schema and the scripts of the page say the same."""

from typing import get_args, get_type_hints

import pytest

from netlearn.checked import levels
from netlearn.checks.schema import Checked, FactRow
from netlearn.words import for_page


def test_the_schema_knows_the_levels():
    assert get_args(get_type_hints(FactRow)["checked"]) == tuple(levels())


def test_what_another_work_says_is_never_as_printed():
    assert get_args(Checked) == tuple(levels())[1:]


def test_the_page_says_the_same_as_python():
    on_page = for_page()["checked"]

    assert on_page == {name: {"mark": level.mark, "words": level.words} for name, level in levels().items()}


@pytest.mark.parametrize(("checked", "hollow"), [("abstract", False), ("second-hand", True), ("recalled", True)])
def test_what_nobody_read_in_its_source_is_hollow(checked, hollow):
    assert (levels()[checked].open, levels()[checked].mark == "recalled") == (hollow, hollow)
