"""A new fact, and a new decision table."""

import re
from pathlib import Path

from netlearn import evidence
from netlearn.editions import edition_ids, newest_edition
from netlearn.errors import InputError
from netlearn.new.files import TODO, slug, write

_FACT = """
[[fact]]
id = "{id}"
kind = "rule"
claim = "{todo}: the claim in your own words."
population = "{todo}: who was studied"
topic = "{todo}"
weight = "core"
checked = "as-printed"
"""
_TABLE = """table = "{name}"
edition = "{edition}"
title = "{todo}: a title"
question = "{todo}: what is asked of one patient?"
purpose = "{todo}: what for"
reviewed = "{month}"
sign_off = "{todo}: who is to sign it"

[inputs]
first_condition = {{ boolean = true, label = "{todo}: what is asked" }}

[verdicts]
option = {{ label = "An option", tone = "suitable" }}

[rules.option]
when = {{ first_condition = "true" }}
verdict = "option"
facts = ["{fact}"]
because = "{todo}: one plain sentence."

[silent.other]
when = {{ first_condition = "false" }}
facts = ["{fact}"]
because = "{todo}: why no rule covers these patients."
"""


def new_fact(root: Path, section: str) -> Path:
    """Add a fact with the next free id to its section's file, and return the file; ``root`` is the course's folder.

    Raises InputError for a section that the review does not have.
    """
    path = root / "netlearn" / "knowledge" / "evidence" / f"{section}.toml"
    if section not in evidence.sections() or not path.is_file():
        raise InputError("section", section, ", ".join(evidence.sections()))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.rstrip("\n") + "\n" + _FACT.format(id=next_id(section, text), todo=TODO), encoding="utf-8")
    return path


def next_id(section: str, text: str) -> str:
    """The id after the highest of a file's facts: an id is never used again.

    >>> next_id("3.3", 'id = "3.3-01"' + chr(10) + 'id = "3.3-09"')
    '3.3-10'
    """
    numbers = [int(found) for found in re.findall(rf'(?m)^id = "{re.escape(section)}-(\d+)"', text)]
    return f"{section}-{max(numbers, default=0) + 1:02}"


def new_table(root: Path, name: str, edition: str, fact: str, month: str) -> Path:
    """Write a table with one input, one rule and one silence, and return its file; ``fact`` is what the rule rests on.

    Raises InputError for a name, edition or fact that is not accepted, and NetlearnError for a name that is taken.
    """
    slug("table", name)
    edition = edition or newest_edition()
    if edition not in edition_ids():
        raise InputError("edition", edition, ", ".join(edition_ids()))
    evidence.fact(fact)
    text = _TABLE.format(name=name, edition=edition, fact=fact, month=month, todo=TODO)
    return write(root / "netlearn" / "knowledge" / "tables" / edition / f"{name}.toml", text)
