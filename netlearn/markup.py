"""HTML written by hand: what is filled into it is escaped unless it is HTML itself, so that no text is forgotten."""

from collections.abc import Iterable
from html import escape
from typing import Any

from markupsafe import Markup

__all__ = ["Html"]


class Html(Markup):
    """A piece of HTML; ``format``, ``join`` and ``+`` escape whatever is a plain text.

    MarkupSafe's own class, but with quotes written as Python writes them, as they stand in the committed notebooks.

    >>> Html("<b>{}</b>").format("3 < 5")
    Html('<b>3 &lt; 5</b>')
    >>> Html("").join([Html("<i>so</i>"), " & \\"so\\""])
    Html('<i>so</i> &amp; &quot;so&quot;')
    """

    __slots__ = ()

    def each(self, values: Iterable[Any]) -> "Html":
        """This piece once for each value, filled with it, one after the other.

        >>> Html("<li>{}</li>").each(["a & b", Html("<b>c</b>")])
        Html('<li>a &amp; b</li><li><b>c</b></li>')
        """
        return type(self)("").join(self.format(value) for value in values)

    @classmethod
    def escape(cls, s: Any, /) -> "Html":
        """A text as HTML; what says itself how it reads as HTML is taken at its word."""
        return cls(s.__html__() if hasattr(s, "__html__") else escape(str(s)))
