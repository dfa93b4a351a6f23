"""The measure of a chapter of the second standard: short enough to be read through, and about the patient."""

import re
from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Notebook, without_card
from netlearn.checks.fault import Fault
from netlearn.links import markdown_links, parse_target

WORDS = 2000  # at 200 words a minute, ten minutes before practice
LINKS = 60  # about one in two lines: more, and the page is read as a list of sources
REVIEW = 5  # the review is the source of a chapter and not its subject
NOTES = 250  # words of side notes: no fact moves into a note to meet the count of words
DRAFT = "Unsigned draft: for learning, not for use on a patient"


def measure(chapter: Notebook) -> Iterator[Fault]:
    """Yield what is longer than a chapter of the second standard may be; chapters of the first are left alone."""
    if chapter.standard < 2:
        return
    counts = {
        "words before practice": (words(chapter.running), WORDS),
        "links in running text": (links(without_card(chapter.running)), LINKS),
        "times “the review”": (len(re.findall(r"\bthe review\b", chapter.running, re.IGNORECASE)), REVIEW),
        "words of side notes": (words("\n".join(chapter.notes)), NOTES),
    }
    for what, (count, most) in counts.items():
        if count > most:
            yield chapter.fault("", "measure", f"{count} {what}; accepted: at most {most}")


def draft(chapter: Notebook) -> Iterator[Fault]:
    """Yield a card "In practice" that nobody has signed and that does not say so."""
    if chapter.card and not chapter.about.get("sign_off") and DRAFT not in chapter.card:
        yield chapter.fault("", "In practice", f"nobody has signed it; it must say “{DRAFT}”")


def words(text: str) -> int:
    """How many words a Markdown text has; targets of links, tags and code are no words.

    >>> words("In [60–70 %](../book/evidence.md#ev-2-20) of **patients**.")
    4
    """
    bare = re.sub(r"\]\([^()\s]*\)|<[^<>]*>|`[^`]*`", " ", text)
    return sum(bool(re.search(r"\w", word)) for word in bare.split())


def links(text: str) -> int:
    """How many links a Markdown text has; the list of sources is not counted.

    >>> links("[60 %](../book/evidence.md#ev-2-20), [Macedo](../book/references.md#ref-macedo2013)")
    1
    """
    targets = [parse_target(href) for _, href in markdown_links(text)]
    return sum(target is None or target.page != "references" for target in targets)
