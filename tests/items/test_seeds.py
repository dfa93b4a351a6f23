"""Variants follow from item, version and seed, on every machine and in every process."""

import json
import subprocess
import sys
from collections import Counter

import pytest
from attrs import evolve

from netlearn.items import generate, seed_for
from netlearn.items.generators import variant_for
from netlearn.items.seeds import Draw
from tests.items.bank import ROOT, items

PINNED = {
    "share-type-three": ["Most patients with liver metastases have one type. Which?"],
    "ways-to-destroy": ["heat-alone", "alcohol-alone", "alcohol-and-rfa", "alcohol-and-cold"],
    "steps-of-a-session": ["ask", "count", "image", "ablate"],
    "zone-to-ablate": ["3.1", "0.5", "4"],
    "make-a-type": ["II"],
    "fit-for-radiofrequency": [False, "3", "1", "right", "bile-duct"],
}


def drawn(slug: str, seed: str) -> list[object]:
    """What chance decided in a variant, without the words that knowledge may yet improve."""
    made = generate(items()[slug], seed)
    found = {
        "choice": [made.stem],
        "multiple": [each["id"] for each in made.get("options", [])][:-1],
        "order": [each["id"] for each in made.get("steps", [])],
        "board": [each["id"] for each in made.get("rows", [])],
        "quantity": list(made.get("values", {}).values()),
        "place": [made.get("wanted")],
        "resect": list(made.get("volumes", {}).items()),
        "classify": list(made.get("inputs", {}).values()),
    }
    return found[made.kind]


AGAIN = f"""
import json, pathlib, sys
from netlearn.items import generate, load_items
items = load_items(pathlib.Path({str(ROOT)!r}))
json.dump([generate(item, "7").to_json() for item in items.values()], sys.stdout)
"""


@pytest.mark.parametrize("slug", sorted(PINNED))
def test_a_variant_is_today_what_it_was_when_it_was_pinned(slug: str) -> None:
    assert drawn(slug, "0") == PINNED[slug]


def test_a_pinned_case_reads_as_it_did() -> None:
    stem = variant_for("grade", "review-2012", "threshold:ki67_percent:20:above", "0").stem
    assert stem == (
        "Biopsy of a liver metastasis in a 57-year-old man shows a neuroendocrine neoplasm. "
        "The report reads: well differentiated, 19\u00a0mitoses per 10\u00a0HPF, Ki-67 25\u00a0%. "
        "By the rules of 2012, how is this tumour graded?"
    )


def test_another_process_makes_the_same_variants() -> None:
    out = subprocess.run([sys.executable, "-c", AGAIN], capture_output=True, check=True, text=True).stdout
    assert json.loads(out) == [json.loads(json.dumps(generate(item, "7").to_json())) for item in items().values()]


def test_another_version_draws_anew() -> None:
    item = items()["fit-for-radiofrequency"]
    assert generate(item, "0").stem != generate(evolve(item, version=2), "0").stem


def test_a_draw_is_fair_enough() -> None:
    draw = Draw("fair")
    counts = Counter(draw.below(5) for _ in range(5000))
    assert all(880 < counts[n] < 1120 for n in range(5))


def test_every_order_of_three_is_drawn() -> None:
    draw = Draw("orders")
    assert len({tuple(draw.shuffled("abc")) for _ in range(200)}) == 6


def test_parts_of_a_name_do_not_run_together() -> None:
    assert Draw("ab", "c").below(10**9) != Draw("a", "bc").below(10**9)


@pytest.mark.parametrize(
    "other",
    [(b"other", "ann", "a", 1), (b"secret", "bob", "a", 1), (b"secret", "ann", "b", 1), (b"secret", "ann", "a", 2)],
)
def test_a_learners_seed_hangs_on_secret_learner_item_and_version(other: tuple[bytes, str, str, int]) -> None:
    assert seed_for(*other) != seed_for(b"secret", "ann", "a", 1) == seed_for(b"secret", "ann", "a", 1)
