"""How long the heat models take: one run of each kind, and a look-up in the grid that the page uses.

Run: .venv/bin/python benchmarks/models.py
"""

import gzip
from importlib.resources import files
from time import perf_counter

from netlearn.models.bioheat import Problem, solve
from netlearn.models.grid import FILE, SETTINGS, interpolate, load
from netlearn.models.parameters import parameters
from netlearn.models.probe import cryoprobe, electrode


def run(name: str, problem: Problem, seconds: float) -> None:
    """Solve once and print cells, steps, time and what the energy balance misses."""
    began = perf_counter()
    history = solve(problem, [seconds], SETTINGS["tolerance"])
    took = perf_counter() - began
    print(
        f"{name:<28}{problem.mesh.size:>7} cells {history.steps:>5} steps {took:>7.2f} s"
        f"   energy off by {history.energy.error:.4%}"
    )


def main() -> None:
    """Print the table."""
    p, step = parameters("bioheat"), SETTINGS["step"]
    run("electrode, 12 minutes", electrode(p, 40, step=step), 720)
    run("electrode beside a vessel", electrode(p, 40, vessel=4, step=step), 720)
    run("cryoprobe, 15 minutes", cryoprobe(p, step=step), 900)
    table, count = load().tables["heat"], 2_000
    began = perf_counter()
    for _ in range(count):
        interpolate(table, "damage_width", power=33, perfusion=45, vessel=3, time=7)
    print(f"look-up in the grid          {(perf_counter() - began) / count * 1e6:.0f} microseconds")
    raw = files("netlearn.knowledge").joinpath(FILE).read_bytes()
    print(f"the grid                     {len(raw) / 1000:.1f} kB, {len(gzip.compress(raw)) / 1000:.1f} kB gzip")


if __name__ == "__main__":
    main()
