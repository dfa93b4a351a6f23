"""The case library: synthetic patients with a story and the questions asked about them, from ``knowledge/cases``.

What is known of a patient is written once and goes to every table, of whichever edition, that asks it;
a table's own inputs, such as the drug, stand beside the question.
The answers stand in the file as a person typed them, so that a changed rule shows up as a changed case;
:func:`answer` says in the same words what the tables answer now, and the tests compare the two.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from netlearn import knowledge, prose
from netlearn.clinic.asking import asking
from netlearn.clinic.states import AT, told_apart
from netlearn.decision import Decision, decide, load, names
from netlearn.decision.case import keywords
from netlearn.decision.deciding import parse
from netlearn.decision.diagram import compiled
from netlearn.decision.load import editions_of
from netlearn.decision.restrict import restrict
from netlearn.editions import edition_entry, edition_ids
from netlearn.errors import InputError, KnowledgeError, quoted
from netlearn.naming import one_of

FOLDER = "cases"
NO_TABLE = "no table"  # the answer of an edition that does not have the table
KINDS = {"not-stated": "silent", "conflict": "conflict", "undetermined": "undetermined"}  # by status of a decision
_HEAD = ("slug", "title", "story", "question", "known", "unknown", "prior", "asked", prose.PLAIN)
_ASKED = ("table", "when", "given", "why", "facts", "figures")  # what `why` prints; and an answer for each edition
Given = Mapping[str, Any]


@frozen
class Asked:
    """One question put to one table: what it is given and what it answers, both by edition.

    An answer is a verdict, or ``silent: …`` or ``conflict: …`` with the clauses that declare it, or
    ``undetermined: …`` with the verdicts still open, or ``refused: …`` with the inputs that the edition refuses,
    or ``no table`` where the edition does not ask the question at all. An edition that follows another may be left
    out of the file: it answers as the one before, or has no table.
    ``when`` tells the moments of one patient apart; ``why`` says what there is to learn. Either may be empty.
    """

    table: str
    given: Mapping[str, Given]
    answers: Mapping[str, str]
    when: str = ""
    why: str = ""

    @property
    def differs(self) -> bool:
        """Whether the editions answer differently; which clause is silent, or a finer verdict, makes no difference.

        >>> [(asked.table, asked.differs) for asked in case("terminal-ileum-type-2").asked][:3]
        [('liver-involvement', False), ('resection', False), ('cytoreduction', True)]
        """
        return len({_comparable(self.table, edition, self.answers[edition]) for edition in edition_ids()}) > 1


@frozen
class Patient:
    """One synthetic patient, or one state of a patient: ``vera@3.1``.

    ``story`` has one sentence a line; ``known`` is what it says as inputs of the tables, ``unknown`` names the inputs
    of which it says that nobody knows them. ``prior`` names what was given before, the first first, and is known too.
    """

    slug: str
    title: str
    story: str
    question: str
    known: Given
    asked: tuple[Asked, ...]
    unknown: tuple[str, ...] = ()
    prior: tuple[str, ...] = ()

    @property
    def person(self) -> str:
        """The patient whose state it is: the name of the file.

        >>> case("vera@3.1").person
        'vera'
        """
        return self.slug.partition(AT)[0]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The story, sentence by sentence."""
        return tuple(self.story.splitlines())


@cache
def cases() -> Mapping[str, Patient]:
    """Every case by its slug, in alphabetical order.

    >>> len(cases()) >= 24
    True
    """
    files = knowledge.names(FOLDER)
    return MappingProxyType({one.slug: one for file in files for one in read_file(knowledge.load(file), file)})


def read_file(raw: Mapping[str, Any], file: str) -> tuple[Patient, ...]:
    """The patient of a file, or each state of one in turn. Raises KnowledgeError naming the file and the field."""
    return tuple(read_case(each, file) for each in told_apart(raw, file))


def case(slug: str) -> Patient:
    """The case of that slug. Raises InputError when there is none.

    >>> case("terminal-ileum-type-2").question
    'What place has surgery now?'
    """
    if not isinstance(slug, str) or slug not in cases():
        raise InputError("case", slug, one_of(slug, cases()))
    return cases()[slug]


