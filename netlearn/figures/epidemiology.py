"""Two figures of chapter 1: how many have the carcinoid syndrome, and how often the liver is reached."""

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.rows import Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure

__all__ = ["liver_by_site", "syndrome_share"]


def syndrome_share() -> CourseFigure:
    """Draw how many have the carcinoid syndrome, and how many of those have the heart disease of it (E31)."""
    everybody, small_bowel, heart = (RangeRow.of(text, among, figure(id)) for text, among, id in _SYNDROME)
    items: list[Item] = [
        Heading("Carcinoid syndrome"),
        everybody,
        small_bowel,
        Heading("Carcinoid heart disease"),
        heart,
    ]
    return rows_figure(
        items,
        name="syndrome-share",
        title=f"Most patients have no carcinoid syndrome: {everybody.value.text()} of all have it",
        subtitle="Share of patients, per cent. The last row counts only those who have the syndrome.",
        caption=(
            "Blue: from papers whose abstracts were read. In each row most patients do not have it, and those who do "
            "often notice nothing of the heart at first. Other hormones make other syndromes, which are rarer."
        ),
    )


_SYNDROME = (
    ("Whatever the primary", "all neuroendocrine tumours", "carcinoid-syndrome-share.all-primaries"),
    ("Small bowel", "tumours of duodenum, jejunum or ileum", "carcinoid-syndrome-share.small-bowel"),
    ("With the syndrome", "patients with the carcinoid syndrome", "carcinoid-heart-screening.share"),
)


def liver_by_site() -> CourseFigure:
    """Draw how often the liver is reached, by primary site, each with its denominator and its time (E28)."""
    small, pancreas, unknown = (RangeRow.of(text, among, fact(id)) for text, among, id in _SITES)
    in_pancreas = pancreas.value.text()
    items: list[Item] = [
        Heading("At diagnosis or at any later time"),
        small,
        pancreas,
        Heading("At diagnosis"),
        unknown,
        Heading("Of all patients, in a later paper"),
        *(RangeRow.of(text, among, figure(id)) for text, among, id in _ALL),
    ]
    return rows_figure(
        items,
        name="liver-by-site",
        title=f"In time the liver is reached in {small.value.text()} (small intestine) or {in_pancreas} (pancreas)",
        subtitle="Share of patients with liver metastases, per cent. Patients and times differ from row to row.",
        caption=(
            "Grey: as the review prints them; blue: from a paper whose abstract was read. "
            "A bar runs from the lowest to the highest share printed; a tick is a limit, with a gap where the limit "
            "itself is not meant. The third row probably states its share the wrong way round (E28)."
        ),
    )


_SITES = (
    ("Small intestine", "patients with a tumour of the small intestine", "1-22"),
    ("Pancreas", "patients with a tumour of the pancreas", "1-23"),
    ("Unknown primary, as printed", "patients whose primary is not found", "1-24"),
)
_ALL = (
    ("At diagnosis, highest share", "all, gastroenteropancreatic tumours", "E28.liver-at-diagnosis"),
    ("At any time, highest share", "all, seen at referral centres", "E28.liver-ever"),
)
