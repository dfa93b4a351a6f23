"""The gallery: every kind of widget of the course on one page, each with a case that shows what it is for."""

from collections.abc import Callable
from typing import Any

from attrs import frozen
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.widgets import AblationBench, CrisisRoom, Explorer, LiverMap, ReceptorMap


@frozen
class Exhibit:
    """One widget of the gallery: what it asks, and how it is made in Python."""

    title: str
    text: str
    code: str
    make: Callable[[], Any]


EXHIBITS = (
    Exhibit(
        "Liver map",
        "Mark the segments that hold metastases, and see which type of involvement they make and what would change it.",
        'LiverMap(VI="dominant", II="small", III="small")',
        lambda: LiverMap(VI="dominant", II="small", III="small"),
    ),
    Exhibit(
        "Two editions side by side",
        "One case, read by the rules of 2012 and by those of 2026. Any table can be shown so; this one grades.",
        'Explorer("grade", compare=True, ki67_percent=30, differentiation="well")',
        lambda: Explorer("grade", compare=True, ki67_percent=30, differentiation="well"),
    ),
    Exhibit(
        "Ablation bench",
        "A lesion, its margin and the zone of a probe, drawn to scale, and the verdicts on heat and alcohol.",
        'AblationBench(resectable=False, largest_diameter_cm=3.1, lesion_count=4, lobes_involved="right")',
        lambda: AblationBench(resectable=False, largest_diameter_cm=3.1, lesion_count=4, lobes_involved="right"),
    ),
    Exhibit(
        "Crisis room",
        "A pressure that falls, played minute by minute, then read by both editions. Here: one of its scenes.",
        'CrisisRoom("induction")',
        lambda: CrisisRoom("induction"),
    ),
    Exhibit(
        "Decision explorer",
        "Any table of the course to play with. What is not known is never assumed. Here: resection.",
        'Explorer("resection", liver_type="I", grade="not-G3", extrahepatic_disease="none")',
        lambda: Explorer("resection", liver_type="I", grade="not-G3", extrahepatic_disease="none"),
    ),
    Exhibit(
        "Receptor map",
        "The subtypes of the receptor that a made-up tumour carries, and what each somatostatin analogue finds there.",
        'ReceptorMap("sst2")',
        lambda: ReceptorMap("sst2"),
    ),
)


class WidgetGallery(SphinxDirective):
    """Write one section for each exhibit: its text, the widget with its default answer, and its line of Python."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        return [self.section(number, exhibit) for number, exhibit in enumerate(EXHIBITS, 1)]

    def section(self, number: int, exhibit: Exhibit) -> nodes.section:
        """Return one exhibit as a section of the page."""
        section = nodes.section(ids=[f"exhibit-{number}"], classes=["nl-exhibit"])
        section += nodes.title(text=exhibit.title)
        section += nodes.paragraph(text=exhibit.text)
        section += nodes.raw("", exhibit.make()._html(), format="html")
        section += nodes.paragraph("", "In Python: ", nodes.literal(text=exhibit.code))
        return section


class ReceptorMapDirective(SphinxDirective):
    """Write the map of receptors as it begins."""

    def run(self) -> list[nodes.Node]:
        """Return the map."""
        return [nodes.raw("", ReceptorMap()._html(), format="html")]
