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
from playwright.sync_api import Browser, BrowserContext, Page, expect

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


def lab_context(browser: Browser) -> BrowserContext:
    """A window for JupyterLab, with the patience that a busy machine needs."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(60_000)
    return context


@pytest.fixture
def lab_page(browser: Browser) -> Iterator[Page]:
    """An empty page in a window of its own."""
    context = lab_context(browser)
    yield context.new_page()
    context.close()
