"""The figure of chapter 4.4: what a percentage counted, patient by patient (E03, E19, E18)."""

from netlearn.evidence import figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.outcomes import OutcomePart, Series, outcomes_figure

__all__ = ["what_was_counted"]


def what_was_counted() -> CourseFigure:
    """Draw the patients behind “78 %”, “45 %” and “70 %”, each one a mark."""
    well = Series("Oxaliplatin, well differentiated", figure("E03.patients-well-differentiated"), _split("well"))
    printed = figure("E03.control-well-differentiated").text()
    series = [
        well,
        Series("Oxaliplatin, poorly differentiated", figure("E03.patients-poorly-differentiated"), _split("poorly")),
        _response("Thalidomide, pancreas", "E19.patients-pancreas", "E19.response-pancreas"),
        _response("CAPTEM in 2011, pancreas", "E18.patients", "E18.response"),
    ]
    return outcomes_figure(
        series,
        name="chemotherapy-what-was-counted",
        title=(
            f"“{printed}” is {well.control} of {well.size} with well-differentiated tumours, "
            f"and {well.counts()[1]} of the {well.control} did not shrink"
        ),
        subtitle="Small series; each mark is one patient: ● smaller, ■ stable, ▲ grew, – not smaller.",
        caption=(
            "Counts follow from the printed shares; abstracts and a later paper's quotation were read. Oxaliplatin was "
            "given with capecitabine (E03), thalidomide with temozolomide (E19). CAPTEM was a series of chosen "
            "patients (E18)."
        ),
    )


def _split(differentiated: str) -> tuple[OutcomePart, ...]:
    """Return the three outcomes; who is stable is left over where no share was printed."""
    stable = figure("E03.stable-well-differentiated") if differentiated == "well" else None
    return (
        OutcomePart("smaller", figure(f"E03.response-{differentiated}-differentiated")),
        OutcomePart("stable", stable),
        OutcomePart("grew", figure(f"E03.progression-{differentiated}-differentiated")),
    )


def _response(title: str, patients: str, response: str) -> Series:
    return Series(title, figure(patients), (OutcomePart("smaller", figure(response)), OutcomePart("not smaller")))
