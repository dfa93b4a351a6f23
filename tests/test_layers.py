"""The house stands: imports only go down, and no module imports itself by way of others."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import netlearn

PACKAGE = Path(netlearn.__file__).parent
# From the ground up, as the plan of the house has it; what stands on one line may not import one another.
LAYERS = (
    ("cell_text", "errors", "learner_code", "markup", "plain_json"),
    ("naming", "value", "units", "terminal"),
    ("quantity", "evidence_records"),
    ("knowledge",),
    ("editions", "words"),
    ("checked",),
    ("evidence",),
    ("glossary",),
    ("prose",),
    ("trial_records",),
    ("trials",),
    ("links",),
    ("models",),
    ("decision",),
    ("clinic",),
    ("figures",),
    ("items",),
    ("widgets",),
    ("chapter",),
    ("handout",),
    ("exercises", "grader"),
    ("checks",),
    ("new",),
    ("site",),
    ("preview",),
    ("board_command",),
    ("diff",),
    ("cli",),
)
HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}
MODULES = {
    ".".join(("netlearn", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imports(module: str) -> Iterator[str]:
    """The modules of netlearn that a module imports, wherever in its text; type checkers' imports are not run."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    unseen = {inner for node in ast.walk(tree) if _for_types(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if node in unseen:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield from (_home(node.module, name.name) for name in node.names)


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _home(module: str, name: str) -> str:
    """The module that ``from module import name`` needs: the submodule of that name, else the package itself."""
    inner = f"{module}.{name}"
    return inner if inner in MODULES else module


def layer(module: str) -> str:
    """The first part of its name below netlearn; the package itself has none."""
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", [m for m in MODULES if layer(m)])
def test_imports_only_go_down(module: str) -> None:
    own = layer(module)

    upward = {m for m in imports(module) if layer(m) not in ("", own) and HEIGHT[layer(m)] >= HEIGHT[own]}

    assert upward == set()


def test_every_package_has_a_layer() -> None:
    assert {layer(m) for m in MODULES} - {"", "__main__"} <= set(HEIGHT)


def test_no_module_imports_itself_by_way_of_others() -> None:
    try:
        tuple(TopologicalSorter({m: set(imports(m)) - {m} for m in MODULES}).static_order())
    except CycleError as circle:
        pytest.fail(" imports ".join(reversed(circle.args[1])))
