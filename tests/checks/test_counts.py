"""A count that a page states is the count of the knowledge, wherever it stands and however it is set."""

import re
from pathlib import Path

import pytest

from netlearn import evidence
from netlearn.checks.counts import COUNTED, PAGES, counted, wrong_counts
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


def test_the_readme_states_counts_that_are_checked() -> None:
    """Or nothing is."""
    text = (course() / "README.md").read_text(encoding="utf-8")
    found = said(re.sub(r"(?m)^- \d+ ", "- 1 ", text))

    assert [line.split()[4] for line in found] == ["claims,", "notes,", "topics,"]
    assert all(any(course().glob(pattern)) for pattern in PAGES)


@pytest.mark.parametrize("words", COUNTED)
def test_a_page_of_the_book_counts_by_itself_and_types_no_count(words: str) -> None:
    (fault,) = said(f"All {COUNTED[words]()} {words}.", "book/index.md")

    assert f"types {COUNTED[words]()} {words}; accepted: {{{{ {words} }}}}" in fault


def test_a_page_is_filled_in_and_what_cannot_be_counted_is_named() -> None:
    assert counted("**{{ facts }}** facts") == f"**{len(evidence.facts())}** facts"
    assert said("{{ fatcs }} facts", "book/index.md")[0].startswith("book/index.md: count: asks for 'fatcs'")


@pytest.mark.parametrize("page", sorted((course() / "book").glob("*.md")), ids=lambda path: path.stem)
def test_no_page_of_the_book_types_a_count(page: Path) -> None:
    assert said(page.read_text(encoding="utf-8"), f"book/{page.name}") == []
