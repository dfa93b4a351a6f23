"""Functions of netlearn that know the answer, by name: ``netlearn.models.geometry:required_diameter``.

A name may end in an attribute of what the function returns: ``netlearn.clinic.ablation:size.required_cm``.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from netlearn.errors import KnowledgeError

PURE = ("netlearn.clinic", "netlearn.models", "netlearn.decision", "netlearn.quantity")


def oracle(name: str) -> Callable[..., Any]:
    """The function of that name. Raises KnowledgeError for anything outside the pure packages.

    >>> oracle("netlearn.clinic.liver:lobe")("IV")
    'left'
    """
    module, _, path = name.partition(":")
    function, _, attribute = path.partition(".")
    if not any(module == pure or module.startswith(pure + ".") for pure in PURE):
        raise KnowledgeError(f"function {name!r} is not accepted; accepted: module:function of {', '.join(PURE)}")
    try:
        found = getattr(import_module(module), function)
    except (ImportError, AttributeError) as missing:
        raise KnowledgeError(f"function {name!r} is not accepted; accepted: one that exists ({missing})") from None
    if not attribute:
        return found  # type: ignore[no-any-return]
    return lambda *args, **kwargs: getattr(found(*args, **kwargs), attribute)


def call(name: str, arguments: Mapping[str, Any]) -> Any:
    """What the function of that name returns for named arguments. KnowledgeError where it does not take them.

    >>> float(call("netlearn.clinic.ablation:size.required_cm", {"diameter_cm": "3", "margin_cm": "1", "zone_cm": "4"}))
    5.0
    """
    try:
        return oracle(name)(**arguments)
    except (AttributeError, TypeError) as wrong:
        raise KnowledgeError(f"function {name!r} cannot be called with {', '.join(arguments)}: {wrong}") from None
