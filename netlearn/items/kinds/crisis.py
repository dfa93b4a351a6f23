"""A run of the crisis room, to be taken to safety: judged by an edition; what is dangerous earns nothing."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, permutations

from attrs import evolve

from netlearn.clinic.crisis import Action, RunOutcome, Step, judge
from netlearn.clinic.crisis.exporting import ROOM, cards, export
from netlearn.clinic.crisis.judging import presses, read_actions
from netlearn.clinic.crisis.load import VASOPRESSOR, gives, kinds, moves
from netlearn.clinic.crisis.records import STANDINGS, Cited
from netlearn.clinic.crisis.scenes import CAUSES, Scene, scenes
from netlearn.clinic.crisis.summing import points
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for, graded, refuse, variant
from netlearn.items.item import Body, Item
from netlearn.items.kind import Candidates, ItemKind
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant
from netlearn.items.wording import capital
from netlearn.words import say

KEYS = ("stems", "given", "edition", "scenes")
ACCEPTED = 'what is done, one after another, such as "call-senior-help; octreotide 300 microgram IV; wait"'
MOST = 40  # actions that an answer may have
_TOLD = ("harmful", "wrong", "late", "insufficient-alone")  # of the steps, what feedback speaks of
_LEFT = ("missing", "order")  # of a summary's points, what it speaks of besides


def check(reader: FieldReader) -> Body:
    """The body of a crisis item: the scenes that it draws from, each with an example that is safe in the edition."""
    edition = check_edition(reader)
    named = reader.texts("scenes", least=1)
    for each in named:
        if each not in scenes():
            reader.refuse("scenes", each, ", ".join(scenes()))
        outcome = judge(scenes()[each].example, edition, each)
        if not (outcome.complete and outcome.stable):
            reader.refuse("scenes", each, f"a scene whose example is safe by the edition {edition!r}")
    body = {"edition": edition, "stems": reader.texts("stems", least=1), "given": reader.texts("given")}
    return {**body, "scenes": named}


def generate(item: Item, seed: str) -> Variant:
    """A variant: one of the scenes, what is known beforehand, and one of the stems."""
    draw = draw_for(item, seed)
    scene, stem = scenes()[draw.pick(item.body["scenes"])], draw.pick(item.body["stems"])
    made = variant(item, seed, f"{scene.opening} {stem}", ACCEPTED, scene=scene.id, truth=scene.truth)
    return evolve(made, given=(*scene.known, *made.given))


def _scene(variant: Variant) -> Scene:
    return scenes()[variant["scene"]]


def _is_offered(action: Action, scene: Scene) -> bool:
    """Whether an action can be done in a scene; what looking finds is no action, and some make no sense there."""
    found = [f"{cause}-found" for cause in CAUSES]
    return action.name not in (*found, *scene.without)


def parse(variant: Variant, answer: object) -> list[str]:
    """The actions as lines. Raises InputError for what is no action of this scene, for none, and for very many."""
    listed = answer.replace("\n", ";").split(";") if isinstance(answer, str) else answer
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise refuse(answer, ACCEPTED)
    actions = read_actions([each for each in listed if each.strip()])
    if not 0 < len(actions) <= MOST:
        raise refuse(answer, f"{ACCEPTED}; at most {MOST}")
    for action in actions:
        if not _is_offered(action, _scene(variant)):
            raise InputError("action", action.name, "what can be done in this scene")
    return [" ".join(str(action).split()) for action in actions]


def grade(variant: Variant, answer: Sequence[str]) -> Grade:
    """The credit of the edition, half of it where the pressure is not restored; nothing where it is dangerous."""
    outcome = judge(answer, variant.edition, variant["scene"])
    dangerous = _is_dangerous(outcome)
    score = Fraction(0) if dangerous else outcome.credit if outcome.stable else outcome.credit / 2
    told = sorted((s for s in outcome.steps if s.standing in _TOLD), key=lambda s: STANDINGS.index(s.standing))
    left: list[Cited] = [*outcome.missing, *outcome.out_of_order]
    cited: list[Cited] = [*(step.judgement for step in told), *left] or [step.judgement for step in outcome.steps]
    return graded(
        score,
        [*map(_of_step, told), *_of_rest(outcome), variant["truth"]],
        [id for each in cited for id in each.evidence],
        errata=[caution.id for caution in outcome.cautions],
        dangerous=dangerous,
    )


def _is_dangerous(outcome: RunOutcome) -> bool:
    """A step that harms, a vasopressor that is owed and missing, or a low pressure left without one."""
    harm = any(step.verdict == "harmful" and step.scored for step in outcome.steps)
    withheld = any(presses(aim) for aim in outcome.missing)
    return harm or withheld or (not outcome.stable and VASOPRESSOR not in outcome.end.given)


def _of_step(step: Step) -> str:
    word = say("crisis", step.standing)
    return f"{capital(moves()[step.move].label)}, minute {step.before.minute}: {word}. {step.because}"


def _of_rest(outcome: RunOutcome) -> Iterator[str]:
    yield from (f"{say('crisis', key)}: {text}" for key, text in points(outcome) if key in _LEFT)
    if not outcome.stable:
        yield say("crisis", "low")


def candidates(variant: Variant) -> Candidates:
    """The scene's example; the same without help; without a vasopressor, and after a thousandfold dose; no actions."""
    example = list(_scene(variant).example)
    slip = "octreotide 300 mg IV"
    without = [line for line in example if not gives(Action(line).move, VASOPRESSOR)]
    others = [f"octreotide {dose}" for dose in ("300 microgram IV", "300 microgram SC", "0.1 mg IV", "2 mg/h infusion")]
    return Candidates(
        right=[example, [*example, "wait"], "; ".join(example)],
        partly=[[line for line in [*example, "wait"] if line != "call-senior-help"]],
        wrong=[[slip, *example], ["wait", "wait"], [*without, "wait"] if _needs_one(variant) else ["wait"]],
        unread=[["dance"], [*example, "octreotide 300 ml IV"], ["bleeding-found"], ["octreotide 300"], [3], {"a": 1}],
        others=[
            *map(list, islice(permutations(example), 12)),
            *([line, *example] for line in [*others, "calcium", "stop-own-analogue"] if _may(line, variant)),
            *([*example[:n], "wait"] for n in range(len(example))),
        ],
    )


