"""Where the course lies that is checked: the folder whose knowledge this process reads."""

from pathlib import Path

from netlearn import knowledge

KNOWLEDGE = Path("netlearn", "knowledge")
_READ = (
    "netlearn/knowledge/**/*.toml",
    "netlearn/knowledge/**/*.json",
    "book/references.bib",
    "exercises/*/objectives.toml",
    "exercises/*/items/*.toml",
    "exercises/*/tasks/*/task.toml",
    "exercises/*/tasks/**/*.py",
    "exercises/published.json",
    "chapters/*.ipynb",
    "_toc.yml",
)


def knowledge_folder() -> Path:
    """The folder of the knowledge."""
    return Path(str(knowledge.root()))


def course() -> Path:
    """The course's folder, which holds the knowledge, the exercises and the chapters.

    >>> (course() / "_toc.yml").is_file()
    True
    """
    return knowledge_folder().parents[1]


def files() -> tuple[Path, ...]:
    """Every file that the checks read."""
    return tuple(sorted({path for pattern in _READ for path in course().glob(pattern) if path.is_file()}))
