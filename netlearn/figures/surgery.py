"""The figure of chapter 3.1: of a hundred people operated on, who lives and in whom the disease is back."""

from netlearn.evidence import figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.people import Crowd, people_figure
from netlearn.figures.rows import Heading, RangeRow

__all__ = ["alive_and_back"]


def alive_and_back() -> CourseFigure:
    """Draw survival and recurrence five years after resection as people, in pairs (E35)."""
    alive, back = figure("E35.mayo-survival"), figure("E35.mayo-recurrence")
    among = alive.population
    items: list[Crowd] = [
        Heading("One series of many centres (Mayo 2010)"),
        RangeRow.of("alive", among, alive),
        RangeRow.of("with the disease back", among, back),
        Heading("A later review of several series (2022)"),
        RangeRow.of("free of it", "liver metastases resected", figure(_FREE)),
    ]
    return people_figure(
        items,
        name="surgery-alive-and-back",
        title="Most are alive after five years, and in most of all the disease is back",
        subtitle="Of 100 people whose liver metastases were resected, five years later. Each dot is one person.",
        caption=(
            "Coloured: counted, hollow where recalled; small grey dots: the others. "
            "Who lives may have the disease back. All were chosen (E35)."
        ),
    )


_FREE = "recurrence-after-resection.recurrence-free-5-years"
