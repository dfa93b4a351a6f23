"""Edits of the knowledge such as a tired person makes, each on a copy of the course, and what `netlearn check` says.

``python -m tests.knowledge.mutations 300`` tries three hundred and prints those that end badly, and those that pass.
"""

import os
import random
import shutil
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
KNOWLEDGE = Path("netlearn/knowledge")
NEEDED = (KNOWLEDGE, Path("book"), Path("exercises"), Path("chapters"), Path("_toc.yml"))
# a folder weighs as much as a file: else half of all edits would fall on the patients
GROUPS = (
    "evidence",
    "errata",
    "updates",
    "tables/review-2012",
    "tables/2026",
    "crisis",
    "cases",
    "plays",
    "trials",
    "models",
    "practice",
    "",
)
PASSED, SAID, ELSEWHERE, RAW = "passed", "said", "said of another file only", "raw exception"


class Number(str):
    """A decimal as it was written."""


class Spot(NamedTuple):
    """A place in a file: what holds it, under which key or number, and the way there."""

    holder: Any
    key: Any
    way: str

    @property
    def value(self) -> Any:
        return self.holder[self.key]


class Mutation(NamedTuple):
    """An edit: the file, the place and what was done there; ``content`` is the whole file after it."""

    file: str
    place: str
    kind: str
    content: Any


def mutations(seed: int) -> Iterator[Mutation]:
    """Edits without end; the same for the same seed."""
    draw = random.Random(seed)
    while True:
        path = draw.choice(sorted((ROOT / KNOWLEDGE / draw.choice(GROUPS)).glob("*.toml")))
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Number)
        spot = draw.choice(list(_spots(content)))
        kinds = [kind for kind, (fits, _) in EDITS.items() if fits(spot)]
        kind = draw.choice(kinds)
        EDITS[kind][1](spot, draw)
        yield Mutation(str(path.relative_to(ROOT / KNOWLEDGE)), spot.way, kind, content)


def _spots(holder: Any, way: str = "") -> Iterator[Spot]:
    pairs = list(holder.items()) if isinstance(holder, dict) else list(enumerate(holder))
    for key, value in pairs:
        yield Spot(holder, key, f"{way}.{key}".lstrip("."))
        if isinstance(value, dict | list):
            yield from _spots(value, f"{way}.{key}")


def _put(change: Callable[[Any, random.Random], Any]) -> Callable[[Spot, random.Random], None]:
    def edit(spot: Spot, draw: random.Random) -> None:
        spot.holder[spot.key] = change(spot.value, draw)

    return edit


def _delete(spot: Spot, _: random.Random) -> None:
    del spot.holder[spot.key]


def _double(spot: Spot, _: random.Random) -> None:
    spot.holder.insert(spot.key, spot.value)


def _rename(spot: Spot, draw: random.Random) -> None:
    spot.holder[_misspelt(spot.key, draw)] = spot.holder.pop(spot.key)


def _add_key(spot: Spot, _: random.Random) -> None:
    spot.value["unknwon"] = "x"


def _misspelt(text: str, draw: random.Random) -> str:
    at = draw.randrange(len(text) + 1)
    return f"{text[:at]}x{text[at:]}"


def _other_type(value: Any, draw: random.Random) -> Any:
    others = ("text", 7, True, ["a"], {"a": "b"}, Number("0.5"), [1], {}, [], "", 0, [[]], {"id": 1})
    return draw.choice([other for other in others if type(other) is not type(value)])


def _turned(value: Any, draw: random.Random) -> Any:
    minus = str(value).removeprefix("-") if str(value).startswith("-") else f"-{value}"
    changed = draw.choice((f"{value}0", str(value).strip("-")[::-1].strip("."), minus, f"{value}1"))
    changed = changed.lstrip("0") if type(value) is int and changed.strip("0") else changed
    return int(changed) if type(value) is int else Number(changed if "." in changed else f"{changed}.0")


def _is(*types: type) -> Callable[[Spot], bool]:
    return lambda spot: type(spot.value) in types


def _signs(value: str, _: random.Random) -> str:
    return value.translate(str.maketrans("<>[]", "><]["))


EDITS: dict[str, tuple[Callable[[Spot], bool], Callable[[Spot, random.Random], None]]] = {
    "delete": (lambda spot: True, _delete),
    "other type": (lambda spot: True, _put(_other_type)),
    "rename key": (lambda spot: isinstance(spot.holder, dict), _rename),
    "double": (lambda spot: isinstance(spot.holder, list), _double),
    "unknown key": (_is(dict), _add_key),
    "misspell": (lambda spot: type(spot.value) is str and " " not in spot.value, _put(_misspelt)),
    "empty": (_is(str, list, dict), _put(lambda value, draw: type(value)())),
    "list for text": (_is(str), _put(lambda value, draw: [value])),
    "text for list": (_is(list), _put(lambda value, draw: str(value[0]) if value else "x")),
    "number turned": (lambda spot: type(spot.value) in (int, Number) and "e" not in str(spot.value), _put(_turned)),
    "sign turned": (lambda spot: type(spot.value) is str and any(c in spot.value for c in "<>"), _put(_signs)),
    "truth turned": (_is(bool), _put(lambda value, draw: not value)),
    "true for false": (
        lambda spot: spot.value in ("true", "false"),
        _put(lambda v, d: {"true": "false"}.get(v, "true")),
    ),
}


def toml(content: dict[str, Any]) -> str:
    """The content as TOML, everything below the head inline."""
    return "".join(f"{_text(key)} = {_inline(value)}\n" for key, value in content.items())


def _text(text: str) -> str:
    hidden = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(hidden.get(c, c) for c in text) + '"'


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)} = {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if type(value) is str else str(value)


def copied(folder: Path) -> Path:
    """A copy of all that the checks read."""
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    return folder


def tried(course: Path, mutation: Mutation) -> list[str]:
    """The lines that the checks say of one edit, in a process of its own, for the knowledge is read once a process."""
    path = course / KNOWLEDGE / mutation.file
    before = path.read_bytes()
    path.write_text(toml(mutation.content), encoding="utf-8")
    try:
        return _in_a_child(course)
    finally:
        path.write_bytes(before)


def _in_a_child(course: Path) -> list[str]:
    from netlearn import checks, knowledge

    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            knowledge.read_from(course / KNOWLEDGE)
            said = "\n".join(map(str, checks.every_fault()))
        except BaseException as error:
            said = f"Traceback: {type(error).__name__}: {error}"
        with os.fdopen(writing, "w", encoding="utf-8", errors="replace") as out:
            out.write(said)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as back:
        lines = back.read().splitlines()
    os.waitpid(child, 0)
    return lines


def outcome(mutation: Mutation, lines: list[str]) -> str:
    """How an edit ended."""
    if any(line.startswith("Traceback") or ": cannot be read: " in line for line in lines):
        return RAW
    if not lines:
        return PASSED
    return SAID if any(line.startswith(f"{mutation.file}: ") for line in lines) else ELSEWHERE


def main(count: int, seed: int = 1) -> None:
    """Try so many edits; print what ended badly, what passed, and the counts."""
    import netlearn.cli  # noqa: F401  # each child finds its modules loaded

    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        course = copied(Path(folder))
        for _, mutation in zip(range(count), mutations(seed), strict=False):
            lines = tried(course, mutation)
            ended = outcome(mutation, lines)
            counts[ended] += 1
            if ended != SAID or len(lines) > 6:
                print(f"{ended}: {mutation.kind} at {mutation.file}: {mutation.place}", *lines[:4], sep="\n    ")
    print(dict(counts))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
