"""An edit of the knowledge is read, or refused in lines that name the file: no reader ever raises anything else.

Each edit is read alone by the reader of its file; ``python -m tests.knowledge.mutations 300`` runs all checks on each.
"""

import tomllib
from collections.abc import Callable, Mapping
from fnmatch import fnmatch
from fractions import Fraction
from itertools import islice
from typing import Any

import pytest

from netlearn.checks.schema import structure
from netlearn.checks.shapes import SHAPES
from netlearn.clinic import cases, doses, plan, practice
from netlearn.clinic.crisis import card
from netlearn.clinic.crisis import load as crisis
from netlearn.decision.load import build
from netlearn.errors import NetlearnError
from netlearn.items import plays
from netlearn.models import coverings, parameters
from tests.knowledge.mutations import GROUPS, KNOWLEDGE, ROOT, Mutation, Number, mutations, toml

TRIED = 120
ACTIONS, ROOM = "crisis/actions.toml", "crisis/room.toml"


def read_actions(raw: Mapping[str, Any], file: str) -> None:
    crisis.read_routes(raw, file)
    crisis.read_moves(raw, crisis.read_kinds(raw, file), crisis.room(), file)


# what reads a file once its shape is known to be right, or says itself what is wrong with its shape
READERS: dict[str, Callable[[Mapping[str, Any], str], object]] = {
    "tables/*/*.toml": lambda raw, file: raw.get("same_as") or build(raw, file),
    "cases/*.toml": cases.read_case,
    "plays/*.toml": plays.read_play,
    "doses.toml": lambda raw, file: doses.read(raw),
    "assemblies.toml": lambda raw, file: plan.read(raw),
    "models/coverings.toml": lambda raw, file: [coverings._covering(each) for each in raw["covering"]],
    "models/[bp]*.toml": parameters.read,
    "practice/*.toml": lambda raw, file: practice.read_practice(
        raw, file.removeprefix("practice/").removesuffix(".toml")
    ),
    "crisis/card.toml": lambda raw, file: card.read_card(raw),
    ROOM: crisis.read_room,
    ACTIONS: read_actions,
    "crisis/debrief.toml": crisis.read_statements,
    "crisis/[r2]*.toml": lambda raw, file: (
        None if file in (ROOM, ACTIONS) else crisis.read_edition(raw, crisis.moves(), crisis.room(), file)
    ),
}


def read(mutation: Mutation) -> None:
    raw = tomllib.loads(toml(mutation.content), parse_float=float if "models/" in mutation.file else Fraction)
    exact = tomllib.loads(toml(mutation.content), parse_float=Fraction)
    for pattern, shape in SHAPES.items():
        if fnmatch(mutation.file, pattern):
            structure(mutation.file, exact, shape)
    for pattern, reader in READERS.items():
        if fnmatch(mutation.file, pattern):
            reader(exact if "coverings" in mutation.file else raw, mutation.file)


def said(mutation: Mutation) -> str:
    """What is wrong with how an edit ended; nothing where it ended well."""
    try:
        read(mutation)
    except NetlearnError as refused:
        return "" if all(line.startswith(f"{mutation.file}: ") for line in str(refused).splitlines()) else str(refused)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_edit_is_read_or_refused_with_the_name_of_its_file(seed):
    tried = list(islice(mutations(seed), TRIED))
    ended = [f"{m.kind} at {m.file}: {m.place}: {fault}" for m in tried if (fault := said(m))]
    assert not ended, "\n".join([f"{len(ended)} of {len(tried)}", *ended[:20]])


def test_the_same_seed_makes_the_same_edits_and_every_group_is_edited():
    first = list(islice(mutations(1), TRIED))
    assert [m[:3] for m in first] == [m[:3] for m in islice(mutations(1), TRIED)]
    assert {m.file.rpartition("/")[0] for m in first} == set(GROUPS)


def test_the_groups_are_the_folders_of_the_knowledge():
    files = (ROOT / KNOWLEDGE).rglob("*.toml")
    assert {path.parent.relative_to(ROOT / KNOWLEDGE).as_posix() for path in files} == {name or "." for name in GROUPS}


def test_an_edit_written_as_toml_says_what_was_read():
    for file in ("crisis/room.toml", "tables/2026/rfa.toml", "evidence/2.toml", "vignettes.toml"):
        text = (ROOT / KNOWLEDGE / file).read_text(encoding="utf-8")
        written = toml(tomllib.loads(text, parse_float=Number))
        assert tomllib.loads(written, parse_float=Fraction) == tomllib.loads(text, parse_float=Fraction), file
