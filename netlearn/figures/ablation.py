"""The four figures of chapter 3.3: how large, recurrence among whom, per lesion or per patient, complications."""

from fractions import Fraction

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.drawing import Axis
from netlearn.figures.rows import Band, Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure
from netlearn.value import Value, decimal_text

__all__ = ["at_least_one", "complications", "per_lesion_per_patient", "recurrence_read_twice", "size_limits"]

_CM = Axis(8, (0, 2, 4, 6, 8), unit="cm")
_FEW = Axis(15, (0, 5, 10, 15))  # per cent: complications are rare enough for a shorter axis


def size_limits() -> CourseFigure:
    """Draw the limits of diameter: section 3.3, the conclusion, alcohol injection and today's target (E16)."""
    hard, too_large = (RangeRow.of(text, "lesions treated by radiofrequency", fact(id)) for text, id in _SECTION)
    low, high = hard.value.bounds()[0], too_large.value.bounds()[0]
    edges = (decimal_text(low), f"{decimal_text(high)}\N{NO-BREAK SPACE}cm")
    items: list[Item] = [
        Heading("Section 3.3 of the review"),
        hard,
        too_large,
        Heading("The conclusion of the review"),
        RangeRow.of("Radiofrequency: meant for", "localised liver disease", fact("5-06")),
        Band(low, high, f"{' to '.join(edges)}: two readings", rows=5),
        Heading("For comparison"),
        RangeRow.of("Alcohol injection: meant for", "near a large vessel or bile duct, review", fact("3.3-11")),
        RangeRow.of("Ablation since then: usual target", "liver metastases", figure("ablation-size.largest-size")),
    ]
    return rows_figure(
        items,
        axis=_CM,
        name="ablation-size-limits",
        title=f"Above {edges[0]} and up to {edges[1]}, section 3.3 doubts what the conclusion omits",
        subtitle="Largest diameter in cm; the axis ends at 8\N{NO-BREAK SPACE}cm, the meaning does not.",
        caption=(
            "A tick is a limit, and its line runs to the side that is meant; a gap beside the tick says that the limit "
            "itself is not meant. Grey: as the review prints them; dotted: recalled, not yet checked against a paper. "
            "In the shaded band section 3.3 allows with doubt what the conclusion does not name (E16)."
        ),
    )


_SECTION = (("Radiofrequency: hard to eradicate", "3.3-28"), ("Radiofrequency: unsuitable", "3.3-29"))


def recurrence_read_twice() -> CourseFigure:
    """Draw the recurrences of one series as its paper counts them and as the review's sentence reads (E15)."""
    patients = figure("E15.patients").value.text()
    local, new, outside = (figure(f"E15.{name}") for name in ("local-recurrence", *_ELSEWHERE))
    printed = RangeRow.of("“Recurrence”: the review", patients, fact("3.3-24"))
    items: list[Item] = [RangeRow.of("Local recurrence: the paper", f"all {patients}", local), printed]
    for (place, id), source in zip(_ELSEWHERE.values(), (new, outside), strict=True):
        share = RangeRow.of("", "", fact(id)).value
        among = f"{share.text()} of the {printed.value.text()} of {patients}"
        read = RangeRow(f"{place}: the review, literally", among, _about(_part(share) * _part(printed.value)))
        items += [RangeRow.of(f"{place}: the paper", f"all {patients}", source), read]
    return rows_figure(
        items,
        name="ablation-recurrence-read-twice",
        title="Most patients had disease elsewhere, not where the probe had been",
        subtitle=f"Share in per cent of {patients} after laparoscopic radiofrequency. The three places overlap.",
        caption=(
            "Dot: the paper, abstract read; grey mark: the review; orange: what follows if its sentence is taken "
            "literally, as parts of the first share. One patient can be counted in all three places, so the paper’s "
            "shares may not be added (E15)."
        ),
    )


_ELSEWHERE = {
    "new-liver-lesions": ("New liver lesions", "3.3-25"),
    "extrahepatic-disease": ("Outside the liver", "3.3-26"),
}


def per_lesion_per_patient() -> CourseFigure:
    """Draw one series counted per lesion and per patient, with what independent lesions would give (E15)."""
    patients, count = figure("kose-2020.patients").value.text(), figure("kose-2020.tumours").value.bounds()[0]
    lesion = RangeRow.of(
        "Local recurrence, per lesion", "all lesions ablated", figure("kose-2020.local-recurrence-per-lesion")
    )
    patient = RangeRow.of("Local recurrence, per patient", patients, figure("kose-2020.local-recurrence-per-patient"))
    among = f"{count} lesions, each failing by itself in {lesion.value.text()}"
    expected = RangeRow(
        "At least one failure, by calculation", among, _about(at_least_one(_part(lesion.value), int(count)))
    )
    return rows_figure(
        [lesion, patient, expected],
        name="ablation-per-lesion-per-patient",
        title=f"{lesion.value.text()} of lesions and {patient.value.text()} of patients: one result, counted two ways",
        subtitle=f"Share in per cent; {patients} with a median of {count} tumours. Each row names what was counted.",
        caption=(
            f"Blue: abstract read. Orange: calculated, as if every patient had {count} lesions "
            "and each failed by itself."
        ),
    )


def complications() -> CourseFigure:
    """Draw morbidity and death within 30 days, as the review prints them and in the series behind it."""
    morbidity, mortality = (RangeRow.of(f"{text}: the review", _works(id), fact(id)) for text, id in _HARM)
    cleveland = f"Akyildiz 2010, {figure('E15.patients').value.text()}"
    earlier = f"Mazzaglia 2007, {figure('E16.patients').value.text()}"
    items: list[Item] = [
        morbidity,
        RangeRow.of("Complications: one series", cleveland, figure("E15.morbidity")),
        RangeRow.of("Complications: an earlier series", earlier, figure("E16.morbidity")),
        mortality,
        RangeRow.of("Death within 30 days: one series", cleveland, figure("E15.mortality")),
    ]
    return rows_figure(
        items,
        axis=_FEW,
        name="ablation-complications",
        title=f"Complications in {morbidity.value.text()}, death within 30 days in {mortality.value.text()}",
        subtitle="Share in per cent; the axis ends at 15 %. What counts as a complication is not defined.",
        caption=(
            "Grey: the review, which does not say how many patients stand behind its ranges; blue: two series of "
            "laparoscopic radiofrequency whose abstracts were read. The two share "
            "authors, and perhaps patients; no interval around their numbers is known here."
        ),
    )


_HARM = (("Complications", "3.3-32"), ("Death within 30 days", "3.3-33"))


def at_least_one(risk: Fraction, lesions: int) -> Fraction:
    """Return the probability of at least one failure among ``lesions`` that fail independently with ``risk``.

    >>> at_least_one(Fraction(1, 2), 2)
    Fraction(3, 4)
    """
    return 1 - (1 - risk) ** lesions


def _part(share: Value) -> Fraction:
    """Return a share in per cent as a part of one."""
    return share.bounds()[0] / 100


def _about(part: Fraction) -> Value:
    """Return a part of one as a share rounded to whole per cent."""
    whole = Fraction(round(part * 100))
    return Value(whole, whole, unit="%", approximate=True)


def _works(id: str) -> str:
    return f"citing {len(fact(id).citations)} works, patients not said"
