"""A class of thirty by the commands of book/teaching.md: who is graded as themselves, and how long each command takes.

Run: .venv/bin/python benchmarks/class_of_thirty.py

Only the class list is another than the page's. First the class hands in as Moodle packs it, under names as people have
them and file names as browsers give them; then by nbgrader. Each learner answers another number of questions, so a mark
that is somebody else's shows. Ends with 1 where anybody is not graded as themselves.
"""

import csv
import io
import os
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from attrs import frozen

sys.path.append(str(Path(__file__).parents[1]))  # the tests' course folder

from tests.grader.desk import BLOCKS, CHAPTER, TASKS, Desk, worked
from tests.grader.nbgrader_commands import nbgrader

LATE, ABSENT = "cem", "bob"
FUNCTIONS = len(TASKS)
#: Names as a class has them: two alike, accents whole and in parts, apostrophes, other scripts, and what a table minds.
NAMES = (
    "Ann Example", "Bob Example", "Zoë Müller", "José García", "Maria Silva", "Maria Silva", "Seán O'Brien",
    "Łukasz Żółć", "Nguyễn Văn An", "Björk Guðmundsdóttir", "王小明", "محمد علي", "Анна Каренина", "Ελένη Παππά",
    "김민준", "Jean-Luc de la Tour", "van der Berg, Jan", "İpek Şahin", "Ørjan Ås", "Smith & Sons", "Mac Donald",
    "Mac donald", "X", "Jean_Luc Picard", "=SUM(A1)", "100% Sure", "Ann Example Jr.", "A" * 80, "Tab\u00a0Space",
)  # fmt: skip
IDS = ("ann", ABSENT, *(f"s{1000 + number}" for number in range(2, len(NAMES))))
#: What browsers, systems and people make of a file's name.
FILES = (
    f"{CHAPTER}.ipynb", f"{CHAPTER} (1).ipynb", "homework.ipynb", "Übung 2 – final.ipynb", f"{CHAPTER}.ipynb.txt",
    "NOTEBOOK.IPYNB", "Kopie von Untitled.ipynb",
)  # fmt: skip


@frozen
class Learner:
    """One learner: the id and name on the list, what was handed in as, and the mark that is right."""

    id: str
    name: str
    place: str
    answered: int

    @property
    def expected(self) -> float:
        """The mark: each answered question, and every function, counts 1."""
        return self.answered + FUNCTIONS


def learners(questions: int) -> tuple[Learner, ...]:
    """Return the class but for the one who hands in nothing."""
    people = [*zip(IDS, NAMES, strict=True), (LATE, "Cem Example")]
    made = []
    for number, (id, name) in enumerate(people):
        form = ("NFD", "NFC")[number % 2]  # as a Mac and as the others write it
        folder = f"{unicodedata.normalize(form, name)}_{40321 + number}_assignsubmission_file_"
        made.append(Learner(id, name, f"{folder}/{FILES[number % len(FILES)]}", number % (questions + 1)))
    return tuple(each for each in made if each.id != ABSENT)


def class_list() -> str:
    """Return the class list as a spreadsheet saves it; who joins late is added by the page's own command."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("id", "name"), *zip(IDS, NAMES, strict=True)])
    return out.getvalue()


def by_moodle(desk: Desk, people: tuple[Learner, ...]) -> None:
    """Hand in: the first half as folders, the second as the zip of all that Moodle makes, with a Mac's litter."""
    half = len(people) // 2
    for each in people[:half]:
        desk.hand_in(each.place, worked(desk.released(each.id), each.answered))
    with zipfile.ZipFile(desk.folder / "class/handed-in/Autumn-02-40321.zip", "w") as packed:
        for each in people[half:]:
            packed.writestr(f"Autumn-02-40321/{each.place}", worked(desk.released(each.id), each.answered))
            packed.writestr(f"__MACOSX/Autumn-02-40321/{'/._'.join(each.place.split('/'))}", "litter")


def by_nbgrader(desk: Desk, people: tuple[Learner, ...]) -> None:
    """Submit as each learner, all in one process, since nbgrader's start takes seconds."""
    options = (f"--Exchange.root={desk.homes.parent / 'exchange'}", "--course=autumn")
    commands = []
    for each in people:
        folder = desk.home(each.id) / CHAPTER
        folder.mkdir()
        notebook = worked(desk.released(each.id), each.answered)
        (folder / f"{CHAPTER}.ipynb").write_text(notebook, encoding="utf-8")
        commands.append((folder.parent, "submit", CHAPTER, *options, f"--student={each.id}"))
    nbgrader(desk.home("class"), *commands)


def marks(path: Path, learner: str) -> Mapping[str, float]:
    """Return the mark of each learner."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row[learner]: float(row["score"] or "nan") for row in csv.DictReader(file)}


def typed(desk: Desk) -> tuple[Learner, ...]:
    """Type every command of the page, and print how long each takes; return who handed in."""
    people: tuple[Learner, ...] = ()
    for number, block in enumerate(BLOCKS):
        if block.startswith("netlearn grade class/handed-in") and not people:
            people = learners(len(desk.released("ann")["metadata"]["netlearn"]["exercises"]["items"]))
            by_moodle(desk, people)
        if "nbgrader collect" in block:
            by_nbgrader(desk, people)
        began = perf_counter()
        desk.type(number)
        print(f"{perf_counter() - began:7.1f} s  {' '.join(block.split())[:90]}", flush=True)
        if "class/list.csv" in block and "id,name" in block:
            (desk.folder / "class/list.csv").write_text(class_list(), encoding="utf-8")
    return people


def main() -> None:
    """Print the times, and a row for each learner."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    with tempfile.TemporaryDirectory() as folder:
        desk, began = Desk(Path(folder).resolve()), perf_counter()
        people = typed(desk)
        found = {
            "Moodle": marks(desk.folder / "class/marks.csv", "learner"),
            "nbgrader": marks(desk.folder / "class/nbgrader/netlearn-grades.csv", "learner"),
            "its export": marks(desk.folder / "class/nbgrader/nbgrader-grades.csv", "student_id"),
        }
    print(f"{perf_counter() - began:7.1f} s  in all\n\n{'':<8}{'expected':>9}" + "".join(f"{way:>11}" for way in found))
    for each in people:
        print(f"{each.id:<8}{each.expected:>9g}" + "".join(f"{all.get(each.id, -1):>11g}" for all in found.values()))
    wanted = {each.id: each.expected for each in people}
    right = [sum(all.get(id) == mark for id, mark in wanted.items()) for all in found.values()]
    told = ", ".join(f"{way} {count}" for way, count in zip(found, right, strict=True))
    print(f"\n{len(wanted)} of {len(wanted) + 1} handed in; graded as themselves: {told}")
    if any(all != wanted for all in found.values()):
        sys.exit("somebody was not graded as themselves")


if __name__ == "__main__":
    main()
