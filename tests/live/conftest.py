"""A real JupyterLab with the settings that Binder gets, on a copy of the chapters."""

import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=60_000)  # a busy machine may take long to start a kernel and draw


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab that serves the chapters, set up as `binder/postBuild` does."""
    home = tmp_path_factory.mktemp("lab")
    for folder in ("chapters", "exercises"):
        shutil.copytree(ROOT / folder, home / "course" / folder, ignore=shutil.ignore_patterns(".*"))
    (home / "settings").mkdir()
    (home / "config/labconfig").mkdir(parents=True)
    shutil.copy(ROOT / "binder/page_config.json", home / "config/labconfig")
    shutil.copy(ROOT / "binder/overrides.json", home / "settings")
    config = json.loads((ROOT / "binder/jupyter_lab_config.json").read_text(encoding="utf-8"))
    config["LabApp"] |= {"app_settings_dir": str(home / "settings"), "user_settings_dir": str(home / "user")}
    config["LabApp"] |= {"workspaces_dir": str(home / "workspaces"), "expose_app_in_browser": True}
    (home / "config.json").write_text(json.dumps(config), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--config={home}/config.json"]
    command += [f"--ServerApp.port={port}", "--IdentityProvider.token=", f"--ServerApp.root_dir={home}/course"]
    environment = os.environ | {"JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_RUNTIME_DIR": str(home / "run")}
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=home)
        try:
            yield wait_for(f"http://127.0.0.1:{port}", server, home / "log")
        finally:
            server.terminate()
            server.wait(30)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    """The address once it answers; fails with the server's log when the server ends or stays silent."""
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{address}/api", timeout=1).close()
            return address
        except OSError:
            server_quiet = 0.1
            try:
                server.wait(server_quiet)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def foreign() -> list[str]:
    """The addresses that JupyterLab and the notebooks in it asked of anybody else."""
    return []


@pytest.fixture(scope="module")
def lab_page(browser: Browser, lab: str, foreign: list[str]) -> Iterator[Page]:
    """JupyterLab in a window, with the patience that a busy machine needs; loading it is what takes long."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(60_000)
    page = context.new_page()
    own = (lab, lab.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else foreign.append(request.url))
    page.goto(f"{lab}/lab/workspaces/tests")
    page.wait_for_function("window.jupyterapp")
    page.evaluate("window.jupyterapp.restored.then(() => null)")
    yield page
    context.close()


OPEN = """async (path) => {
  for (const open of [...window.jupyterapp.shell.widgets('main')]) open.dispose();
  await window.jupyterapp.commands.execute('docmanager:open', { path });
}"""
READY = "(path) => window.jupyterapp?.shell.currentWidget?.context?.path === path"
KERNEL = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.context.ready; await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
  panel.content.activate();
}"""


def open_notebook(page: Page, path: str) -> None:
    """Open a notebook in place of what is open, and wait for its kernel."""
    page.evaluate(OPEN, path)
    wait_until_ready(page, path)


def wait_until_ready(page: Page, path: str) -> None:
    """Wait until the notebook is there and its kernel answers."""
    page.wait_for_function(READY, arg=path)
    page.evaluate(KERNEL)
