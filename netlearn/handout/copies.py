"""Writing learners' notebooks to disk: everybody's, which are committed, and those of a class."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from netlearn.errors import NetlearnError
from netlearn.handout.notebook import practice, release, written
from netlearn.handout.roster import alike
from netlearn.items.bank import chapters, chosen
from netlearn.items.keyless import askable

__all__ = ["Handout", "StaleExercisesError", "build", "check", "is_worked_in", "left_out", "write_release"]


class StaleExercisesError(NetlearnError):
    """A committed notebook is not what its sources make; names the notebooks."""


@frozen
class Handout:
    """What a class is handed: with ``attempts`` it is assessed; ``hand_in`` says in each notebook how to hand in."""

    attempts: int = 0
    hand_in: str = ""


_PRACTISED = Handout()


def build(root: Path) -> tuple[Path, ...]:
    """Write everybody's notebook of each chapter; return those that changed."""
    stale = _stale(root)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8")
    return tuple(stale)


def check(root: Path) -> None:
    """Raise StaleExercisesError where `build` would change a notebook."""
    if stale := _stale(root):
        names = ", ".join(path.name for path in stale)
        raise StaleExercisesError(f"{names}: not what the sources make; run `netlearn exercises build`")


def _stale(root: Path) -> dict[Path, str]:
    made = {root / f"{chapter}.ipynb": written(practice(root, chapter)) for chapter in chapters(root)}
    return {path: text for path, text in made.items() if not _holds(path, text)}


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def write_release(
    root: Path,
    chapter: str,
    learners: Sequence[str],
    secret: bytes,
    course: str,
    out: Path,
    asked: Handout = _PRACTISED,
    *,
    replace: bool = False,
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write ``out/<learner>/<chapter>.ipynb`` for each learner; return the files, and those that were left alone.

    A file that is there and differs may hold somebody's work: it is left alone unless ``replace`` says otherwise.
    Raises NetlearnError for a name that cannot be one, or stands twice; nothing is written then.
    """
    forms = [alike(name) for name in learners]
    if twice := sorted({name for name, form in zip(learners, forms, strict=True) if forms.count(form) > 1}):
        raise NetlearnError(f"learners: {', '.join(twice)} twice; accepted: each once")
    made = {
        out / name / f"{chapter}.ipynb": written(
            release(root, chapter, name, secret, course, attempts=asked.attempts, hand_in=asked.hand_in)
        ).encode()
        for name in learners
    }
    left = tuple(path for path, data in made.items() if not replace and is_worked_in(path, data))
    for path in (path for path in made if path not in left):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[path])
    return tuple(path for path in made if path not in left), left


def left_out(root: Path, chapter: str) -> tuple[str, ...]:
    """Return the items of a chapter that an assessed notebook does not ask."""
    return tuple(item.slug for item in askable(chosen(chapter, (), root))[1])


def is_worked_in(path: Path, data: bytes) -> bool:
    """Say whether something else stands where a notebook would be written."""
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return False
