"""Which chapters are being edited, in the words of `git status`."""

import pytest

from tests.edited import edited


@pytest.mark.parametrize(
    ("status", "chapters"),
    [
        (" M chapters/02-significance.ipynb", {"02-significance"}),
        ("?? exercises/03.3-ablation/items/a.toml", {"03.3-ablation"}),
        ("R  exercises/a/items/x.toml -> exercises/b/items/x.toml", {"b"}),
        (' M "exercises/01-introduction.ipynb"', {"01-introduction"}),
        (" M exercises/published.json", set()),
        (" M tests/exercises/test_bank.py", set()),
        ("", set()),
    ],
)
def test_a_chapter_is_edited_when_git_says_that_a_file_of_it_changed(status, chapters):
    assert edited(status) == chapters
