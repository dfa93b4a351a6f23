"""With ``--edited`` only the exercises of the chapters that are being edited are tested: `make quick` asks for that."""

from pathlib import Path

import pytest

from netlearn.items.bank import load_tasks
from netlearn.items import load_items
from tests.edited import ROOT, edited_now

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what belongs to a chapter that nobody edits."""
    if not config.getoption("--edited"):
        return
    wanted, bank = edited_now(), {**load_items(ROOT / "exercises"), **load_tasks(ROOT / "exercises")}

    def kept(item: pytest.Item) -> bool:
        asked = getattr(item, "callspec", None)
        if HERE not in item.path.parents or asked is None:
            return True
        key = asked.params.get("key")
        return (bank[key].chapter if key in bank else asked.params.get("chapter")) in wanted

    config.hook.pytest_deselected(items=[item for item in items if not kept(item)])
    items[:] = [item for item in items if kept(item)]
