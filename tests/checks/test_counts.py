"""A count that a page states is the count of the knowledge, wherever it stands and however it is set."""

import pytest

from netlearn import evidence
from netlearn.checks.counts import COUNTED, PAGES, wrong_counts
from netlearn.checks.course import course


def said(text: str, file: str = "README.md") -> list[str]:
    return [str(fault) for fault in wrong_counts(text, file)]


@pytest.mark.parametrize("words", COUNTED)
@pytest.mark.parametrize("shape", ["{} {}", "**{}** {}", "<b>{}</b> {}", "<b>{} {}</b>"])
def test_a_right_count_is_left_and_a_wrong_one_is_named(words: str, shape: str) -> None:
    right = COUNTED[words]()
    assert said(shape.format(right, words)) == []
    assert said(shape.format(right + 1, words)) == [
        f"README.md: count: says {right + 1} {words}, but there are {right}"
    ]


def test_a_list_of_changes_is_checked_in_its_newest_part_only() -> None:
    text = "# Changes\n\n## Unreleased\n\n- {} facts\n\n## 0.1\n\n- 7 facts\n"
    assert said(text.format(len(evidence.facts())), "CHANGELOG.md") == []
    assert len(said(text.format(9), "CHANGELOG.md")) == 1


def test_the_front_page_and_the_readme_state_counts_that_are_checked() -> None:
    """Or nothing is."""
    for file in ("README.md", "book/index.md", "book/evidence.md", "book/errata.md", "book/updates.md"):
        text = (course() / file).read_text(encoding="utf-8")
        assert said(text.replace("381", "1").replace("55 ", "1 ").replace("31 topics", "1 topics"), file), file
    assert all(any(course().glob(pattern)) for pattern in PAGES)
