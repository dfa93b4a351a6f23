"""An item, and a chapter's objectives, from what their files say, read strictly."""

import re
import uuid
from collections.abc import Mapping, Sequence

from attrs import frozen

from netlearn import evidence
from netlearn.errors import KnowledgeError, NetlearnError
from netlearn.items.item import GUESS, PRACTICE, Item
from netlearn.items.kinds import kinds
from netlearn.items.reading import FieldReader, fact_or_figure

HEAD = (
    "slug", "uuid", "version", "reimplements", "status", "kind", "objective", "set", "title", "facts", "errata",
    "updates", "hints",
)  # fmt: skip
STATUSES = ("draft", "published")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REFERENCE = re.compile(rf"({SLUG.pattern})@[1-9][0-9]*")


@frozen
class Objective:
    """One bullet of a chapter's "After this chapter you can"."""

    id: str
    text: str
    chapter: str = ""


def read_objectives(reader: FieldReader, chapter: str) -> Mapping[str, Objective]:
    """The objectives of a chapter from their file, by id, in their order."""
    reader.only(("objective",))
    made = [_objective(part, chapter) for part in reader.parts("objective", least=1)]
    reader.unique("objective.id", [each.id for each in made])
    return {each.id: each for each in made}


def _objective(reader: FieldReader, chapter: str) -> Objective:
    reader.only(("id", "text"))
    return Objective(reader.text("id"), reader.text("text"), chapter)


def read_item(reader: FieldReader, stem: str, chapter: str, objectives: Sequence[str]) -> Item:
    """One item from its file, whose name is its slug, with ``@2`` for version 2 and so on."""
    reader = reader.filled()
    kind = reader.word("kind", kinds())
    reader.only((*HEAD, *kinds()[kind].keys))
    version = reader.whole("version")
    slug = read_slug(reader, stem, version)
    own = {key: value for key, value in reader.raw.items() if key not in HEAD}
    try:
        body = kinds()[kind].check(FieldReader(reader.file, own))
    except KnowledgeError:
        raise
    except NetlearnError as refused:
        raise KnowledgeError(f"{reader.file}: {refused}") from None
    return Item(
        slug=slug,
        uuid=read_uuid(reader),
        version=version,
        kind=kind,
        objective=reader.word("objective", objectives),
        set=read_set(reader),
        title=reader.text("title"),
        status=reader.word("status", STATUSES, "draft"),
        reimplements=read_reimplements(reader, slug, version),
        chapter=chapter,
        facts=reader.sources("facts", fact_or_figure),
        errata=reader.sources("errata", evidence.erratum),
        updates=reader.sources("updates", evidence.update),
        hints=reader.texts("hints"),
        body=body,
        raw=reader.raw,
    )


def read_slug(reader: FieldReader, stem: str, version: int) -> str:
    """The slug, which with its version must be the file's name."""
    slug = reader.text("slug")
    if not SLUG.fullmatch(slug):
        reader.refuse("slug", slug, "lower-case words joined by hyphens")
    names = (slug, f"{slug}@1") if version == 1 else (f"{slug}@{version}",)
    if stem not in names:
        reader.refuse("slug", slug, f"the name of its file, {stem!r}, with @version from version 2")
    return slug


def read_set(reader: FieldReader) -> str:
    """The part of its chapter that asks the item; nothing where it waits for the practice at the end."""
    text = reader.text("set", "")
    if text and (not SLUG.fullmatch(text) or text == PRACTICE):
        reader.refuse("set", text, f"lower-case words joined by hyphens, such as {GUESS!r}; not {PRACTICE!r}")
    return text


def read_uuid(reader: FieldReader) -> str:
    """The UUID in its usual spelling."""
    text = reader.text("uuid")
    try:
        good = str(uuid.UUID(text)) == text
    except ValueError:
        good = False
    return text if good else reader.refuse("uuid", text, "a UUID in lower case with hyphens")


def read_reimplements(reader: FieldReader, slug: str, version: int) -> str:
    """What the item replaces; from version 2 on it is an earlier version of itself."""
    text = reader.text("reimplements", "")
    if text and not REFERENCE.fullmatch(text):
        reader.refuse("reimplements", text, "'' or 'slug@version'")
    if version > 1 and text != f"{slug}@{version - 1}":
        reader.refuse("reimplements", text, f"'{slug}@{version - 1}', the version before")
    return text
