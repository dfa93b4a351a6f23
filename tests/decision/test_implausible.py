"""What nobody would meet: decided like any case, never drawn for a question, never offered as a change."""

from fractions import Fraction
from typing import Any

import pytest

import netlearn as nl
from netlearn.decision.deciding import decide_by
from netlearn.decision.diagram import compile_table
from netlearn.decision.load import build, load, names
from netlearn.decision.proof import prove_table
from netlearn.decision.table import Table
from netlearn.editions import edition_ids
from netlearn.errors import KnowledgeError
from netlearn.items.generators import case_for
from netlearn.items.targets import targets

RAW: dict[str, Any] = {
    "table": "demo",
    "edition": "2026",
    "title": "Demo",
    "question": "Is it?",
    "inputs": {"share": {"number": "[0..100]"}, "elsewhere": "boolean"},
    "verdicts": {"yes": {}, "no": {}},
    "rules": {
        "much": {"when": {"share": "> 50"}, "verdict": "yes", "because": "Much."},
        "little": {"when": {"share": "<= 50"}, "verdict": "no", "because": "Little."},
    },
    "implausible": {"full": {"when": {"share": "> 75", "elsewhere": "true"}, "because": "Full, and elsewhere."}},
}
MARKED = [(table, e) for e in edition_ids() for table in names(e) if load(table, e).implausible]


def table(**changed: Any) -> Table:
    return build({**RAW, **changed}, "tables/2026/demo.toml")


def test_it_is_decided_as_before() -> None:
    made = table()
    given = {"share": 79, "elsewhere": True}

    assert decide_by(made, compile_table(made), given).verdict == "yes"


def test_it_is_part_of_no_answer() -> None:
    proofs = [prove_table(made, compile_table(made)) for made in (table(), table(implausible={}))]

    assert proofs[0].boundaries == proofs[1].boundaries


@pytest.mark.parametrize(("share", "offered"), [(60, True), (75, True), (76, False)])
def test_a_change_that_makes_it_is_not_offered(share: int, offered: bool) -> None:
    rules = {
        "away": {"when": {"elsewhere": "true"}, "verdict": "no", "because": "Elsewhere."},
        "here": {"when": {"elsewhere": "false"}, "verdict": "yes", "because": "Here."},
    }
    made = table(rules=rules)
    found = decide_by(made, compile_table(made), {"share": share, "elsewhere": False}).flips()

    assert bool(found) is offered


def test_a_way_out_of_it_is_offered() -> None:
    made = table()
    found = decide_by(made, compile_table(made), {"share": 79, "elsewhere": True}).flips()

    assert [(flip.input, flip.set) for flip in found] == [("share", Fraction(50))]


@pytest.mark.parametrize(
    ("implausible", "unreachable"),
    [
        ({"full": {"when": {"share": "> 75"}}}, ()),
        ({"never": {"when": {"share": "> 75", "elsewhere": "false"}}}, ("never",)),
        ({"all": {"when": {"share": "> 50"}}}, ("much",)),
    ],
)
def test_a_proof_names_what_never_holds_and_a_rule_that_could_never_be_asked(
    implausible: dict[str, Any], unreachable: tuple[str, ...]
) -> None:
    made = table(implausible=implausible, impossible={"home": {"when": {"share": "> 75", "elsewhere": "false"}}})

    assert prove_table(made, compile_table(made)).unreachable == unreachable


def test_it_names_inputs_that_exist() -> None:
    with pytest.raises(KnowledgeError, match="colour"):
        table(implausible={"odd": {"when": {"colour": "true"}}})


def test_its_name_stands_once() -> None:
    with pytest.raises(KnowledgeError, match="much stands twice"):
        table(implausible={"much": {"when": {"share": "> 75"}}})


def test_a_table_that_works_its_inputs_out_takes_none() -> None:
    with pytest.raises(KnowledgeError, match="implausible"):
        table(derivation="netlearn.clinic.liver")


def test_some_table_of_each_edition_has_some() -> None:
    assert {edition for _, edition in MARKED} == set(edition_ids())


@pytest.mark.parametrize(("name", "edition"), MARKED)
def test_none_is_drawn(name: str, edition: str) -> None:
    odd = load(name, edition).implausible
    drawn = [case_for(name, edition, target, str(seed)) for target in targets(name, edition) for seed in range(3)]

    for case in drawn:
        for clause in odd:
            assert not all(key in case and test.accepts(case[key]) for key, test in clause.when.items()), clause.id


def test_a_liver_that_is_mostly_tumour_is_not_said_to_be_spared() -> None:
    given = {"resectable": False, "liver_involvement_percent": 79, "liver_predominant": True}

    assert "liver_predominant" not in {f.input for f in nl.decide("embolisation", "2026", **given).flips()}
