"""A case taken to another edition: kept, mapped where that is declared, else unknown and said."""

from itertools import product

import pytest

from netlearn.decision import load
from netlearn.decision.carry import carry
from netlearn.decision.load import editions_of

BOTH = ("review-2012", "2026")


@pytest.mark.parametrize(("before", "after"), [BOTH, BOTH[::-1]])
def test_what_both_editions_ask_is_kept_without_a_word(before, after):
    case = {"largest_diameter_cm": 3.1, "lesion_count": 4, "lobes_involved": "right", "resectable": False}
    found = carry("rfa", case, before, after)
    assert (found.values, found.notes) == (case, ())


def test_an_input_of_another_name_is_carried_and_said():
    there = carry("grade", {"mitoses_per_10hpf": 3}, *BOTH)
    back = carry("grade", there.values, *BOTH[::-1])
    assert back.values == {"mitoses_per_10hpf": 3}
    assert "mitoses per 2\xa0mm²" in there.notes[0] and there.notes[0].startswith("2026 asks")


def test_a_part_becomes_the_whole_and_a_whole_of_several_parts_is_unknown():
    assert carry("resection", {"grade": "NET G3"}, *BOTH[::-1]).values == {"grade": "G3"}
    divided = carry("resection", {"grade": "not-G3"}, *BOTH)
    assert divided.values == {}
    assert divided.notes == ("2026 asks for the grade more precisely; it is set to “not known”.",)


def test_a_value_that_the_other_edition_does_not_have_is_unknown_and_said():
    newer = set(load("targeted", "2026").input("drug").values) - set(load("targeted").input("drug").values)
    found = carry("targeted", {"drug": sorted(newer)[0]}, *BOTH[::-1])
    assert "drug" not in found.values
    assert "2012 does not know" in found.notes[0]


def test_what_only_one_edition_asks_is_left_out():
    assert carry("rfa", {"modality": "microwave"}, *BOTH[::-1]).values == {}


@pytest.mark.parametrize("table", ["grade", "resection", "rfa", "ssa", "prrt", "targeted"])
def test_a_case_in_the_words_of_the_new_edition_stays_as_it_is(table):
    old, new = (load(table, edition) for edition in editions_of(table))
    there = {i.name: i.witness(i.split(new.splits_of(i.name))[-1]) for i in new.inputs}
    assert dict(carry(table, there, old.edition, new.edition).values) == there


def test_every_value_of_every_input_goes_both_ways_and_is_accepted():
    for table, (before, after) in product(("grade", "resection", "ssa", "prrt", "targeted"), (BOTH, BOTH[::-1])):
        old, new = load(table, before), load(table, after)
        for asked in old.inputs:
            for cell in asked.split(old.splits_of(asked.name)):
                carried = carry(table, {asked.name: asked.witness(cell)}, before, after).values
                assert all(new.input(name).parse(value) == value for name, value in carried.items())