def _needs_one(variant: Variant) -> bool:
    """Whether the scene cannot be taken to safety without a vasopressor: in a crisis, and in anaphylaxis."""
    return _scene(variant).cause in ("", "anaphylaxis")


def _may(line: str, variant: Variant) -> bool:
    return _is_offered(read_actions([line])[0], _scene(variant))


def words(variant: Variant, answer: Sequence[str]) -> str:
    """The actions, one after another, as labels."""
    return "; ".join(_label(action, _scene(variant)) for action in read_actions(list(answer)))


def _label(action: Action, scene: Scene) -> str:
    label = action.kind.label if action.name != "stop-manipulation" else scene.stop or action.kind.label
    told = [str(part) for part in (action.dose, action.route) if part is not None]
    return " ".join([label.split(", by")[0], *told]) if told else label


def offered(variant: Variant) -> list[str]:
    """What can be done in the scene."""
    scene = _scene(variant)
    actions = (Action(id) for id in kinds())
    return [_label(action, scene) for action in actions if _is_offered(action, scene)]


KIND = ItemKind(
    KEYS,
    check,
    generate,
    parse,
    grade,
    candidates,
    words,
    lms="a run cannot be played",
    offered=offered,
    data=ROOM,
    scripts=("crisis.js", "crisis-exercise.js"),
    named=lambda: ([id for id in cards()["facts"] if id not in export()["updates"]], list(export()["cautions"])),
)
