"""One name for one thing."""

import ast
from collections import Counter
from pathlib import Path

import netlearn


def test_no_class_name_has_two_meanings():
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(netlearn.__file__).parent.rglob("*.py")]
    names = [node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]

    assert [name for name, count in Counter(names).items() if count > 1] == []
