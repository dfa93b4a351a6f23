"""How many answers it takes until no row of the board is open, asking what settles most first; how long that takes.

Two hundred whole patients of each edition, drawn as netlearn/knowledge/patients.toml declares, asked from nothing and
from a usual referral. A checklist and a form are one question each; "things entered" counts each field of a form,
and of a checklist the one answer and each tick.
The page has 16 ms for a question.

Run: .venv/bin/python benchmarks/next_questions.py [patients]
"""

import sys
from collections.abc import Mapping
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from netlearn.clinic.asking import Checklist, asking
from netlearn.clinic.drawing import patients
from netlearn.clinic.questions import next_questions
from netlearn.editions import edition_ids

REFERRAL = (  # site, grade, symptoms, receptors, liver map
    "primary_site", "grade", "differentiation", "symptomatic", "functioning", "carcinoid_syndrome", "syndrome",
    "somatostatin_receptor_positive", "liver_type", "lobes_involved",
)  # fmt: skip


def answers(
    patient: Mapping[str, Any], edition: str, known: dict[str, Any], times: list[tuple[float, float]]
) -> tuple[int, int]:
    """How many answers until nothing is open, and how many how many things that makes to enter."""
    count = ticks = 0
    while True:
        began, worked = perf_counter(), process_time()
        found = next_questions(known, edition)
        times.append((perf_counter() - began, process_time() - worked))
        if not found:
            return count, count + ticks
        first = found[0].inputs
        together = asking().together(first[0])
        if isinstance(together, Checklist):
            ticks += sum(patient[name] != together.harmless[name] for name in first)
        else:
            ticks += len(first) - 1
        known |= {name: patient[name] for name in first}
        count += 1


def main(number: int) -> None:
    """Print the distribution of the answers, and the time of a question."""
    for edition in edition_ids():
        drawn = list(patients(edition, number))
        for label, start in (("from nothing", ()), ("from a referral", REFERRAL)):
            times: list[tuple[float, float]] = []
            told = [{name: p[name] for name in start if name in p} for p in drawn]
            counts = [answers(p, edition, known, times) for p, known in zip(drawn, told, strict=True)]
            plain, ticked = ([pair[n] for pair in counts] for n in (0, 1))
            first, _, third = quantiles(plain, n=4)
            said = f"median {median(plain):g} answers ({min(plain)} to {max(plain)}, quartiles {first:g} and {third:g})"
            print(f"{edition:<12} {label:<16} {said}, {median(ticked):g} things entered")
            waited, worked = ([t[n] * 1000 for t in times] for n in (0, 1))
            spent = f"work {median(worked):.0f} ms, at most {max(worked):.0f} ms"
            print(f"  a question: median {median(waited):.0f} ms; {spent}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
