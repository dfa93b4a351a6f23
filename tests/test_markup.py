"""HTML made by hand escapes what is filled in, however it is put together."""

import pytest

from netlearn.markup import Html

HOSTILE = "<script>'\"&"
ESCAPED = "&lt;script&gt;&#x27;&quot;&amp;"
WAYS = {
    "format": lambda text: Html("{}").format(text),
    "named": lambda text: Html("{text}").format(text=text),
    "join": lambda text: Html("").join([text]),
    "plus": lambda text: Html("") + text,
    "before": lambda text: text + Html(""),
    "percent": lambda text: Html("%s") % text,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_escaped(way):
    assert WAYS[way](HOSTILE) == ESCAPED
    assert isinstance(WAYS[way](HOSTILE), Html)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_html_already_is_left(way):
    assert WAYS[way](Html("<b>so</b>")) == "<b>so</b>"


def test_what_is_filled_in_is_not_filled_again():
    assert Html("<p>{}</p>").format("{0} %s") == "<p>{0} %s</p>"
