"""The figure of chapter 4.3: of a hundred people, in how many it shrank, and what was printed by uptake (E23)."""

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.people import Crowd, Stack, people_figure
from netlearn.figures.rows import Heading, RangeRow

__all__ = ["response_and_control"]


def response_and_control() -> CourseFigure:
    """Draw NETTER-1's response, the parts of the disease control printed in 2012, and the chances by uptake."""
    items: list[Crowd] = [
        Heading("NETTER-1, one agreed measure"),
        RangeRow.of("shrank with PRRT", "NETTER-1, PRRT", figure("netter-1.response-prrt")),
        RangeRow.of("with octreotide", "NETTER-1, high-dose octreotide", figure("netter-1.response-control")),
        Heading("One older series"),
        _control(),
        Heading("By uptake on old scintigraphy"),
        RangeRow.of("an effect, low uptake", "PRRT, low uptake", fact("4.3-14")),
        RangeRow.of("an effect, high uptake", "PRRT, high uptake", fact("4.3-15")),
    ]
    return people_figure(
        items,
        name="prrt-response-and-control",
        title="Control holds response",
        subtitle="Each dot is one of 100 people.",
        caption=(
            "Hollow: recalled, not yet checked against a paper. Small grey dots: the others. "
            "The parts of the older series are rounded. Measured in three ways, so not to be compared; "
            "the last two are no chance for a patient of today (E23)."
        ),
    )


def _control() -> Stack:
    """The older series, part after part: who shrank, in three degrees, and who held."""
    parts = ((word, figure(f"E23.{word}-response")) for word in ("complete", "partial", "minor"))
    shrank = [RangeRow.of(word, f"response, {_SERIES}", found) for word, found in parts]
    stable = RangeRow.of("stable", _SERIES, figure("E23.stable-disease"))
    control = RangeRow.of("shrank or stable", _SERIES, figure("E23.disease-control"))
    return Stack(control, (*shrank, stable))


_SERIES = "310 patients, lutetium-177 octreotate"