def answer(table: str, edition: str, given: Given) -> str:
    """What a table of an edition answers now, in the words of a case file.

    >>> answer("grade", "review-2012", {"ki67_percent": 21})
    'G3'
    >>> answer("grade", "2026", {"ki67_percent": 21, "differentiation": "moderate", "morphology": "none"})
    'silent: moderate'
    >>> answer("targeted", "review-2012", {"drug": "cabozantinib"})
    'refused: drug'
    >>> answer("telotristat", "review-2012", {})
    'no table'
    """
    if table not in names(edition) and table in _every_table():
        return NO_TABLE
    try:
        found = decide(table, edition, **given)
    except InputError as refused:
        return f"refused: {refused.field}"
    if found.verdict is not None:
        return found.verdict
    open_ = found.possible if found.status == "undetermined" else _clauses(found)
    return f"{KINDS[found.status]}: {' | '.join(open_)}"


def _clauses(found: Decision) -> tuple[str, ...]:
    """The clauses that declare a silence or a conflict: those of every completion of the case, joined by a comma.

    Where no clause holds in every completion each is listed for itself.
    """
    told, diagram = parse(found.table, found.edition, found.given), compiled(found.table, found.edition)
    ends = restrict(diagram, told.cells(diagram)).terminals
    each = [set(end.conflicts if end.status == "conflict" else end.silent) for end in ends]
    common = set.intersection(*each)
    ids = [c.id for c in told.table.clauses if c.id in (common or set.union(*each))]
    return (", ".join(ids),) if common else tuple(ids)


def _comparable(table: str, edition: str, said: str) -> str:
    kind, _, names = said.partition(": ")
    if kind in ("silent", "conflict", "refused", NO_TABLE):
        return kind
    verdicts = load(table, edition).verdicts
    merged = {verdicts[v].was or v for v in (names or kind).split(" | ")}
    return f"{kind if names else ''}: {' | '.join(sorted(merged))}"


def read_case(raw: Mapping[str, Any], file: str) -> Patient:
    """A case from its parsed TOML. Raises KnowledgeError naming the file and the field."""
    _only(raw, _HEAD, file, "")
    for field in ("slug", "title", "story", "question"):
        _text(raw, field, file, "")
    listed = raw.get("asked")
    if not isinstance(listed, list) or not listed or not all(isinstance(one, dict) for one in listed):
        raise KnowledgeError(f"{file}: asked is {quoted(listed)}; accepted: at least one [[asked]]")
    if f"{FOLDER}/{raw['slug'].partition(AT)[0]}.toml" != file:
        raise KnowledgeError(f"{file}: slug is {raw['slug']!r}; accepted: the name of the file")
    prior = tuple(raw.get("prior", ()))
    known = _with_prior(_mapping(raw, "known", file, ""), prior, file)
    raw = prose.filled(raw, f"{file}: case")
    at = raw["slug"].partition(AT)[2]
    where = f"at {at}: asked" if at else "asked"
    asked = tuple(_asked(one, known, file, f"{where}[{n}].") for n, one in enumerate(raw["asked"], 1))
    unknown = tuple(raw.get("unknown", ()))
    for name in (*known, *unknown):
        if name not in _every_input():
            raise KnowledgeError(f"{file}: {'known' if name in known else 'unknown'}.{name} is an input of no table")
    told = (raw["slug"], raw["title"], raw["story"].strip(), raw["question"])
    return Patient(*told, MappingProxyType(dict(known)), asked, unknown, prior)


def _with_prior(known: Given, prior: tuple[str, ...], file: str) -> Given:
    """What is known, with what the treatments given before say. Raises KnowledgeError where the two do not agree."""
    try:
        asking().prior.named(prior)
    except InputError as refused:
        raise KnowledgeError(f"{file}: {refused}") from None
    says = asking().prior.says(prior)
    for name, value in says.items():
        if known.get(name, value) != value:
            raise KnowledgeError(f"{file}: known.{name} is {known[name]!r}; accepted: {value!r}, as prior says")
    return {**known, **says}


