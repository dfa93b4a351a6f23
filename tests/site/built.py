"""The built pages as the tests see them."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from lxml import html
from lxml.html import HtmlElement

from tests.exemplars import fewest

# Every page there is, as a path in the site. The search page and the root have no source of their own.
CONTENT = tuple(re.findall(r"(?:root|file): (\S+)", (Path(__file__).parents[2] / "_toc.yml").read_text("utf-8")))
PAGES = (*CONTENT, "search", "index")


@cache
def tree(path: Path) -> HtmlElement:
    """Return a parsed page."""
    return html.fromstring(path.read_bytes())


def page(site: Path, name: str) -> HtmlElement:
    """Return a page by its name."""
    return tree(site / f"{name}.html")


@cache
def ids(path: Path) -> frozenset[str]:
    """Return the anchors of a page."""
    return frozenset(tree(path).xpath("//@id"))


def cards(site: Path, name: str) -> dict[str, Any]:
    """Return the hover cards of a page, which come when its reader first does something."""
    later = page(site, name).xpath('//script[@id="nl-later"]/text()')
    (path,) = json.loads(later[0]).get("cards", [""]) if later else [""]
    if not path:
        return {}
    text = (site / "_static" / path.partition("?")[0]).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text[text.index("push(") + len("push(") : text.rindex(")")])["facts"]
    return found


def target(site: Path, name: str, href: str) -> tuple[Path, str]:
    """Return the file and anchor that a relative link leads to."""
    address, anchor = urldefrag(href)
    own = site / f"{name}.html"
    return ((own.parent / unquote(address)).resolve() if address else own.resolve()), unquote(anchor)


def internal_links(site: Path, name: str) -> list[str]:
    """Return the links of a page that stay in the site."""
    links = page(site, name).xpath("//a/@href")
    return [link for link in links if not link.startswith(("https://doi.org/", "mailto:"))]


@cache
def exemplars(site: Path) -> tuple[str, ...]:
    """The fewest pages that between them have an element of every name with every class."""
    return fewest({name: _components(page(site, name)) for name in CONTENT})


def _components(page: HtmlElement) -> frozenset[tuple[str, str]]:
    return frozenset((str(e.tag), word) for e in page.iter() for word in ("", *(e.get("class") or "").split()))
