"""The one place through which text that a learner controls goes before it is written: a name, a path, an error's words.

What cannot be shown, stored or trusted to be read in its order is written as an escape: control characters, halves of
a character (lone surrogates), marks that turn the direction of writing. A spreadsheet is kept from taking it for a
formula. Only what JSON holds is written as it is, since JSON escapes by itself.
"""

import re

__all__ = ["cell", "text"]

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
#: Where a cell begins, for a spreadsheet that takes a semicolon or a tab for the end of one; what it skips; its signs.
_FORMULA = re.compile("(^|[;\t\r\n])([\\s\u00a0\u00ad\u200c\u200d]*)(?=[=+@|%\u2212\uff1d\uff0b\uff0d\uff20-])")


def text(value: str) -> str:
    """Write a text so that any file, page, terminal or database can hold it.

    >>> print(text("a\\x1b[31m \\ud800 \\u202eb"))
    a\\x1b[31m \\ud800 \\u202eb
    """
    return _HIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), value)


def cell(value: object) -> str:
    """Write a value so that no spreadsheet takes it, or a part of it, for a formula; numbers stay numbers.

    >>> cell("=HYPERLINK(1)"), cell(-0.5), cell(" @x"), cell("a;=1")
    ("'=HYPERLINK(1)", '-0.5', "' @x", "a;'=1")
    """
    return _FORMULA.sub(r"\1'\2", text(value)) if isinstance(value, str) else str(value)
