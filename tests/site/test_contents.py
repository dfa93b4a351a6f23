"""The front page lists every section of the review, written or to come, and the patients' steps through them."""

import json
from pathlib import Path

import pytest

from netlearn import evidence
from netlearn.checks.chapters import chapters
from netlearn.clinic.cases import cases
from netlearn.errors import KnowledgeError
from netlearn.site import contents
from tests.site.built import page

ROOT = Path(__file__).parents[2]
WRITTEN = [json.loads(path.read_text("utf-8"))["metadata"]["netlearn"]["section"] for path in chapters(ROOT)]


def rows(site: Path) -> dict[str, list[str]]:
    """The links of each row of the contents, by its number."""
    found = page(site, "book/index").xpath('//*[contains(@class, "nl-contents")]//li')
    return {row.find_class("n")[0].text_content(): row.xpath(".//a/@href") for row in found}


@pytest.mark.browser
def test_every_section_of_the_review_is_listed_in_its_order(site: Path) -> None:
    assert list(rows(site)) == [id for id in evidence.sections() if id != "abs"]


@pytest.mark.browser
def test_a_section_is_a_link_exactly_where_its_chapter_is_written(site: Path) -> None:
    assert [id for id, links in rows(site).items() if links] == WRITTEN


@pytest.mark.browser
def test_each_step_of_a_patient_stands_in_the_thread(site: Path) -> None:
    said = page(site, "book/index").find_class("nl-threads")[0].text_content()

    for person in contents.PEOPLE:
        for step in contents.steps(person):
            assert f"{step.section}: {step.title}" in said


@pytest.mark.browser
def test_the_due_page_has_the_questions_of_each_chapter_and_the_tables_they_ask(site: Path) -> None:
    for name in page(site, "book/due").xpath("//tr/@data-nl-chapter"):
        pool = (site / f"_static/data/quiz-{name}.js").read_text("utf-8")
        tables = json.loads(pool[pool.index("push(") + 5 : pool.rindex(")")])["tables"]
        assert [table for table in tables if not (site / f"_static/data/{table}.js").is_file()] == []


def test_a_patient_has_a_step_for_each_state_of_the_library() -> None:
    states = {case.slug for case in cases().values() if case.person in contents.PEOPLE}
    told = {f"{person}@{step.section}" for person in contents.PEOPLE for step in contents.steps(person)}

    assert told == states


def test_an_age_is_read_from_the_story_alone() -> None:
    ages = {step.section: step.age for step in contents.steps("vera")}

    assert (ages["3.3"], ages["4.2"]) == ("59", "60")


@pytest.mark.parametrize("line", ['  { id = "3.5", title = "Radioembolisation" },\n', '  { id = "2"'])
def test_contents_that_leave_a_section_out_or_name_another_are_refused(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "contents.toml"
    text = contents.FILE.read_text("utf-8")
    assert line in text
    wrong.write_text(text.replace(line, "" if line.endswith("\n") else '  { id = "9"'), "utf-8")
    monkeypatch.setattr(contents, "FILE", wrong)

    with pytest.raises(KnowledgeError, match="in this order"):
        contents.parts(ROOT)
