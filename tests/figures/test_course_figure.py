"""What a figure is in a page, in JupyterLab and as text."""

import json
from html import escape

import pytest
from lxml import html

from netlearn.evidence import fact, figure
from netlearn.figures import CourseFigure, Link

LAYOUT = {"height": 100, "margin": {"t": 8}}
DRAWING = {"data": [{"type": "bar", "marker": {"color": "var(--nl-c1)"}}], "layout": LAYOUT}


@pytest.fixture
def example():
    return CourseFigure(
        name="example",
        title="More & less",
        subtitle="Per cent",
        wide=DRAWING,
        narrow={**DRAWING, "layout": {**LAYOUT, "text": "</script><!-- end"}},
        alt='type "I": 20–25 %',
        caption="Found in order (E34).",
        table=(("Type", "Share"), ("Type I", Link("20–25 %", fact("2-16")))),
    )


def element(example):
    return html.fragment_fromstring(example.html())


def test_page_form_is_the_figure_element(example):
    """The site's script looks for this element and for these parts in it."""
    root = element(example)

    assert root.tag == "net-figure"
    assert [child.tag for child in root[0]] == ["p", "p", "div", "figcaption", "details", "script"]


def test_words_are_escaped(example):
    """Text cannot become markup."""
    assert '<p class="t" id="figure-example-title">More &amp; less</p>' in example.html()
    assert element(example).find(".//div").get("aria-label") == example.alt


def test_drawings_cannot_end_their_script(example):
    """What would close the script element, or open a comment in it, is written with an escape."""
    script = element(example).find(".//script").text

    assert "</" not in script and "<!--" not in script
    assert json.loads(script) == {"wide": example.wide, "narrow": example.narrow}


def test_table_is_open_until_the_figure_is_drawn(example):
    """Without a script the reader has the numbers."""
    assert "open" in element(example).find(".//details").attrib


def test_number_in_the_table_leads_to_its_fact(example):
    """A linked number names its fact for the hover card and its place for the click."""
    link = element(example).find(".//td/a")

    assert (link.text, link.get("data-ev")) == ("20–25 %", "2-16")
    assert link.get("href") == "../book/evidence.md#ev-2-16"


def test_erratum_in_the_caption_leads_to_its_entry(example):
    """An erratum named in a caption is a link."""
    link = element(example).find(".//figcaption/a")

    assert (link.text, link.get("href")) == ("E34", "../book/errata.md#erratum-E34")


def test_figure_of_an_erratum_leads_to_the_errata():
    """A number of an erratum stands on the errata page."""
    assert "../book/errata.md#fig-E29-overall" in Link("19–38 %", figure("E29.overall")).__html__()


def test_lab_form_has_title_and_light_colours(example):
    """JupyterLab shows the drawing alone, so the finding is inside and no colour is a name."""
    lab = example.for_lab()

    assert lab["layout"]["title"] == {"text": "More & less", "subtitle": {"text": "Per cent"}}
    assert lab["data"][0]["marker"]["color"] == "#1a66d6"


def test_lab_form_leaves_the_figure_as_it_was(example):
    """Showing a figure twice shows the same figure."""
    assert example.for_lab() == example.for_lab()
    assert example.wide["layout"]["margin"]["t"] == 8


def test_notebook_is_offered_three_forms(example):
    """Page, JupyterLab and text each find their form."""
    bundle = example._repr_mimebundle_()

    assert list(bundle) == ["text/html", "application/vnd.plotly.v1+json", "text/plain"]
    assert bundle["text/plain"] == f"{example.title}. {example.alt}"
    assert escape(example.title) in bundle["text/html"]
