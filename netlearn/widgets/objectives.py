"""What a chapter promises, shown in its notebook: the words stand in the bank, with the items that ask for them."""

from pathlib import Path

from attrs import frozen

from netlearn.items.bank import exercises, load_objectives


@frozen(repr=False)
class Objectives:
    """The objectives of a chapter in their order, as a numbered list of Markdown."""

    chapter: str
    texts: tuple[str, ...]

    def __repr__(self) -> str:
        """The call, so that the text form never changes by itself."""
        return f"objectives({self.chapter!r})"

    def _repr_markdown_(self) -> str:
        """One sentence over all lines: each ends in a semicolon, the last in a full stop."""
        last = len(self.texts)
        return "\n".join(f"{n}. {text}{'.' if n == last else ';'}" for n, text in enumerate(self.texts, 1))


def objectives(chapter: str, root: Path | None = None) -> Objectives:
    """What the reader can do after a chapter, for the cell under "After this chapter you can".

    ``root`` is the folder ``exercises``, the checkout's where it is left out. Raises KnowledgeError for a chapter
    without a file of objectives.

    >>> objectives("02-significance")
    objectives('02-significance')
    >>> print(objectives("02-significance")._repr_markdown_().splitlines()[2])
    3. explain why hormonal symptoms often begin or worsen once the liver is involved;
    """
    return Objectives(chapter, tuple(each.text for each in load_objectives((root or exercises()) / chapter).values()))
