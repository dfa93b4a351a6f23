"""A kind that a test adds: one Python file, one JavaScript file, and an item of it, in a folder outside the package."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netlearn.items import kinds as package
from netlearn.items.kinds import kinds
from netlearn.widgets import assets

_SOURCES = Path(__file__).parent / "toy"
CHAPTER, SLUG, KIND = "toy", "three-types", "yes-no"


@pytest.fixture
def toy_bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of exercises whose one item is of the new kind; what finds the kinds looks into one folder more."""
    folder = tmp_path / "toy"
    shutil.copytree(_SOURCES, folder)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder / "python")])
    monkeypatch.setattr(assets, "KIND_FOLDERS", [*assets.KIND_FOLDERS, folder / "page"])
    kinds.cache_clear()
    yield folder / "bank"
    kinds.cache_clear()
    sys.modules.pop(f"{package.__name__}.yes_no", None)
