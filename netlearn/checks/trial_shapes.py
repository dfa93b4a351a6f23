"""What a file of trials/ may hold: one class per kind of row, read strictly."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from attrs import frozen

from netlearn.checks.schema import Checked
from netlearn.checks.table_shapes import Texts, WithPlain


@frozen(kw_only=True)
class MeasuredRow:
    """A number: a figure of an erratum or update, a value, or that it was not reached.

    ``own`` says why a value equals a figure of the trial's errata and updates and is none of them.
    """

    figure: str = ""
    value: Fraction | None = None
    not_reached: bool = False
    interval: tuple[Fraction, ...] = ()
    interval_kind: str = ""
    calculated: str = ""
    own: str = ""


@frozen(kw_only=True)
class EffectRow(MeasuredRow):
    """What arm a did against arm b."""

    kind: str
    direction: Literal["a-against-b", "not-said"] = "a-against-b"


@frozen(kw_only=True)
class TrialResultRow:
    """One ``[[trial.result]]``."""

    name: str
    year: int | None = None
    endpoint: str
    measure: str
    unit: str
    reading: str
    patients_a: MeasuredRow | None = None
    patients_b: MeasuredRow | None = None
    a: MeasuredRow | None = None
    b: MeasuredRow | None = None
    effect: EffectRow | None = None
    p: str = ""
    checked: Checked
    cites: tuple[str, ...]
    address: str = ""
    note: str = ""


@frozen(kw_only=True)
class TrialRow(WithPlain):
    """One ``[[trial]]``."""

    id: str
    name: str
    design: str
    comparison: str
    blinding: str = ""
    population: str
    drugs: Texts
    sites: Texts
    grades: Texts
    lines: Texts
    functioning: str = ""
    arm_a: str
    arm_b: str = ""
    crossover: str = ""
    stopped_early: str = ""
    no_result: str = ""
    same_patients: str = ""
    updates: Texts
    errata: Texts
    result: tuple[TrialResultRow, ...] = ()


@frozen(kw_only=True)
class TrialsFile:
    """A file of trials/."""

    trial: tuple[TrialRow, ...]


@frozen(kw_only=True)
class TrialWordsFile:
    """The file trial_words.toml."""

    drugs: Mapping[str, str]
    sites: Mapping[str, str]
    grades: Mapping[str, str]
    lines: Mapping[str, str]
    functioning: Mapping[str, str]
    endpoints: Mapping[str, str]
    readings: Mapping[str, str]
    effects: Mapping[str, str]
    comparisons: Mapping[str, str]
    compare: Mapping[str, str]
