"""A notebook's code cells, run one after another as its kernel runs them: what they define is what is graded.

A cell that fails keeps what it had defined, and the next one runs. What only Jupyter knows (``%time``, ``!pip``,
``display``) is read over. It imports only what Python always has: it runs in the sandbox's child.
"""

import ast
from collections.abc import Iterator
from typing import Any

from netlearn.cell_text import as_python, defines, without_magic
from netlearn.learner_code import does_the_same

__all__ = ["Cells", "nothing", "tried"]

_SHOWING = ("display", "get_ipython")
_LONGEST = 500  # characters of an error


class Cells:
    """The names that cells define, and the last function of a name that does more than the stub."""

    def __init__(self, function: str, stub: str = "") -> None:
        self.function = function
        self.scope: dict[str, Any] = {"__name__": "__main__", "__absent__": Absent, **dict.fromkeys(_SHOWING, nothing)}
        self.written: tuple[int, Any] | None = None  # number of the cell, and the function
        self.failures: list[tuple[bool, str]] = []  # whether the cell was to define the function, and the error
        self._stub = _defined(stub, function)
        self._last: Any = None

    def run(self, number: int, source: str) -> None:
        """Run a cell."""
        wrong = tried(lambda: self._execute(source))
        if wrong[0] == "error":
            self.failures.append((defines(source, self.function), wrong[1]))
        now = self.scope.get(self.function)
        if now is not self._last and now is not None and not does_the_same(now, self._stub):
            self.written = number, now
        self._last = now

    def _execute(self, source: str) -> None:
        if (tree := _parsed(source)) is not None:
            exec(compile(_lenient(tree), "notebook", "exec"), self.scope)

    @property
    def is_stub(self) -> bool:
        """Whether nothing but the stub's own function is there."""
        return self.written is None and self._last is not None

    @property
    def failure(self) -> str:
        """What is known of why there is no function: of the cells that were to define it first."""
        own = [text for defines, text in self.failures if defines]
        return (own or [text for _, text in self.failures] or [""])[-1]


def _defined(stub: str, function: str) -> Any:
    scope: dict[str, Any] = {"__name__": "stub"}
    exec(compile(stub, "stub", "exec"), scope)  # the course's own code
    return scope.get(function)


def tried(action: Any) -> list[Any]:
    """Call; whatever is raised, SystemExit and KeyboardInterrupt too, is the learner's error."""
    try:
        return ["value", action()]
    except BaseException as error:
        return ["error", _described(error)]


def _described(error: BaseException) -> str:
    """Name an error in one line; its own text may be the learner's code, so that too may fail."""
    name = type(error).__name__
    try:
        return f"{name}: {error}"[:_LONGEST] if str(error) else name
    except BaseException:
        return name


def _parsed(source: str) -> ast.Module | None:
    """Return a cell as Python, None for one that is none: a cell of another language or of a magic of its own."""
    text = as_python(source)
    return None if text is None else _as_python(text.split("\n"))


def _as_python(lines: list[str]) -> ast.Module:
    """Parse; a line that Python refuses and Jupyter knows is taken out, and only such a line."""
    while True:
        try:
            return ast.parse("\n".join(lines))
        except SyntaxError as error:
            at = (error.lineno or 0) - 1
            if not 0 <= at < len(lines) or (plain := without_magic(lines[at])) == lines[at]:
                raise
            lines[at] = plain


def _lenient(tree: ast.Module) -> ast.Module:
    """Let a cell go on after an import that is refused: whoever then uses what was imported is told."""
    body = [each for node in tree.body for each in _apart(node)]
    return ast.fix_missing_locations(ast.Module(body, tree.type_ignores))


def _apart(node: ast.stmt) -> Iterator[ast.stmt]:
    if not isinstance(node, ast.Import | ast.ImportFrom) or getattr(node, "module", "") == "__future__":
        yield node
        return
    for alias in node.names:
        one = ast.Import([alias]) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, [alias], node.level)
        name = alias.asname or alias.name.partition(".")[0]
        instead = ast.parse("pass" if name == "*" else f"{name} = __absent__(__refused__)").body
        caught = ast.ExceptHandler(ast.Name("ImportError", ast.Load()), "__refused__", instead)
        yield ast.copy_location(ast.Try([one], [caught], [], []), node)


class Absent:
    """What stands for something that could not be imported; to use it is the error that importing it was."""

    def __init__(self, refused: ImportError) -> None:
        self.__dict__["refused"] = str(refused)

    def __getattr__(self, name: str) -> Any:
        raise ImportError(self.__dict__["refused"])

    def __call__(self, *_: Any, **__: Any) -> Any:
        raise ImportError(self.__dict__["refused"])


def nothing(*_: Any, **__: Any) -> None:
    """Stand for what shows something in a notebook, where nobody sees it."""
