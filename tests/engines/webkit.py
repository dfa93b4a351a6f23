"""WebKitGTK's MiniBrowser on a display of its own, driven by WebDriver.

WebDriver tells nothing of the console or of requests, and a driven MiniBrowser prints no console. So each page is
opened as a copy whose first script writes down what goes wrong, and the browser has a proxy that answers nothing and
writes down who asked: whatever is asked of others goes there.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from tempfile import TemporaryDirectory
from typing import Any

from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.proxy import Proxy
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

# As root there is no sandbox to be had; without a graphics card nothing is gained by compositing.
SETTINGS = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
HERE = Path(__file__).parent
LISTENER = f"<script>{(HERE / 'listener.js').read_text(encoding='utf-8')}</script>"
RUN = """const done = arguments[0];
(%s)().then((rows) => done([rows, window.complaints]), (error) => done([[], [String(error)]]));"""


def listening(site: Path, copy: Path) -> Path:
    """Copy a site's pages with the listener as the first script of each; all else is linked."""

    def place(source: str, target: str) -> None:
        text = Path(source).read_text("utf-8") if source.endswith(".html") else ""
        before, head, after = text.partition("<head>")
        if head:
            Path(target).write_text(before + head + LISTENER + after, encoding="utf-8")
        else:
            Path(target).symlink_to(source)

    return Path(shutil.copytree(site, copy, copy_function=place))


@contextmanager
def opened(path: str) -> Iterator["WebKit"]:
    """The MiniBrowser at ``path``: one process and one session."""
    with TemporaryDirectory() as cache, display() as screen, proxy() as (port, asked):
        own = {"DISPLAY": screen, "XDG_CACHE_HOME": cache} | (SETTINGS if os.geteuid() == 0 else {})
        driver = WebKitGTK(options(path, port), Service(shutil.which("WebKitWebDriver"), env=os.environ | own))
        try:
            driver.set_window_size(1280, 900)
            yield WebKit(driver, asked)
        finally:
            driver.quit()


class WebKit:
    """A session, and what its browser asked of others."""

    def __init__(self, driver: WebKitGTK, asked: list[str]) -> None:
        self._driver, self._asked = driver, asked
        self.version = str(driver.capabilities["browserVersion"])

    def visit(self, url: str, probe: str) -> tuple[list[Any], list[str]]:
        """What came of a page, and all that must not happen."""
        self._asked.clear()
        self._driver.get(url)
        self._arrive(url)
        rows, complaints = self._driver.execute_async_script(RUN % probe)
        return rows, [*complaints, *(f"asked of others: {line}" for line in self._asked)]

    def _arrive(self, url: str) -> None:
        """Wait for the page: on a busy machine WebKit's driver says so while the page before is still there."""
        where = "return [location.href.split('#')[0], document.readyState]"
        WebDriverWait(self._driver, 30, 0.05).until(lambda driver: driver.execute_script(where) == [url, "complete"])


def options(path: str, port: int) -> WebKitGTKOptions:
    """Run the MiniBrowser under the driver, and whatever it asks of others through the proxy."""
    made = WebKitGTKOptions()
    made.binary_location = path
    made.add_argument("--automation")
    place = f"127.0.0.1:{port}"
    made.proxy = Proxy({"proxyType": "manual", "httpProxy": place, "sslProxy": place})
    return made


@contextmanager
def proxy() -> Iterator[tuple[int, list[str]]]:
    """The port of a proxy that answers nothing, and the list in which it writes down what is asked."""
    asked: list[str] = []

    class Note(BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(200).decode("latin-1").partition("\r\n")[0])

    with ThreadingTCPServer(("127.0.0.1", 0), Note) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield int(server.server_address[1]), asked
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def display() -> Iterator[str]:
    """A display that nobody sees; the X server chooses its number."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with (
        os.fdopen(reading) as said,
        subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server,
    ):
        os.close(writing)
        try:
            yield f":{said.readline().strip()}"
        finally:
            server.terminate()
