"""A course folder that nbgrader distributes and collects: ``source/``, ``release/`` and its configuration.

The learners' notebooks are copied byte for byte and hold none of nbgrader's cell metadata: releasing, fetching,
submitting and collecting need none, and grading is not nbgrader's work here.
"""

import shlex
from collections.abc import Iterable
from pathlib import Path

from netlearn.errors import NetlearnError
from netlearn.grader.submission import read
from netlearn.handout.copies import is_worked_in

__all__ = ["write_release"]

_CONFIG = '''"""nbgrader for this course: it releases, collects and carries feedback; netlearn grades. In this order:

{commands}
"""

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = {course!r}
'''
_COMMANDS = """    nbgrader release_assignment {chapter}
    nbgrader collect {chapter}"""
_GRADE = """    netlearn grade submitted --out netlearn-grades.csv --exercises {exercises}
    netlearn gradebook netlearn-grades/records.jsonl --course {course}
    netlearn nbgrader-feedback netlearn-grades/records.jsonl
    nbgrader export"""
_FEEDBACK = """    nbgrader release_feedback {chapter}"""


def write_release(
    folder: Path, notebooks: Iterable[Path], course: str = "netlearn", exercises: Path = Path("exercises")
) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Lay out the course folder; return the chapters, which are nbgrader's assignments, and files that were left alone.

    What is there already and differs stays as it is: somebody has edited it. Raises NetlearnError for a file that is
    no learner's notebook, for one that has answers in it, and for two of one chapter; nothing is written then.
    """
    chapters: dict[str, Path] = {}
    for path in notebooks:
        chapter = _chapter(path)
        if chapter in chapters:
            raise NetlearnError(f"{path}: {chapters[chapter]} is of the chapter {chapter} too; accepted: one of each")
        chapters[chapter] = path
    left: list[Path] = []
    for chapter, path in chapters.items():
        for part in ("source", "release"):
            place, data = folder / part / chapter / f"{chapter}.ipynb", path.read_bytes()
            if is_worked_in(place, data):
                left.append(place)
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    config = folder / "nbgrader_config.py"
    if chapters and not config.exists():
        config.write_text(_config(tuple(chapters), course, exercises), encoding="utf-8")
    return tuple(chapters), tuple(left)


def _config(chapters: tuple[str, ...], course: str, exercises: Path) -> str:
    """Return nbgrader's configuration, headed by the commands of this course as they are typed."""
    collect = [_COMMANDS.format(chapter=chapter) for chapter in chapters]
    quoted = shlex.quote(str(exercises.resolve()))
    feedback = [_FEEDBACK.format(chapter=chapter) for chapter in chapters]
    commands = "\n".join([*collect, _GRADE.format(exercises=quoted, course=shlex.quote(course)), *feedback])
    return _CONFIG.format(commands=commands, course=course)


def _chapter(path: Path) -> str:
    """Return the chapter of a learner's notebook that nobody has worked in."""
    notebook = read(path, path.parent)
    if notebook.unreadable:
        raise NetlearnError(f"{path}: {notebook.unreadable}; accepted: a learner's notebook")
    if notebook.answers:
        raise NetlearnError(f"{path}: it has answers in it; accepted: the notebook as it was generated")
    if Path(notebook.chapter).name != notebook.chapter or notebook.chapter in ("", ".."):
        raise NetlearnError(f"{path}: {notebook.chapter!r} is no chapter; accepted: a name such as '02-significance'")
    return notebook.chapter
