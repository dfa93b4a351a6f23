"""Widgets, live in Jupyter and on the page: explorer, liver map, bench, crisis room, tumour board, quiz; and cards.

The names are loaded when first used: ``netlearn.widgets.errata_cards`` and ``netlearn.widgets.assets`` need no Jupyter.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlearn.widgets.ablation_bench import AblationBench as AblationBench
    from netlearn.widgets.crisis_room import CrisisRoom as CrisisRoom
    from netlearn.widgets.explorer import Explorer as Explorer
    from netlearn.widgets.liver_map import LiverMap as LiverMap
    from netlearn.widgets.quiz import Quiz as Quiz
    from netlearn.widgets.reach import HeatAndCold as HeatAndCold
    from netlearn.widgets.receptors import ReceptorMap as ReceptorMap
    from netlearn.widgets.toys import Toy as Toy
    from netlearn.widgets.tumour_board import OperationPlan as OperationPlan
    from netlearn.widgets.tumour_board import TherapySelector as TherapySelector
    from netlearn.widgets.tumour_board import TumourBoard as TumourBoard

_HOMES = {
    "AblationBench": "ablation_bench",
    "CrisisRoom": "crisis_room",
    "Explorer": "explorer",
    "HeatAndCold": "reach",
    "LiverMap": "liver_map",
    "OperationPlan": "tumour_board",
    "Quiz": "quiz",
    "ReceptorMap": "receptors",
    "TherapySelector": "tumour_board",
    "Toy": "toys",
    "TumourBoard": "tumour_board",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Load a widget from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*globals(), *__all__]
