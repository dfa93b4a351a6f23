"""The trials: what was compared in whom, and what came out, by endpoint and reading; looked up by id.

A number that an erratum or an update holds is that figure; only what they do not hold is typed with the trial.
Several results of one trial are of the same patients: another endpoint, reading or report, never another trial.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from netlearn import knowledge, prose
from netlearn.evidence import UnknownIdError
from netlearn.trial_records import Effect as Effect
from netlearn.trial_records import Measured as Measured
from netlearn.trial_records import Trial as Trial
from netlearn.trial_records import TrialResult as TrialResult
from netlearn.trial_records import read_trial

__all__ = [
    "Effect", "Measured", "Trial", "TrialResult", "aspects", "comparable", "differences", "label", "results", "trial",
    "trials", "words",
]  # fmt: skip

FOLDER = "trials"
WORDS = "trial_words.toml"


@cache
def trials() -> Mapping[str, Trial]:
    """Map every trial's id to the trial, file by file.

    >>> trials()["netter-1"].arm_b
    'octreotide LAR at the high dose of 60\\xa0mg'
    """
    rows = (row for name in knowledge.names(FOLDER) for row in _rows(name))
    return MappingProxyType({row["id"]: read_trial(row) for row in rows})


def trial(id: str) -> Trial:
    """Return one trial.

    >>> trial("cabinet-pancreatic").results[0].effect.number.text()
    '0.23 (95\\xa0% CI 0.12–0.42)'
    >>> trial("netter1")
    Traceback (most recent call last):
    netlearn.evidence.UnknownIdError: trial: 'netter1' is not known; close: netter-1, netter-r, netter-2
    """
    if isinstance(id, str) and id in trials():
        return trials()[id]
    from difflib import get_close_matches  # only now: an id is seldom wrong

    close = get_close_matches(id, trials()) if isinstance(id, str) and len(id) <= 100 else ()
    raise UnknownIdError(f"trial: {id!r} is not known; close: {', '.join(close) or 'none'}")


def results() -> Iterator[tuple[Trial, TrialResult]]:
    """Yield every result with its trial, treatment by treatment."""
    drugs = list(words()["drugs"])
    ordered = sorted(trials().values(), key=lambda each: drugs.index(each.drugs[0]))
    yield from ((each, result) for each in ordered for result in each.results)


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The closed lists of the trials with their words for readers: drugs, sites, grades and so on."""
    return knowledge.load(WORDS)


def label(kind: str, values: tuple[str, ...]) -> str:
    """Say the values of one closed list in words.

    >>> label("sites", ("pancreas", "gut"))
    'pancreas, gut'
    """
    return ", ".join(words()[kind][value] for value in values)


def differences(one: tuple[Trial, TrialResult], other: tuple[Trial, TrialResult]) -> tuple[str, ...]:
    """Say in what two results differ: the patients, the reading, the endpoint, the line, the design.

    >>> local, central, *_ = trial("radiant-3").results
    >>> differences((trial("radiant-3"), local), (trial("radiant-3"), central))
    ('reading: local reading; central reading',)
    """
    first, second = aspects(*one), aspects(*other)
    return tuple(f"{name}: {first[name]}; {second[name]}" for name in first if first[name] != second[name])


def comparable(one: tuple[Trial, TrialResult], other: tuple[Trial, TrialResult]) -> tuple[str, tuple[str, ...], str]:
    """Answer whether two results may be compared: the answer, what differs, and what each of them can say.

    >>> answer, differ, rest = comparable(
    ...     (trial("netter-1"), trial("netter-1").results[0]), (trial("oclurandom"), trial("oclurandom").results[1])
    ... )
    >>> answer[:3], differ[2], rest.partition(". ")[2]
    ('No.', 'where the tumour began: midgut; pancreas', 'OCLURANDOM was not made to compare its two arms either.')
    """
    said, differ = words()["compare"], differences(one, other)
    if one == other:
        return said["same-result"], (), ""
    if _patients(one[0]) == _patients(other[0]):
        return said["same-patients"], differ, ""
    odd = dict.fromkeys(trial for trial, _ in (one, other) if trial.comparison != "randomised")
    rest = [said["own-arms"], *(said[trial.comparison].format(name=trial.name) for trial in odd)]
    return said["other-trial"], differ or (said["none-differs"],), " ".join(rest)


def _patients(trial: Trial) -> str:
    return trial.same_patients or trial.id


def aspects(trial: Trial, result: TrialResult) -> Mapping[str, str]:
    """Say of one result all that must be alike before two may stand beside one another."""
    return {
        "design": words()["comparisons"][trial.comparison],
        "arms": f"{trial.arm_a} against {trial.arm_b}" if trial.arm_b else trial.arm_a,
        "where the tumour began": label("sites", trial.sites),
        "grade": label("grades", trial.grades),
        "line": label("lines", trial.lines),
        "hormones": trial.functioning or words()["functioning"][""],
        "endpoint": result.measure,
        "reading": words()["readings"][result.reading],
    }


def _rows(name: str) -> Iterator[Mapping[str, Any]]:
    for row in knowledge.load(name, Decimal)["trial"]:  # a Decimal keeps the places printed
        yield prose.filled(row, f"{name}: {row['id']}")
