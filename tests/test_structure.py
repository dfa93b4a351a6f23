"""One name for one thing, one job a file, and one way to write HTML."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import netlearn

PACKAGE = Path(netlearn.__file__).parent
ROOT = Path(__file__).parents[1]
WRITTEN = ("netlearn", "scripts", "tests", "benchmarks", "deploy", "exercises")  # what is written by hand
LONGEST = 300  # lines of a file: one that is longer has more than one job
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
NODES = [(file, node) for file, tree in TREES.items() for node in ast.walk(tree)]
TAG = re.compile(r"<(?!(?:b|i|br)>)[a-z][a-z0-9-]*[ >]")  # plotly's labels know those three and escape nothing


def test_no_class_name_has_two_meanings() -> None:
    names = [node.name for _, node in NODES if isinstance(node, ast.ClassDef)]

    assert [name for name, count in Counter(names).items() if count > 1] == []


def too_long(root: Path) -> list[str]:
    """The files of Python, script and style that are longer than a file may be, with their lines."""
    files = (path for folder in WRITTEN for path in sorted((root / folder).rglob("*")))
    kinds = (path for path in files if path.suffix in (".py", ".js", ".mjs", ".css"))
    lines = {path: len(path.read_bytes().splitlines()) for path in kinds}
    return [f"{path.relative_to(root)}: {count}" for path, count in lines.items() if count > LONGEST]


def test_no_file_has_more_than_300_lines() -> None:
    assert too_long(ROOT) == []


@pytest.mark.parametrize(("lines", "found"), [(300, []), (301, ["tests/long.py: 301"])])
def test_a_file_that_is_too_long_would_be_found(tmp_path: Path, lines: int, found: list[str]) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "long.py").write_text("pass\n" * lines, encoding="utf-8")

    assert too_long(tmp_path) == found


def escapes(node: ast.AST) -> bool:
    """Whether it takes ``escape`` from the standard library, by whatever name."""
    if isinstance(node, ast.ImportFrom):
        return node.module in ("html", "xml.sax.saxutils") and any("escape" in name.name for name in node.names)
    return isinstance(node, ast.Import) and any(name.name in ("html", "cgi") for name in node.names)


def test_only_the_module_of_markup_escapes_by_itself() -> None:
    assert {file for file, node in NODES if escapes(node)} == {"markup.py"}


def filled_in(node: ast.AST) -> Iterator[str]:
    """The text of an f-string, or of a plain text with ``format`` or ``%``."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.Attribute) and node.attr == "format" and isinstance(node.value, ast.Constant):
        yield str(node.value.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
        yield str(node.left.value)


def test_html_is_filled_in_by_the_class_that_escapes() -> None:
    assert [(file, text) for file, node in NODES for text in filled_in(node) if TAG.search(text)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("f'<p>{x}</p>'", True),
        ("'<p>{}</p>'.format(x)", True),
        ("'<p>%s</p>' % x", True),
        ("Html('<p>{}</p>').format(x)", False),
        ("f'{x} < y'", False),
        ("f'<b>{x}</b>'", False),
    ],
)
def test_html_that_is_filled_in_otherwise_is_seen(code: str, found: bool) -> None:
    texts = [text for node in ast.walk(ast.parse(code)) for text in filled_in(node)]

    assert any(map(TAG.search, texts)) == found


@pytest.mark.parametrize("code", ["import html", "from html import escape", "from html import escape as e"])
def test_an_escape_by_another_name_is_seen(code: str) -> None:
    assert any(map(escapes, ast.walk(ast.parse(code))))


SCRIPTS = sorted(path for folder in ("widgets", "site") for path in (PACKAGE / folder / "static").rglob("*.js"))
GIVEN = re.compile(r"\bNetLearn\.(\w+) = (?!NetLearn\.\1\b)")


def test_no_name_of_the_page_s_scripts_is_given_twice() -> None:
    """A second script that gives it takes it away from the first, and what called that fails on the page alone."""
    given = Counter(name for path in SCRIPTS for name in set(GIVEN.findall(path.read_text(encoding="utf-8"))))

    assert [name for name, count in given.items() if count > 1] == []
    assert given["reading"] == given["progress"] == 1
