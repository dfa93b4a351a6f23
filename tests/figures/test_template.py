"""The template names colours; the light theme's values are the stylesheet's."""

import re
from importlib.resources import files

import pytest
from plotly.graph_objects import layout

from netlearn.figures.template import LIGHT, TEMPLATE, light

TOKENS = (files("netlearn.widgets") / "static" / "tokens.css").read_text(encoding="utf-8")
LIGHT_SECTION = TOKENS[: TOKENS.index('[data-theme="dark"]')]


@pytest.mark.parametrize("name", sorted(LIGHT))
def test_light_value_is_the_stylesheets(name):
    """Each colour used where no stylesheet is at hand is the one that the stylesheet gives it."""
    assert re.findall(rf"{name}:\s*([^;]+);", LIGHT_SECTION) == [LIGHT[name]]


def test_template_is_one_plotly_accepts():
    """Plotly refuses unknown keys and wrong values, so a template that it takes has neither."""
    assert layout.Template(dict(TEMPLATE)).layout.font.color == "var(--nl-ink)"


def test_light_leaves_no_name():
    """Every colour that the template names has a light value."""
    assert "var(" in str(TEMPLATE)
    assert "var(" not in str(light(TEMPLATE))


def test_light_changes_a_copy():
    """Resolving colours leaves the drawing itself as it was."""
    drawing = {"marker": {"color": "var(--nl-c1)"}}

    light(drawing)

    assert drawing == {"marker": {"color": "var(--nl-c1)"}}


def test_an_unknown_colour_is_an_error():
    """A name that the light theme does not have is not passed on."""
    with pytest.raises(KeyError, match="--nl-nothing"):
        light("var(--nl-nothing)")
