"""Which files of tests begin first, and which share a worker."""

import pytest
from xdist.scheduler import LoadFileScheduling

# The longest: at the end of a run the other workers would wait for it.
FIRST = "tests/widgets/test_same_board.py"
# They read the same six hundred questions, which take twenty seconds to draw.
TOGETHER = {f"tests/items/test_{name}.py" for name in ("natural_feedback", "natural_words", "next_steps", "vignettes")}


class Together(LoadFileScheduling):
    """The tests of a file on one worker, and those of files that share what is costly."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        return min(TOGETHER) if file in TOGETHER else file


def in_order(items: list[pytest.Item]) -> None:
    """Put the longest file first, and leave all else as it is."""
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))
