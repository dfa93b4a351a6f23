"""A third edition is a folder of tables and one entry of editions.toml; nothing else is touched, and all know it.

It is made in a copy of the knowledge and used in a process of its own, which reads that copy.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from netlearn import knowledge

ENTRY = """
[[edition]]
id = "2030"
label = "2030"
title = "2030"
dated = "2030-01"
about = "A made-up edition."
named = "The rules of 2030"
many = true
follows = "2026"
"""
TAKEN = ("cytoreduction", "grade", "liver-involvement", "resection", "rfa", "pai", "chemotherapy")
PROGRAM = """
import json, sys
from pathlib import Path
from netlearn import knowledge
knowledge.read_from(Path(sys.argv[1]))
import netlearn as nl
from netlearn.errors import NetlearnError
from netlearn.decision import load, names
def refused(ask):
    try:
        ask()
    except NetlearnError as error:
        return str(error)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge with the edition in it, in a copy of the course."""
    course = tmp_path_factory.mktemp("course")
    root = Path(str(knowledge.root()))
    folder = course / "netlearn" / "knowledge"
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("chapters", "exercises", "book", "netlearn/site/templates"):
        shutil.copytree(root.parents[1] / part, course / part)
    shutil.copy(root.parents[1] / "_toc.yml", course)
    with (folder / "editions.toml").open("a", encoding="utf-8") as listed:
        listed.write(ENTRY)
    (folder / "tables" / "2030").mkdir()
    for table in TAKEN:
        text = f'table = "{table}"\nedition = "2030"\nsame_as = "2026"\nreviewed = "2030-01"\n'
        (folder / "tables" / "2030" / f"{table}.toml").write_text(text, encoding="utf-8")
    return folder


def answer(folder: Path, program: str) -> Any:
    """What a program prints as JSON that reads this knowledge; it ends with ``said = …``."""
    asked = f"{PROGRAM}{program}\nprint(json.dumps(said))"
    done = subprocess.run([sys.executable, "-c", asked, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_it_has_its_tables_and_decides(folder):
    said = answer(folder, """
d = nl.decide("rfa", edition="2030", resectable=False, largest_diameter_cm=2, lesion_count=2, lobes_involved="left")
was = nl.decide("rfa", edition="2026", resectable=False, largest_diameter_cm=2, lesion_count=2, lobes_involved="left")
said = [names("2030"), d.edition, d.verdict == was.verdict, refused(lambda: load("prrt", "2030"))]
""")  # fmt: skip

    assert said[:3] == [sorted(TAKEN), "2030", True]
    assert said[3].startswith("table 'prrt' is not in edition '2030'; there: chemotherapy")


def test_it_is_compared_proved_and_written_for_the_page(folder):
    said = answer(folder, """
from netlearn.decision.export import export
from netlearn.decision.dmn import to_dmn
said = [len(nl.compare("rfa", "2026", "2030")), len(nl.compare("rfa")) > 0, nl.prove("rfa", "2030").ok,
        export("rfa", "2030")["edition"], "2030" in to_dmn("rfa", "2030")]
""")  # fmt: skip

    assert said == [0, True, True, "2030", True]


def test_everything_checks_it_and_finds_nothing_wrong(folder):
    said = answer(folder, """
from netlearn import checks
said = [str(fault) for fault in checks.every_fault()]
""")  # fmt: skip

    assert said == []


def test_a_folder_that_is_not_listed_is_a_fault(folder, tmp_path):
    other = tmp_path / "netlearn" / "knowledge"
    shutil.copytree(folder, other)
    (other / "tables" / "2031").mkdir()
    said = answer(other, """
from netlearn import checks
said = [str(fault) for fault in checks.faults_of("editions")]
""")  # fmt: skip

    assert said == ["tables/2031: is no edition; editions.toml lists review-2012, 2026, 2030"]


def test_a_crisis_that_it_does_not_judge_is_said(folder):
    said = answer(folder, """
judged = nl.crisis.debrief(["call"])
said = [refused(lambda: nl.crisis.judge(["call"], edition="2030")), [o.edition for o in judged.outcomes]]
""")  # fmt: skip

    assert "an edition that judges the crisis room: 'review-2012', '2026'" in said[0] and "'2030'" in said[0]
    assert said[1] == ["review-2012", "2026"]


def test_an_assembly_takes_a_verdict_into_the_group_of_the_edition_before(folder):
    said = answer(folder, """
case = {"grade": "NEC", "differentiation": "poor"}
groups = {e: {d.table: g for g, ds in nl.pathway(case, edition=e).groups.items() for d in ds} for e in ("2026", "2030")}
said = [sorted(groups["2030"]), all(groups["2026"][t] == g for t, g in groups["2030"].items())]
""")  # fmt: skip

    assert said == [["chemotherapy", "cytoreduction", "pai", "resection", "rfa"], True]


def test_patients_answer_by_it_as_by_the_edition_before_where_it_has_the_table(folder):
    said = answer(folder, """
from netlearn.clinic.cases import cases
asked = [one for case in cases().values() for one in case.asked]
said = [all(one.answers["2030"] == one.answers["2026"] for one in asked if one.table in names("2030")),
        {one.answers["2030"] for one in asked if one.table not in names("2030")} == {"no table"}]
""")  # fmt: skip

    assert said == [True, True]


def test_a_widget_and_its_static_card_speak_for_it(folder):
    said = answer(folder, """
from netlearn.widgets import Explorer, assets
asked = Explorer("rfa", edition="2030", resectable=False, largest_diameter_cm=2, lesion_count=9, lobes_involved="left")
both = Explorer("rfa", compare=True, largest_diameter_cm=2)
said = ["The rules of 2030 do not say" in asked._html(), [t["edition"] for t in asked._data][:3], list(both.result),
        '"label":"2030"' in assets.page_script(), list(assets.table_scripts("rfa"))]
""")  # fmt: skip

    assert said == [True, ["review-2012", "2026", "2030"], ["review-2012", "2030"], True, ["rfa.js", "rfa-cards.js"]]


def test_the_pages_of_editions_and_of_tables_list_it(folder):
    said = answer(folder, """
from netlearn.site.editions_page import comparisons
from netlearn.site.tables_page import TablesList, sheet
found = [(c.name, c.before.id, c.after.id, c.anchor, len(c.changes)) for c in comparisons() if c.name == "rfa"]
said = [found[0][1:4], found[1][1:], sheet("rfa", "2030").edition]
""")  # fmt: skip

    assert said == [
        ["review-2012", "2026", "change-rfa"],
        ["2026", "2030", "change-rfa-2030", 0],
        "2030",
    ]


def test_a_question_of_how_much_must_go_can_be_asked_of_it(folder):
    said = answer(folder, """
from netlearn.items.kinds.resect import limit
said = [limit("2030")[0] == limit("2026")[0], limit("2030")[1].edition]
""")  # fmt: skip

    assert said == [True, "2030"]


def test_the_command_line_proves_and_decides_by_it(folder):
    said = answer(folder, """
from typer.testing import CliRunner
from netlearn.cli import app
run = lambda *words: CliRunner().invoke(app, words)
proof = run("prove", "rfa", "--edition", "2030")
case = run("decide", "grade", "--edition", "2030", "--ki67-percent", "1")
said = [proof.exit_code, "2030" in proof.output, case.output.startswith("grade, 2030: ")]
""")  # fmt: skip

    assert said == [0, True, True]
