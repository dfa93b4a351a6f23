"""Writing what is new: nothing that is there already is written over."""

import re
from pathlib import Path

from netlearn.errors import InputError, NetlearnError

TODO = "TODO"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug(field: str, text: str) -> str:
    """A name of lower-case words.

    Raises InputError for any other.

    >>> slug("slug", "two-denominators")
    'two-denominators'
    """
    if not SLUG.fullmatch(text):
        raise InputError(field, text, "lower-case words joined by hyphens")
    return text


def write(path: Path, text: str) -> Path:
    """Write a file that is not there yet, and its folder. Raises NetlearnError where there is one."""
    if path.exists():
        raise NetlearnError(f"{path} is there already; accepted: a name that is free")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def replaced(text: str, **lines: str) -> str:
    """A TOML text with the values of top-level keys replaced; a key that is not there is left out.

    >>> replaced('slug = "a"\\ntitle = "b"\\n[part]\\ntitle = "c"\\n', title="d")
    'slug = "a"\\ntitle = "d"\\n[part]\\ntitle = "c"\\n'
    """
    head, bracket, parts = text.partition("\n[")
    for key, value in lines.items():
        head = re.sub(rf"(?m)^{key} = .*$", f'{key} = "{value}"', head, count=1)
    return head + bracket + parts
