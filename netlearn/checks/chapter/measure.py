"""The measure of a chapter: short enough to be read through, and about the patient."""

import re
from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Notebook
from netlearn.checks.fault import Fault
from netlearn.clinic.practice import practice_card
from netlearn.links import markdown_links, parse_target

WORDS = range(1200, 2001)  # at 200 words a minute, six to ten minutes before practice
VISIBLE = 3000  # with what cells show: cards, questions, answers
LINKS = 60  # about one in two lines: more, and the page is read as a list of sources
REVIEW = 5  # the review is the source of a chapter and not its subject
NOTES = 250  # words of side notes: no fact moves into a note to meet the count of words
_CLOSED = re.compile(r"<details(?![^>]*\bopen\b)[^>]*>(?:(?!<details).)*?</details>", re.DOTALL)
_WIDGET = re.compile(r"<net-(?!quiz)[\w-]+.*?</net-[\w-]+>", re.DOTALL)  # it replaces its own static words
_QUESTION = re.compile(r'(<net-quiz[^>]* paged>.*?<section class="nl-q-item">.*?</section>).*?</net-quiz>', re.DOTALL)


def measure(chapter: Notebook) -> Iterator[Fault]:
    """Yield what is longer than a chapter may be."""
    written = words(chapter.running)
    if written not in WORDS:
        accepted = f"accepted: from {WORDS.start} to {WORDS.stop - 1}"
        yield chapter.fault("", "measure", f"{written} words before practice; {accepted}")
    counts = {
        "words in sight before practice": (visible(chapter), VISIBLE),
        "links in running text": (links(chapter.running), LINKS),
        "times “the review”": (len(re.findall(r"\bthe review\b", chapter.running, re.IGNORECASE)), REVIEW),
        "words of side notes": (words("\n".join(chapter.notes)), NOTES),
    }
    for what, (count, most) in counts.items():
        if count > most:
            yield chapter.fault("", "measure", f"{count} {what}; accepted: at most {most}")


def draft(chapter: Notebook) -> Iterator[Fault]:
    """Yield a chapter whose card "In practice" is not shown with who signed it, or that nobody has."""
    status = practice_card(chapter.about["section"]).status
    if f">{status}<" not in chapter.shown:
        yield chapter.fault(
            "", "In practice", f"its card must say “{status}”; accepted: in_practice(section), executed"
        )


def visible(chapter: Notebook) -> int:
    """How many words are in sight before practice: the text, and what cells show, folds closed.

    A quiz that turns pages shows one question; the words that a widget replaces by itself are not counted.
    """
    shown = "\n".join(cell.html for cell in chapter.code if not _asks_the_rest(cell.source))
    return words(chapter.running) + words(_seen(shown))


def _asks_the_rest(source: str) -> bool:
    return 'set="practice"' in source


def _seen(html: str) -> str:
    """What is in sight of HTML."""
    html = _WIDGET.sub("", _QUESTION.sub(r"\1", html))
    while (rest := _CLOSED.sub("", html)) != html:
        html = rest
    return html


def words(text: str) -> int:
    """How many words a Markdown text has; targets of links, tags and code are no words.

    >>> words("In [60–70 %](../book/evidence.md#ev-2-20) of **patients**.")
    4
    """
    bare = re.sub(r"\]\([^()\s]*\)|<[^<>]*>|`[^`]*`", " ", text)
    return sum(bool(re.search(r"\w", word)) for word in bare.split())


def links(text: str) -> int:
    """How many links a Markdown text has; the list of sources is not counted, nor a link that sets a widget.

    >>> links("[60 %](../book/evidence.md#ev-2-20), [Macedo](../book/references.md#ref-macedo2013), [set it](#case=3)")
    1
    """
    targets = [(href, parse_target(href)) for _, href in markdown_links(text)]
    return sum(not href.startswith("#") and (target is None or target.page != "references") for href, target in targets)
