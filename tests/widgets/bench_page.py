"""A small page with the ablation bench on it, opened from the file system; the cases that page and Python are asked."""

import json
from itertools import product
from pathlib import Path
from typing import Any

from netlearn.clinic.ablation import chances
from netlearn.decision import decide
from netlearn.decision.export import export
from netlearn.errors import InputError
from netlearn.widgets import assets
from netlearn.widgets.bench_data import BENCH, TABLES, bench_data

CASE = {
    "resectable": False, "largest_diameter_cm": 3.1, "lesion_count": 4, "lobes_involved": "right",
    "adjacent_to": "bile-duct", "combined_with": "rfa", "margin_cm": 0.5, "zone_cm": 4,
}  # fmt: skip
DIAMETERS = (0.05, 0.1, 0.3, 2.7, 2.8, 2.9, 3, 3.0001, 3.1, 3.2, 3.3, 4.8, 4.9, 5, 5.1, 5.2, 8, 11.3, 28.5, 29.9, 30)
PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Bench</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css"><script defer src="_static/data/rfa.js"></script>
<script defer src="_static/netlearn.js"></script><script defer src="_static/ablation.js"></script>
<script defer src="_static/data/pai.js"></script><script defer src="_static/data/ablation-bench.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main>
<net-ablation id="bench" edition="review-2012" values='{case}'><p>Default of the bench.</p></net-ablation>
<net-ablation id="empty" edition="2026"></net-ablation></main></body></html>"""


def sizing_data() -> dict[str, Any]:
    """The data of the first part alone, so that these tests say nothing of the heat models."""
    return {name: value for name, value in bench_data().items() if name not in ("grid", "model")}


def write_site(root: Path) -> Path:
    """Write the page and what it loads; where the page lies."""
    files = {
        "index.html": PAGE.format(case=json.dumps(CASE)),
        "_static/netlearn.js": assets.page_script(),
        "_static/ablation.js": assets.bench_script(),
        "_static/netlearn.css": assets.stylesheet(),
        f"_static/data/{BENCH}.js": assets.data_script(sizing_data()),
        **{f"_static/data/{name}": text for t in TABLES for name, text in assets.table_scripts(t).items()},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root / "index.html"


def cases() -> list[dict[str, Any]]:
    """Every diameter with every mixture of the rest, known and not."""
    rest = {
        "resectable": (False, True),
        "lesion_count": (1, 6, None),
        "lobes_involved": ("both", None),
        "adjacent_to": ("none", "bile-duct"),
        "combined_with": ("none", "rfa", "hace"),
    }
    names = ("largest_diameter_cm", *rest)
    return [dict(zip(names, case, strict=True)) for case in product(DIAMETERS, *rest.values())]


def asked(table: str, edition: str, case: dict[str, Any]) -> dict[str, Any]:
    names = {each["name"] for each in export(table, edition)["inputs"]}
    return {name: given for name, given in case.items() if name in names and given is not None}


def ours(table: str, edition: str, case: dict[str, Any]) -> Any:
    """Python's decision and chances; None for a case that is refused."""
    given = asked(table, edition, case)
    try:
        return [decide(table, edition, **given).to_json(), [c.to_json() for c in chances(table, edition, **given)]]
    except InputError:
        return None
