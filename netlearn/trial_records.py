"""The records of the trials, and how they are read from their files."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

from attrs import frozen

from netlearn import evidence
from netlearn.evidence import Figure
from netlearn.value import Value, decimal_text, interval_text, read_value

__all__ = ["Effect", "Measured", "Trial", "TrialResult", "read_trial"]


@frozen
class Measured:
    """One number of a trial: a figure of an erratum or update, or a value typed with the trial.

    ``value`` is None where a median was not reached. An interval of one number is open above.
    """

    value: Value | None
    interval: tuple[Fraction, ...] = ()
    interval_kind: str = ""
    checked: str = ""
    figure: Figure | None = None
    calculated: str = ""

    def text(self) -> str:
        """Write the number with its interval, such as ``0.34 (95 % CI 0.20–0.59)``."""
        return " ".join(filter(None, (self.value_text, self.interval_text)))

    @property
    def value_text(self) -> str:
        """Return the number alone."""
        return "not reached" if self.value is None else self.value.text()

    @property
    def interval_text(self) -> str:
        """Return the interval in brackets, empty where none was read."""
        if self.value is None or not self.interval:
            return ""
        low, *high = (decimal_text(end, self.value.decimals) for end in self.interval)
        ends = f"{low}–{high[0]}" if high else f"from {low}, upper end not reached"
        return f"({interval_text(self.interval_kind, ends)})"


@frozen
class Effect:
    """Arm a against arm b: a hazard ratio, an odds ratio or a difference of means.

    ``direction`` is ``a-against-b``, or ``not-said`` where no page read says whose ratio it is.
    """

    kind: str
    number: Measured
    direction: str


@frozen
class TrialResult:
    """One endpoint by one reading in one report of a trial; ``reading`` is ``none`` where no scan is read."""

    name: str
    year: int | None
    endpoint: str
    measure: str
    reading: str
    patients_a: Measured | None
    patients_b: Measured | None
    a: Measured | None
    b: Measured | None
    effect: Effect | None
    p: str
    checked: str
    cites: tuple[str, ...]
    address: str
    note: str

    @property
    def numbers(self) -> tuple[Measured, ...]:
        """Return every number but those of patients."""
        effect = self.effect.number if self.effect else None
        return tuple(number for number in (self.a, self.b, effect) if number)


@frozen
class Trial:
    """One comparison, or one arm alone. ``comparison`` says whether its own arms may be compared.

    ``same_patients`` names the trial whose patients, or some of whom, these are.
    """

    page: ClassVar[str] = "trials"

    id: str
    name: str
    design: str
    comparison: str
    blinding: str
    population: str
    drugs: tuple[str, ...]
    sites: tuple[str, ...]
    grades: tuple[str, ...]
    lines: tuple[str, ...]
    functioning: str
    arm_a: str
    arm_b: str
    crossover: str
    stopped_early: str
    no_result: str
    same_patients: str
    updates: tuple[str, ...]
    errata: tuple[str, ...]
    results: tuple[TrialResult, ...]

    @property
    def anchor(self) -> str:
        """Return the trial's place on the trial wall, which is also the id of its card: ``trial-netter-1``."""
        return f"trial-{self.id}"


_TEXTS = (
    "id", "name", "design", "comparison", "blinding", "population", "functioning", "arm_a", "arm_b", "crossover",
    "stopped_early", "no_result", "same_patients",
)  # fmt: skip
_LISTS = ["drugs", "sites", "grades", "lines", "updates", "errata"]


def read_trial(row: Mapping[str, Any]) -> Trial:
    """Read one entry of ``knowledge/trials``, whose decimals were read as Decimal."""
    known: dict[str, Any] = {name: row.get(name, "") for name in _TEXTS}
    known |= {name: tuple(row[name]) for name in _LISTS}
    return Trial(**known, results=tuple(map(_result, row.get("result", ()))))


def _result(row: Mapping[str, Any]) -> TrialResult:
    effect = row.get("effect")
    return TrialResult(
        **{name: row.get(name, "") for name in ("name", "endpoint", "measure", "reading", "p", "checked", "address")},
        year=row.get("year"),
        note=row.get("note", ""),
        cites=tuple(row["cites"]),
        a=_measured(row.get("a"), row, row["unit"]),
        b=_measured(row.get("b"), row, row["unit"]),
        patients_a=_measured(row.get("patients_a"), row, "patients"),
        patients_b=_measured(row.get("patients_b"), row, "patients"),
        effect=effect and _effect(effect, row),
    )


def _effect(effect: Mapping[str, Any], row: Mapping[str, Any]) -> Effect:
    number = _measured(effect, row, row["unit"] if effect["kind"] == "difference" else "")
    assert number is not None
    return Effect(effect["kind"], number, effect.get("direction", "a-against-b"))


def _measured(number: Mapping[str, Any] | None, row: Mapping[str, Any], unit: str) -> Measured | None:
    if number is None:
        return None
    interval, kind = tuple(map(Fraction, number.get("interval", ()))), number.get("interval_kind", "")
    if "figure" in number:
        figure = evidence.figure(number["figure"])
        return Measured(figure.value, figure.interval or interval, figure.interval_kind or kind, figure.checked, figure)
    if number.get("not_reached"):
        return Measured(None, checked=row["checked"])
    value = read_value({"low": number["value"], "high": number["value"], "unit": unit})
    return Measured(value, interval, kind, row["checked"], calculated=number.get("calculated", ""))
