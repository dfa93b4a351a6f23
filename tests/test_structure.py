"""The house's plan as the code has it: what imports what, and one name for one thing."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "netlearn"
ABOVE_THE_GRADER = ("grader", "cli.py")


def modules(*apart: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module of netlearn but those below ``apart``, by its path in the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        if inside.parts[0] not in apart:
            yield inside.as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """The modules that a module imports, those of late imports too."""
    nodes = list(ast.walk(tree))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    sources = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    return names | {f"{node.module}.{alias.name}" for node in sources for alias in node.names}


def test_nothing_below_the_grader_imports_it():
    found = {
        name: sorted(names)
        for name, tree in modules(*ABOVE_THE_GRADER)
        if (names := {each for each in imported(tree) if f"{each}.".startswith("netlearn.grader.")})
    }

    assert found == {}


def test_no_class_name_has_two_meanings():
    names = [node.name for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]

    assert [name for name, count in Counter(names).items() if count > 1] == []