@cache
def _every_table() -> tuple[str, ...]:
    """Every table of every edition, by name."""
    return tuple(sorted({table for edition in edition_ids() for table in names(edition)}))


@cache
def _every_input() -> frozenset[str]:
    """Every name that some table of some edition asks."""
    return frozenset(n for edition in edition_ids() for table in names(edition) for n in keywords(load(table, edition)))


def _asked(raw: Mapping[str, Any], known: Given, file: str, where: str) -> Asked:
    _only(raw, (*_ASKED, *edition_ids()), file, where)
    for field in ("table", edition_ids()[0], *({*edition_ids(), "when", "why"} & raw.keys())):
        _text(raw, field, file, where)
    table = raw["table"]
    if table not in _every_table():
        raise KnowledgeError(f"{file}: {where}table is {table!r}; accepted: {', '.join(_every_table())}")
    given = _by_edition(table, known, _mapping(raw, "given", file, where), file, where)
    answers: dict[str, str] = {}
    for edition in edition_ids():
        answers[edition] = _answered(raw, table, edition, answers)
        _check_answer(table, edition, answers[edition], f"{file}: {where}{edition}")
    return Asked(table, given, MappingProxyType(answers), raw.get("when", ""), raw.get("why", ""))


def _answered(raw: Mapping[str, Any], table: str, edition: str, earlier: Mapping[str, str]) -> str:
    """What the file says of an edition; one left out answers as that before it, which ``netlearn check`` compares."""
    if edition in raw:
        return str(raw[edition])
    return earlier[edition_entry(edition).follows] if table in names(edition) else NO_TABLE


def _by_edition(table: str, known: Given, own: Given, file: str, where: str) -> Mapping[str, Given]:
    """What each edition is given: of all that is known, what its table asks; of its own, nothing may be unknown."""
    there = editions_of(table)
    accepted = {edition: keywords(load(table, edition)) if edition in there else () for edition in edition_ids()}
    for name in own:
        if not any(name in each for each in accepted.values()):
            listed = ", ".join(dict.fromkeys(n for each in accepted.values() for n in each))
            raise KnowledgeError(f"{file}: {where}given.{name} is not an input of {table!r}; accepted: {listed}")
    case = {**known, **own}
    return {edition: {name: case[name] for name in case if name in each} for edition, each in accepted.items()}


def _check_answer(name: str, edition: str, said: str, where: str) -> None:
    """That an answer is a verdict, or a kind of answer followed by things of that kind that exist."""
    if name not in names(edition):
        if said != NO_TABLE:
            raise KnowledgeError(f"{where} is {said!r}; accepted: {NO_TABLE}, as the edition does not have {name!r}")
        return
    table = load(name, edition)
    kind, _, rest = said.partition(": ")
    accepted: Mapping[str, tuple[str, ...]] = {
        "silent": tuple(c.id for c in table.silent),
        "conflict": tuple(c.id for c in table.conflicts),
        "undetermined": tuple(table.verdicts),
        "refused": keywords(table),
    }
    named = rest.replace(" | ", ", ").split(", ") if rest else [said]
    if not set(named) <= set(accepted.get(kind, ()) if rest else table.verdicts):
        kinds = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in accepted.items() if names)
        raise KnowledgeError(f"{where} is {said!r}; accepted: {', '.join(table.verdicts)}; {kinds}")


def _only(raw: Mapping[str, Any], accepted: tuple[str, ...], file: str, where: str) -> None:
    for key in raw:
        if key not in accepted:
            raise KnowledgeError(f"{file}: {where}{key} is not a known key; accepted: {', '.join(accepted)}")


def _text(raw: Mapping[str, Any], field: str, file: str, where: str) -> None:
    if not isinstance(raw.get(field), str) or not raw[field].strip():
        raise KnowledgeError(f"{file}: {where}{field} is {raw.get(field)!r}; accepted: a text")


def _mapping(raw: Mapping[str, Any], field: str, file: str, where: str) -> Given:
    found = raw.get(field, {})
    if not isinstance(found, Mapping):
        raise KnowledgeError(f"{file}: {where}{field} is {found!r}; accepted: a table of inputs")
    return found
