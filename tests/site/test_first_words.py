"""The first use of a term of the glossary in each chapter is a link to its entry, and its later ones are none."""

from pathlib import Path

import pytest

from netlearn.glossary import terms
from netlearn.site.first_words import names, uses
from tests.site.built import CONTENT, page

pytestmark = pytest.mark.browser  # of the built site

CHAPTERS = [name for name in CONTENT if name.startswith("chapters/")]
KEPT = """[not(starts-with(h2, "After this chapter") or starts-with(h2, "Sources"))]"""
LINK = '//a[contains(@class, "nl-term")]'


@pytest.mark.parametrize("name", CHAPTERS)
def test_each_term_that_a_chapter_uses_is_linked_once(site: Path, name: str) -> None:
    linked = page(site, name).xpath(f"{LINK}/@data-ev")
    texts = page(site, name).xpath(
        f'//section{KEPT}/p//text()[not(ancestor::a or ancestor::code or ancestor::*[contains(@class, "cell")])]'
    )
    used = {slug for each in texts for _, slug in uses(str(each))}

    assert len(linked) == len(set(linked))
    assert used - {id.removeprefix("term-") for id in linked} == set()


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_heading_and_no_promise_holds_a_term_as_a_link(site: Path, name: str) -> None:
    tree = page(site, name)

    assert tree.xpath(f"(//h1|//h2|//h3){LINK}") == []
    assert tree.xpath(f'//section[starts-with(h2, "After this chapter")]{LINK}') == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ENETS asks.", ["enets"]),
        ("enets asks.", []),  # a short form is written as it is
        ("Analogues, and an analogue.", ["ssa", "ssa"]),
        ("carcinoid syndrome", ["carcinoid-syndrome"]),  # the longest name, not the word in it
        ("a stage, a caution", []),  # ordinary words
        ("reanalogued", []),
    ],
)
def test_what_a_text_names(text: str, found: list[str]) -> None:
    assert [slug for _, slug in uses(text)] == found


def test_an_ordinary_word_is_no_name() -> None:
    assert {name.casefold() for term in terms().values() if term.everyday for name in term.names}.isdisjoint(names())
