"""The files that begin first and those that share a worker are there."""

import pytest

from tests.conftest import ROOT
from tests.order import FIRST, TOGETHER


@pytest.mark.parametrize("file", [FIRST, *sorted(TOGETHER)])
def test_a_file_that_is_named_is_there(file: str) -> None:
    assert (ROOT / file).is_file()
