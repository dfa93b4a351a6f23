"""A class of thirty at a real JupyterHub, by the recipe of deploy/jupyterhub/: who is graded as themselves.

Run as root, on a machine that may get thirty more system accounts for a while:
    .venv/bin/python benchmarks/hub_of_thirty.py FOLDER [LEARNERS [AT_ONCE]]

FOLDER holds what the recipe's README installs, in a place that all may read: ``hub`` and ``learners``, two
environments of Python, and ``proxy``, where npm put configurable-http-proxy. Each learner has an account and a server
of their own; so many servers run at once. Each fetches the assignment, opens the notebook of their own, runs it,
answers by the widget, writes the functions, saves and submits; half of them paste the answers into the last cell too.
Then the instructor types what book/teaching.md says. Each answers another number of questions, so a mark that is
somebody else's shows. Ends with 1 where anybody is not graded as themselves, or could look at what is not theirs.
"""

import asyncio
import json
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import psutil
from attrs import define
from tornado.httpclient import HTTPError

sys.path.append(str(Path(__file__).parents[1]))  # the tests' course folder

from class_of_thirty import FUNCTIONS, marks
from hub_learner import WIDGET, Kernel, asked, kept, shown_anew

from netlearn.items import generate
from netlearn.items.answers import Answer, AnswerKey
from netlearn.items.answers_text import pack
from netlearn.items.grading import right_answer
from tests.grader.desk import BLOCKS, CHAPTER, COURSE, ITEMS, TASKS, Desk

ADDRESS = "http://127.0.0.1:8199"
TOKEN = secrets.token_hex(16)
MOST = 20  # questions that anybody answers
NOTEBOOK = f"{CHAPTER}/{CHAPTER}.ipynb"
#: What only this run needs of the hub, beside the recipe: no passwords, and a service that acts for the class.
OVERLAY = """
load_subconfig({recipe!r})
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:8198"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:8197"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.services = [{{"name": "class", "api_token": {token!r}}}]
scopes = ["admin:users", "admin:servers", "tokens"]
c.JupyterHub.load_roles = [{{"name": "class", "services": ["class"], "scopes": scopes}}]
c.Spawner.cmd = [{single!r}]
c.Spawner.start_timeout = c.Spawner.http_timeout = 180
c.Spawner.environment.update(JUPYTER_CONFIG_PATH={settings!r})
"""


@define
class Learner:
    """One learner: the account, how many questions they answer, and what was measured."""

    name: str
    answered: int
    pastes: bool
    memory: int = 0
    looked: str = ""

    @property
    def expected(self) -> float:
        """The mark: each answered question, and every function, counts 1."""
        return self.answered + FUNCTIONS


@contextmanager
def accounts(learners: Sequence[Learner], homes: Path) -> Iterator[None]:
    """Give each learner a system account, for as long as this runs."""
    try:
        for each in learners:
            subprocess.run(["useradd", "-m", "-d", homes / each.name, "-s", "/bin/bash", each.name], check=True)
            (homes / each.name).chmod(0o700)
        yield
    finally:
        for each in learners:
            subprocess.run(["userdel", each.name], capture_output=True)


