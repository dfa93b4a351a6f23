"""The book's own styles: every file stands in the order of the cascade, once."""

from pathlib import Path

from netlearn.site import assets

STATIC = Path(assets.__file__).parent / "static"


def test_the_order_of_the_cascade_names_each_style_sheet_once():
    assert sorted(assets.STYLES) == sorted(path.name for path in STATIC.glob("*.css"))
