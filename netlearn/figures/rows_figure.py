"""A figure made of rows: the same rows drawn wide and narrow, said in words and put into a table."""

from collections.abc import Sequence

from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.drawing import PER_CENT, Axis, draw
from netlearn.figures.rows import Item, alt_text, table

__all__ = ["rows_figure", "unbroken"]


def rows_figure(items: Sequence[Item], axis: Axis = PER_CENT, **words: str) -> CourseFigure:
    """Make the figure of some rows; ``words`` are its ``name``, ``title``, ``subtitle`` and ``caption``."""
    return CourseFigure(
        wide=draw(items, "wide", axis),
        narrow=draw(items, "narrow", axis),
        alt=alt_text(items),
        table=table(items),
        **{name: unbroken(text) for name, text in words.items()},
    )


def unbroken(text: str) -> str:
    """Join each per cent sign to its number by a no-break space.

    >>> unbroken("100 %")
    '100\\xa0%'
    """
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