@contextmanager
def hub(folder: Path, place: Path, learners: Sequence[Learner]) -> Iterator[None]:
    """Run the hub of the recipe."""
    recipe, bins = COURSE / "deploy/jupyterhub", folder / "hub/bin"
    shutil.copytree(recipe, place / "recipe")
    overlay = OVERLAY.format(
        recipe=str(place / "recipe/jupyterhub_config.py"), settings=str(place / "recipe"), token=TOKEN,
        proxy=str(folder / "proxy/node_modules/.bin/configurable-http-proxy"),
        single=str(folder / "learners/bin/jupyterhub-singleuser"),
    )  # fmt: skip
    (place / "run").mkdir(mode=0o700)
    (place / "run/config.py").write_text(overlay)
    environment = {
        **os.environ, "NETLEARN_LEARNERS": ",".join(each.name for each in learners), "NETLEARN_BIND": ADDRESS,
        "NETLEARN_INSTRUCTORS": "root", "NETLEARN_EXCHANGE": str(place / "exchange"),
        "PATH": f"{bins}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    with (place / "run/log").open("w") as log:
        command = [bins / "jupyterhub", "-f", "config.py"]
        running = subprocess.Popen(command, cwd=place / "run", env=environment, stdout=log, stderr=log)
        try:
            yield
        finally:
            running.terminate()
            running.wait()


async def patiently(address: str, token: str, seconds: float = 60) -> Any:
    """Ask until there is an answer that says it is ready, or the time is up."""
    for _ in range(int(seconds * 4)):
        try:
            if (found := await asked(address, token)).get("servers", {"": {"ready": True}})[""]["ready"]:
                return found
        except (OSError, HTTPError, KeyError):
            pass
        await asyncio.sleep(0.25)
    sys.exit(f"{address} did not answer in {seconds:g} s")


def memory(name: str) -> int:
    """Return the bytes that all processes of an account take, shared pages counted once."""
    uid, total = pwd.getpwnam(name).pw_uid, 0
    for each in psutil.process_iter():
        try:
            total += each.memory_full_info().pss if each.uids().real == uid else 0
        except psutil.Error:  # it has just ended
            continue
    return total


#: Tried by each learner in the kernel: what is not theirs must not open.
LOOK = """
import os
for place in {places!r}:
    try:
        print("open:", place, os.listdir(place))
    except PermissionError:
        pass
"""


async def work(learner: Learner, notebook: dict[str, Any], kernel: Kernel) -> None:
    """Run the notebook's cells, answer, and write the functions; outputs are kept as JupyterLab keeps them."""
    about = notebook["metadata"]["netlearn"]["exercises"]
    chosen = about["items"][: learner.answered]
    given = {slug: right_answer(generate(ITEMS[f"{slug}@{v}"], seed)) for slug, v, seed in chosen}
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        mark = cell["metadata"].get("netlearn", {})
        if "task" in mark:
            cell["source"] = TASKS[f"{mark['task']}@{mark['version']}"].model
        if "hand-in" in mark and learner.pastes and given:
            answers = (Answer(AnswerKey(CHAPTER, slug, v, seed), given[slug]) for slug, v, seed in chosen)
            cell["source"] = f'answers = "{pack(answers)}"'
        outputs = await kernel.run("".join(cell["source"]))
        if "quiz" in mark:
            (widget,) = (each["data"][WIDGET]["model_id"] for each in outputs if WIDGET in each.get("data", {}))
            said = {slug: {"answer": given[slug], "confidence": None, "seed": seed} for slug, _, seed in chosen}
            outputs = shown_anew(outputs, await kernel.answer(widget, said))
        cell["outputs"] = [kept(each) for each in outputs]


async def attend(learner: Learner, notebook: dict[str, Any], forbidden: list[str]) -> None:
    """Start a learner's server, fetch, open, work, save, submit, and stop it."""
    user = f"{ADDRESS}/hub/api/users/{learner.name}"
    token = (await asked(f"{user}/tokens", TOKEN, "POST", {"expires_in": 3600}))["token"]
    await asked(f"{user}/server", TOKEN, "POST")
    await patiently(user, TOKEN, 180)
    server = f"{ADDRESS}/user/{learner.name}/"
    assignment = f"course_id=autumn&assignment_id={CHAPTER}"
    await listed(f"{server}assignments/fetch?{assignment}", token)
    content = {"type": "notebook", "format": "json", "content": notebook}
    await asked(f"{server}api/contents/{NOTEBOOK}", token, "PUT", content)
    kernel = await Kernel.opened(server, token, NOTEBOOK)
    await work(learner, notebook, kernel)
    learner.looked = "".join(each.get("text", "?") for each in await kernel.run(LOOK.format(places=forbidden)))
    learner.memory = memory(learner.name)
    await asked(f"{server}api/contents/{NOTEBOOK}", token, "PUT", content)
    await listed(f"{server}assignments/submit?{assignment}", token)
    await asked(f"{user}/server", TOKEN, "DELETE")


async def listed(address: str, token: str) -> None:
    """Press a button of nbgrader's assignment list."""
    answer = await asked(address, token, "POST")
    if not answer["success"]:
        sys.exit(f"{address}: {json.dumps(answer)[:2000]}")


async def attended(learners: Sequence[Learner], desk: Desk, homes: Path, at_once: int) -> None:
    """Let all learners work, so many at once."""
    await patiently(f"{ADDRESS}/hub/api/", TOKEN)
    places = asyncio.Semaphore(at_once)
    closed = [str(desk.folder), str(desk.homes), str(desk.homes.parent / "exchange/autumn/inbound")]

    async def one(number: int, learner: Learner) -> None:
        async with places:
            began = perf_counter()
            path = desk.folder / f"class/test/{learner.name}/{CHAPTER}.ipynb"
            neighbour = learners[number - 1].name
            await attend(learner, json.loads(path.read_text()), [*closed, str(homes / neighbour)])
            print(f"{perf_counter() - began:7.1f} s  {learner.name}, {learner.memory / 1e6:.0f} MB", flush=True)

    await asyncio.gather(*(one(number, learner) for number, learner in enumerate(learners)))


def type_all(desk: Desk, *beginnings: str) -> None:
    """Type the page's commands that begin so."""
    for number, block in enumerate(BLOCKS):
        if block.startswith(beginnings):
            desk.type(number)


def write_class(desk: Desk, size: int) -> list[Learner]:
    """Write the class list, and an assessed notebook for each; release the assignment by nbgrader."""
    learners = [Learner(f"learner{number:02}", number % MOST, number % 2 == 0) for number in range(1, size + 1)]
    type_all(desk, "mkdir", "head")
    rows = "".join(f"{each.name},Learner {number}\n" for number, each in enumerate(learners, 1))
    (desk.folder / "class/list.csv").write_text(f"id,name\n{rows}")
    type_all(desk, "make wheel-learner", "netlearn nbgrader-release")
    for each in (desk.folder, desk.homes):
        each.chmod(0o700)
    return learners


def told(learners: Sequence[Learner], *found: Mapping[str, float]) -> bool:
    """Print a row for each learner; return whether all is as it should be."""
    print(f"\n{'':<12}{'expected':>9}{'netlearn':>10}{'nbgrader':>10}{'MB':>6}")
    for each in learners:
        said = "".join(f"{marks.get(each.name, -1):>10g}" for marks in found)
        print(f"{each.name:<12}{each.expected:>9g}{said}{each.memory / 1e6:>6.0f}  {each.looked.strip()}")
    wanted = {each.name: each.expected for each in learners}
    right = [sum(marks.get(name) == mark for name, mark in wanted.items()) for marks in found]
    sizes = sorted(each.memory / 1e6 for each in learners)
    print(f"\ngraded as themselves: {right[0]} of {len(wanted)}, by nbgrader's export {right[1]}")
    print(f"memory of a learner's server and kernel: {sizes[len(sizes) // 2]:.0f} MB, at most {sizes[-1]:.0f} MB")
    return all(marks == wanted for marks in found) and not any(each.looked for each in learners)


def main(folder: Path, size: int = 30, at_once: int = 5) -> None:
    """Print how long each learner took, and a row for each."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start; {at_once} servers at once")
    with tempfile.TemporaryDirectory() as made:
        place = Path(made).resolve()
        place.chmod(0o755)
        desk, homes = Desk(place), place / "people"
        homes.mkdir()
        learners = write_class(desk, size)
        with accounts(learners, homes), hub(folder.resolve(), place, learners):
            asyncio.run(attended(learners, desk, homes, at_once))
        type_all(desk, "cd class/nbgrader")
        own, exported = (desk.folder / f"class/nbgrader/{name}-grades.csv" for name in ("netlearn", "nbgrader"))
        if not told(learners, marks(own, "learner"), marks(exported, "student_id")):
            sys.exit("somebody was not graded as themselves, or could look at what is not theirs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
