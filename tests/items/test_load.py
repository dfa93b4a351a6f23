"""The bank is read strictly: what is wrong is named with its file, its field, its value and what is accepted."""

import shutil
from pathlib import Path

import pytest

from netlearn.errors import KnowledgeError
from netlearn.items import generate, load_items, load_objectives
from netlearn.items.bank import current
from tests.items.bank import ROOT

UUID = "5b0b8e0e-6a2f-4c64-9a53-1f6a4f0d3cff"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    shutil.copytree(ROOT, tmp_path / "exercises")
    return tmp_path / "exercises"


def edit(bank: Path, slug: str, old: str, new: str) -> None:
    path = bank / "demo/items" / f"{slug}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def second_version(bank: Path, slug: str, reimplements: str) -> None:
    text = (bank / "demo/items" / f"{slug}.toml").read_text(encoding="utf-8").replace("version = 1", "version = 2")
    head, _, rest = text.partition("\nuuid")
    text = f'{head}\nreimplements = "{reimplements}"\nuuid = "{UUID}"' + rest[rest.index("\n") :]
    (bank / "demo/items" / f"{slug}@2.toml").write_text(text, encoding="utf-8")


def test_the_example_bank_loads_with_every_kind() -> None:
    kinds = {item.kind for item in load_items(ROOT).values()}
    assert kinds == {
        "choice",
        "multiple",
        "quantity",
        "dose",
        "order",
        "place",
        "find-error",
        "classify",
        "resect",
        "board",
        "crisis",
    }


def test_objectives_keep_their_order() -> None:
    assert list(load_objectives(ROOT / "demo")) == ["size", "map", "dose"]


@pytest.mark.parametrize(
    ("slug", "old", "new", "message"),
    [
        ("make-a-type", 'kind = "place"', 'kind = "riddle"', r"kind is 'riddle'; accepted: 'board', 'choice', "),
        ("make-a-type", "version = 1", 'version = "1"', r"version is '1'; accepted: a whole number from 1"),
        ("make-a-type", "version = 1", "version = true", r"version is True; accepted: a whole number"),
        ("make-a-type", 'objective = "map"', 'objective = "mop"', r"objective is 'mop'; accepted: 'size', 'map'"),
        ("make-a-type", "title", "titel", r"titel is 'Make the map'; accepted: the keys "),
        ("make-a-type", "-1f6a4f0d3c06", "-1F6A4F0D3C06", r"uuid is '.*'; accepted: a UUID in lower case"),
        ("make-a-type", 'slug = "make-a-type"', 'slug = "make"', r"slug is 'make'; accepted: the name of its file"),
        ("make-a-type", '"unclassified"', '"IV"', r"wanted is 'IV'; accepted: I, II, III, unclassified"),
        ("share-type-three", '"2-18"]', '"2-99"]', r"option\.II\.evidence is '2-99'; accepted: one that exists"),
        ("share-type-three", "right = true\n", "", r"option is 'no right one'; accepted: at least one with right"),
        ("share-type-three", 'id = "II"', 'id = "I"', r"option.id is 'I'; accepted: ids that stand once"),
        ("share-type-three", 'id = "II"', 'id = "dont-know"', r"option.id is 'dont-know'; accepted: other ids"),
        ("share-type-three", 'text = "Type II"', 'text = ""', r"option\.II\.text is ''; accepted: a text"),
        ("ways-to-destroy", 'dangerous = "E09"', 'dangerous = "E16"', r"dangerous is 'E16'; accepted: .* risk A"),
        ("zone-to-ablate", "size.required_cm", "size.nothing", r"cannot be called .* no attribute 'nothing'"),
        ("zone-to-ablate", "netlearn.clinic.ablation:size.required_cm", "os:getcwd", r"answer.function is 'os:getcwd'"),
        ("zone-to-ablate", 'unit = "cm"', 'unit = "ell"', r"answer.unit is 'ell'; accepted: a unit of netlearn.units"),
        ("zone-to-ablate", "{margin_cm}", "{margin}", r"\{margin\} is not cited here; .* slots: .*, diameter_cm"),
        ("steps-of-a-session", 'then = "count"', 'then = "coumt"', r"before\.0\.then is 'coumt'; accepted: 'image', "),
        ("steps-of-a-session", 'then = "count"', 'then = "image"', r"before is .*; accepted: .* without a circle"),
        ("steps-of-a-session", '"image"\nthen = "count"', '"count"\nthen = "image"', r"step is 'image before count'"),
        ("a-wrong-unit", "wrong = true\n", "", r"span is 'not one wrong'; accepted: exactly one"),
        ("octreotide-for-the-syndrome", 'drug = "octreotide"', 'drug = "aspirin"', r"asked\.0\.drug is 'aspirin'"),
        ("fit-for-radiofrequency", '"rule:*"', '"rule:smal"', r"targets is 'rule:smal'; accepted: patterns of "),
        ("fit-for-radiofrequency", 'table = "rfa"', 'table = "rfb"', r"table is 'rfb'; accepted: 'chemotherapy'"),
        ("one-index-known", '"20.1"', '"20"', r"a case that is decided; it depends on mitoses_per_10hpf"),
        ("one-index-known", '"20.1"', '"101"', r"Ki-67 index \(ki67_percent\): '101' is not accepted"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(bank: Path, slug: str, old: str, new: str, message: str) -> None:
    edit(bank, slug, old, new)
    with pytest.raises(KnowledgeError, match=message):
        load_items(bank)


def test_a_uuid_stands_once_in_the_bank(bank: Path) -> None:
    edit(bank, "make-a-type", "3c06", "3c07")
    with pytest.raises(KnowledgeError, match=r"the uuid '.*3c07' stands twice, in a-wrong-unit@1 and make-a-type@1"):
        load_items(bank)


def test_a_file_that_is_no_toml_is_named(bank: Path) -> None:
    (bank / "demo/items/broken.toml").write_text("slug = ", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"demo/items/broken.toml: cannot be read"):
        load_items(bank)


def test_a_new_version_stands_beside_the_old_one_and_replaces_it(bank: Path) -> None:
    second_version(bank, "make-a-type", "make-a-type@1")
    items = load_items(bank)
    assert {"make-a-type@1", "make-a-type@2"} <= items.keys()
    assert [item.version for item in current(items) if item.slug == "make-a-type"] == [2]


def test_a_second_version_must_say_that_it_replaces_the_first(bank: Path) -> None:
    second_version(bank, "make-a-type", "a-wrong-unit@1")
    with pytest.raises(KnowledgeError, match=r"reimplements is 'a-wrong-unit@1'; accepted: 'make-a-type@1'"):
        load_items(bank)


def test_what_an_item_replaces_must_be_in_the_bank(bank: Path) -> None:
    edit(bank, "make-a-type", "version = 1", 'version = 1\nreimplements = "gone@1"')
    with pytest.raises(KnowledgeError, match=r"make-a-type@1: reimplements is 'gone@1'"):
        load_items(bank)


def test_a_file_is_read_once_and_again_when_it_has_changed(bank: Path) -> None:
    first, again = load_items(bank), load_items(bank, "demo")
    assert all(first[key] is again[key] for key in first)
    edit(bank, "make-a-type", "Make the map", "Make a map of the type")
    changed = load_items(bank)
    assert [key for key in first if changed[key] is not first[key]] == ["make-a-type@1"]
    assert changed["make-a-type@1"].title == "Make a map of the type"


def test_a_variant_is_made_once() -> None:
    item = load_items(ROOT)["make-a-type@1"]
    assert generate(item, "0") is generate(item, "0")
