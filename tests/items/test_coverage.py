"""Which items ask which objective and which rule."""

from netlearn.items import load_items, load_objectives
from netlearn.items.coverage import by_objective, by_rule
from netlearn.items.item import Item
from netlearn.items.kinds.classify import asks, check
from netlearn.items.reading import FieldReader
from tests.items.bank import ROOT, items


def asking(table: str, clause: str, edition: str = "review-2012") -> list[str]:
    rows = by_rule(load_items(ROOT).values())
    return next(r["items"] for r in rows if (r["table"], r["edition"], r["clause"]) == (table, edition, clause))  # type: ignore[return-value]


def test_each_objective_lists_its_items_and_whether_they_are_enough() -> None:
    rows = by_objective(load_objectives(ROOT / "demo").values(), items().values())
    assert [(row["objective"], len(row["items"]), row["enough"]) for row in rows] == [  # type: ignore[arg-type]
        ("size", 5, True),
        ("map", 7, True),
        ("dose", 2, False),
    ]


def test_a_classify_item_asks_the_rules_of_its_targets() -> None:
    assert asking("rfa", "rule:small") == ["fit-for-radiofrequency@1"]
    assert asking("rfa", "rule:small", "2026") == []


def test_a_fixed_case_asks_the_rules_that_decide_it() -> None:
    assert asking("grade", "rule:many-mitoses") == ["one-index-known@1"]
    assert asking("grade", "rule:neither") == []


def test_thresholds_are_a_row_of_their_own() -> None:
    assert asking("rfa", "thresholds") == ["fit-for-radiofrequency@1"]


def test_a_place_item_asks_the_rules_that_give_its_types() -> None:
    assert asking("liver-involvement", "rule:dominant") == ["make-a-type@1"]


def test_debulking_asks_the_rules_on_both_sides_of_its_limit() -> None:
    assert asking("cytoreduction", "rule:most-removable") == ["enough-of-the-tumour@1"]
    assert asking("cytoreduction", "rule:none") == ["enough-of-the-tumour@1"]
    assert asking("cytoreduction", "rule:young") == []


def test_patients_ask_the_rules_and_the_silences_that_answer_them() -> None:
    found = asks(
        Item("p", "", 1, "classify", "", "", body=check(FieldReader("p.toml", {"table": "rfa", "patients": ["*"]})))
    )
    assert ("rfa", "review-2012", "silent:many-one-lobe") in found
    assert ("rfa", "review-2012", "rule:many-bilobar") in found


def test_a_dose_item_asks_the_rules_that_accept_what_it_asks_for() -> None:
    assert asking("dose-check", "rule:syndrome") == ["octreotide-for-the-syndrome@1"]
    assert asking("dose-check", "rule:crisis") == []
