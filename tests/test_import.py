"""What ``import netlearn`` costs the reader's browser: no heavy library, nothing at all until it is used."""

import subprocess
import sys

import pytest

import netlearn
from netlearn.editions import edition_ids

HEAVY = ("plotly", "ipywidgets", "anywidget", "numpy", "scipy", "cattrs", "typer", "nbclient", "sphinx")


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh Python holds after one statement."""
    program = f"{statement}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("statement", ["import netlearn", "import netlearn as nl; nl.decide('grade', ki67_percent=30)"])
def test_no_heavy_library_is_loaded(statement: str) -> None:
    assert not modules_after(statement) & set(HEAVY)


def test_a_first_decision_makes_no_record_of_the_evidence() -> None:
    """What a table prints is cut out of its file: reading all of the evidence takes longer than all the rest."""
    program = (
        "import netlearn as nl; nl.decide('embolisation', '2026', resectable=False)\n"
        "import sys\nprint(*{'netlearn.evidence', 'netlearn.evidence_records', 'difflib'} & set(sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.parametrize("edition", edition_ids())
def test_no_decision_needs_a_package_from_elsewhere(edition: str) -> None:
    """Making records with attrs takes a fifth of the time that a first decision may take."""
    every = "import netlearn as nl; from netlearn.decision import names"

    loaded = modules_after(f"{every}\nfor table in names({edition!r}): nl.decide(table, {edition!r})")

    assert "netlearn" in loaded
    assert not loaded & {"attr", "attrs"}


def test_the_command_line_starts_without_what_one_command_needs() -> None:
    """The workers of ``netlearn grade`` begin as it does, so that each would hold it."""
    heavy = {"nbclient", "nbformat", "plotly", "sphinx", "nbgrader", "text2qti"}

    assert not modules_after("import netlearn.cli") & heavy


@pytest.mark.parametrize("name", netlearn.__all__)
def test_every_public_name_is_there_in_a_fresh_process(name: str) -> None:
    """Whatever was imported before: another module may have loaded what a name needs."""
    modules_after(f"import netlearn; netlearn.{name}")


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(AttributeError, match="'netlearn' has no attribute 'decyde'"):
        netlearn.decyde  # noqa: B018


@pytest.mark.parametrize("name", netlearn.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(netlearn, name)) or getattr(netlearn, name).__doc__
