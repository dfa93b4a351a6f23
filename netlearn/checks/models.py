"""Checks the numbers of the models: each in its range, with a basis that exists and says the same."""

from collections.abc import Iterator

from netlearn import evidence
from netlearn.checks.bibliography import keys
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in, refusals
from netlearn.models import coverings
from netlearn.models.parameters import Parameter, parameters

MODELS = ("bioheat", "pharmacokinetics")


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the numbers of each model."""
    yield from refusals(coverings.FILE, coverings.known)
    for model in MODELS:
        yield from faults_in(f"models/{model}.toml", _of_model, model)


def _of_model(model: str) -> Iterator[Fault]:
    found = parameters(model)
    for name in found:
        yield from of_parameter(found.about(name), f"models/{model}.toml")


def of_parameter(parameter: Parameter, file: str) -> Iterator[Fault]:
    """Yield a work that is in no bibliography, and a range that is not that of the fact."""
    for key in parameter.cites:
        if key not in keys():
            yield Fault(file, parameter.name, "cites", f"{key!r} does not exist")
    if parameter.fact:
        value = evidence.fact(parameter.fact).value
        ends = tuple(map(float, value.bounds())) if value else ()
        if {parameter.low, parameter.high} != set(ends):
            range_ = f"{parameter.low:g}–{parameter.high:g}"
            yield Fault(file, parameter.name, "fact", f"{range_} is not the range of {parameter.fact}")
