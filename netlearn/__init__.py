"""netlearn: clinical knowledge as cited data, and the answers it gives.

The names below are loaded when first used, so that importing the package costs next to nothing.

>>> import netlearn as nl
>>> nl.decide("grade", ki67_percent=25).verdict
'G3'
>>> nl.fact("2-20").value.text()
'60–70\\xa0%'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlearn.clinic import crisis as crisis
    from netlearn.clinic import liver as liver
    from netlearn.clinic.assemblies import pathway as pathway
    from netlearn.clinic.assemblies import systemic as systemic
    from netlearn.clinic.questions import next_questions as next_questions
    from netlearn.decision import Decision as Decision
    from netlearn.decision import compare as compare
    from netlearn.decision import decide as decide
    from netlearn.decision import prove as prove
    from netlearn.errors import InputError as InputError
    from netlearn.errors import KnowledgeError as KnowledgeError
    from netlearn.errors import NetlearnError as NetlearnError
    from netlearn.evidence import erratum as erratum
    from netlearn.evidence import fact as fact
    from netlearn.evidence import figure as figure
    from netlearn.evidence import update as update
    from netlearn.trials import trial as trial

__version__ = "1.0.0"

_HOMES = {
    "netlearn.clinic": ("crisis", "liver"),
    "netlearn.clinic.assemblies": ("pathway", "systemic"),
    "netlearn.clinic.questions": ("next_questions",),
    "netlearn.decision": ("Decision", "decide"),
    "netlearn.decision.editions": ("compare",),
    "netlearn.decision.proof": ("prove",),
    "netlearn.errors": ("InputError", "KnowledgeError", "NetlearnError"),
    "netlearn.evidence": ("erratum", "fact", "figure", "update"),
    "netlearn.trials": ("trial",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    """Load a public name from the module that holds it."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'netlearn' has no attribute {name!r}")
    home = import_module(_HOME_OF[name])
    try:
        return getattr(home, name)  # which a package may itself load only now
    except AttributeError:
        return import_module(f"{home.__name__}.{name}")


def __dir__() -> list[str]:
    """The public names."""
    return [*globals(), *__all__]
