"""What the browser keeps of a self-check: only there, by schema, to a file and back, and forgotten on asking."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netlearn.items.item import Json
from tests.widgets.quiz_page import KEY, SLUGS
from tests.widgets.test_quiz_page import (
    NO_STORAGE,
    Reader,
    answer_right,
    answer_wrong,
    kept,
    open_answers,
    reader,
    root,
)

__all__ = ["reader", "root"]
pytestmark = pytest.mark.browser

TYPE = "demo/share-type-three@1"
ZONE = "demo/zone-to-ablate@1"


def told(page: Page):
    return page.locator(".nl-q-told")


AT = "2026-11-20T08:00:00.000Z"
GIVEN = {"answer": "I", "confidence": None, "at": AT}


def a_try(at: str = AT, **changes: object) -> Json:
    made = {
        "seed": "0",
        "confidence": None,
        "result": "wrong",
        "score": "0",
        "dangerous": False,
        "at": at,
    }
    return {**made, **changes}


def record(**changes: object) -> Json:
    schedule = {"repetitions": 0, "days": 1, "ease": 196}
    return {"first": a_try(), "last": a_try(), "tries": 1, "schedule": schedule, "due": "2026-11-21", **changes}


def a_file(items: object, answers: object = None, **changes: object) -> str:
    given = {} if answers is None else answers
    return json.dumps({"schema": 2, "course": "netlearn", "answers": given, "items": items, **changes})


def of_schema_1(last: Json, first: Json | None = None) -> str:
    """What the browser kept before answers had a key of their own: they stood in the tries."""
    old = record(first={**a_try(), **(first or last)}, last={**a_try(), **last})
    return json.dumps({"schema": 1, "course": "netlearn", "items": {TYPE: old}})


def take_in(page: Page, text: str) -> None:
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "answers.json", "mimeType": "application/json", "buffer": text.encode()})


def held(page: Page) -> str | None:
    found: str | None = page.evaluate(f"localStorage.getItem('{KEY}')")
    return found


def keeping(text: str) -> str:
    """A script after which the browser holds a text, once."""
    return f"if (localStorage.length === 0) localStorage.setItem('{KEY}', {json.dumps(text)})"


def test_answers_are_there_again_after_a_reload(reader):
    page = reader.open()
    answer_right(page, "share-type-three")
    page.reload()
    expect(page.locator(".nl-q-score")).to_contain_text("Right first time: 1 of 1")
    expect(page.locator(".nl-q-item").first).to_contain_text("First time: right.")


def test_one_key_with_a_schema_version_is_all_that_is_kept(reader):
    page = reader.open()
    answer_right(page, "share-type-three", "sure")
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    found = json.loads(held(page) or "")
    assert (found["schema"], found["course"], list(found["items"])) == (2, "netlearn", [TYPE])
    at = found["items"][TYPE]["first"]["at"]
    assert found["items"][TYPE]["first"] == a_try(at, confidence="sure", result="right", score="1")
    assert found["answers"] == {f"{TYPE}#0": {"answer": "III", "confidence": "sure", "at": at}}


def test_the_last_answer_to_a_question_stands_under_its_key_whatever_the_first_was(reader):
    page = reader.open()
    answer_wrong(page, "share-type-three", "I", "sure")
    answer_right(page, "share-type-three")
    found = json.loads(held(page) or "")
    assert found["answers"][f"{TYPE}#0"]["answer"] == "III"
    assert found["items"][TYPE]["first"]["result"] == found["items"][TYPE]["last"]["result"] == "wrong"


def test_an_answer_that_was_shown_is_nobodys(reader):
    page = reader.open()
    page.get_by_role("button", name="Show the answer").first.click()
    assert json.loads(held(page) or "")["answers"] == {}


def test_what_the_browser_kept_in_the_earlier_schema_is_read_and_goes_on(reader):
    page = reader.open(script=keeping(of_schema_1({"answer": "I"})))
    expect(page.locator(".nl-q-score")).to_contain_text("Right first time: 0 of 1")
    answer_right(page, "zone-to-ablate")
    found = json.loads(held(page) or "")
    assert found["schema"] == 2 and sorted(found["items"]) == [TYPE, ZONE]
    assert found["answers"][f"{TYPE}#0"] == GIVEN
    assert found["items"][TYPE] == record()


def test_of_the_earlier_schema_an_answer_that_was_shown_is_left_out(reader):
    page = reader.open()
    take_in(page, of_schema_1({"answer": "III", "result": "shown"}, first={"answer": "I"}))
    expect(told(page)).to_contain_text("Taken in")
    assert json.loads(held(page) or "")["answers"] == {f"{TYPE}#0": GIVEN}


def test_of_two_answers_to_one_variant_the_later_is_kept(reader):
    page = reader.open()
    later = {**GIVEN, "answer": "II", "at": "2026-11-21T08:00:00.000Z"}
    take_in(page, a_file({}, {f"{TYPE}#0": later}))
    take_in(page, a_file({}, {f"{TYPE}#0": GIVEN, f"{TYPE}#1": GIVEN}))
    assert json.loads(held(page) or "")["answers"] == {f"{TYPE}#0": later, f"{TYPE}#1": GIVEN}


def test_without_storage_it_works_until_the_page_is_left_and_says_so(reader):
    page = reader.open(script=NO_STORAGE)
    answer_right(page, "share-type-three")
    expect(page.locator(".nl-q-score")).to_contain_text("Right first time: 1 of 1")
    open_answers(page)
    expect(page.locator(".nl-q-keep")).to_contain_text("This browser keeps nothing for this page")


def test_full_storage_is_said_and_loses_nothing_of_the_visit(reader):
    page = reader.open(
        script="Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    answer_right(page, "share-type-three")
    answer_right(page, "zone-to-ablate")
    expect(page.locator(".nl-q-score")).to_contain_text("Right first time: 2 of 2")
    open_answers(page)
    expect(page.locator(".nl-q-keep")).to_contain_text("This browser keeps nothing for this page")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ('{"schema": 3, "course": "netlearn", "anything": 1}', "A newer version of this course"),
        ("{not json", "cannot be read"),
        (a_file({TYPE: {"tries": 1}}), "cannot be read"),
    ],
)
def test_what_is_newer_or_not_understood_is_never_overwritten(reader, text, note):
    page = reader.open(script=keeping(text))
    answer_right(page, "share-type-three")
    assert held(page) == text
    expect(page.locator(".nl-q-score")).to_contain_text("Right first time: 1 of 1")
    open_answers(page)
    expect(page.locator(".nl-q-keep")).to_contain_text(note)


def test_newer_answers_are_not_forgotten_either(reader):
    text = '{"schema": 3, "course": "netlearn"}'
    page = reader.open(script=keeping(text))
    open_answers(page)
    page.get_by_role("button", name="Forget my answers").click()
    page.get_by_role("button", name="Forget them").click()
    assert held(page) == text


def test_unreadable_text_is_forgotten_on_asking_and_comes_back_on_undo(reader):
    page = reader.open(script=keeping("{not json"))
    open_answers(page)
    page.get_by_role("button", name="Forget my answers").click()
    page.get_by_role("button", name="Forget them").click()
    assert held(page) is None
    page.get_by_role("button", name="Undo").click()
    assert held(page) == "{not json"


def test_saved_file_brings_the_answers_to_another_browser(reader, tmp_path):
    page = reader.open()
    answer_wrong(page, "share-type-three", "I", "sure")
    open_answers(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    path = Path(tmp_path, "answers.json")
    download.value.save_as(path)
    other = reader.open()
    take_in(other, path.read_text(encoding="utf-8"))
    expect(told(other)).to_contain_text("Taken in")
    assert kept(other) == kept(page)
    expect(other.locator(".nl-q-score")).to_contain_text("Right first time: 0 of 1")


def test_file_is_joined_with_the_answers_that_are_there(reader):
    page = reader.open()
    answer_right(page, "share-type-three")
    answer_right(page, "zone-to-ablate")
    mine = kept(page)
    take_in(page, a_file({TYPE: record(tries=3), "other/from-elsewhere@2": record()}))
    expect(told(page)).to_contain_text("Taken in")
    now = kept(page)
    assert now[ZONE] == mine[ZONE]
    assert now["other/from-elsewhere@2"] == record()
    assert now[TYPE] == {**mine[TYPE], "first": a_try(), "tries": 3}


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "{", "x" * 5_000_001, a_file({}, course="another"), a_file({}, schema=3),
        a_file({}, schema=0), a_file({}, schema=1), a_file({}, schema="2"), a_file([]),
        a_file({}, more=1), a_file({"__proto__": record()}),
        a_file({"no-version": record()}), a_file({TYPE: record(due=None)}), a_file({TYPE: record(due="tomorrow")}),
        a_file({TYPE: record(due="2026-13-40")}), a_file({TYPE: record(tries=0)}), a_file({TYPE: record(more=1)}),
        a_file({TYPE: record(first=a_try(result="great"))}),
        a_file({TYPE: record(last=a_try(at="yesterday"))}), a_file({TYPE: record(schedule={"days": 1})}),
        a_file({ZONE: record(), TYPE: None}), a_file({}, []), a_file({}, {TYPE: GIVEN}),
        a_file({}, {f"{TYPE}#0": {**GIVEN, "at": "today"}}), a_file({}, {f"{TYPE}#0": {**GIVEN, "more": 1}}),
        a_file({}, {f"{TYPE}#0": {"answer": "I"}}), of_schema_1({}), of_schema_1({"answer": "I", "more": 1}),
    ],
    ids=range(30),
)  # fmt: skip
def test_file_that_is_not_understood_changes_nothing(reader, text):
    page = reader.open()
    answer_right(page, "share-type-three")
    before = held(page)
    take_in(page, text)
    expect(told(page)).to_contain_text("Nothing was changed.")
    assert held(page) == before


def test_forgetting_asks_first(reader):
    page = reader.open()
    answer_right(page, "share-type-three")
    open_answers(page)
    page.get_by_role("button", name="Forget my answers").press("Enter")
    page.get_by_role("button", name="Keep them").press("Enter")
    assert list(kept(page)) == [TYPE]
    expect(page.get_by_role("button", name="Forget my answers")).to_be_focused()


def test_forgotten_answers_come_back_on_undo_beside_what_was_answered_since(reader):
    page = reader.open()
    answer_right(page, "share-type-three")
    open_answers(page)
    page.get_by_role("button", name="Forget my answers").press("Enter")
    page.get_by_role("button", name="Forget them").press("Enter")
    assert held(page) is None
    expect(page.locator(".nl-q-score")).to_have_text(f"{len(SLUGS)} questions, none answered yet.")
    answer_right(page, "zone-to-ablate")
    page.get_by_role("button", name="Undo").press("Enter")
    assert sorted(kept(page)) == [TYPE, ZONE]


def test_answers_of_two_tabs_are_both_kept(reader: Reader):
    page = reader.open()
    other = page.context.new_page()
    other.goto(page.url)
    answer_right(page, "share-type-three")
    answer_right(other, "zone-to-ablate")
    assert sorted(kept(page)) == [TYPE, ZONE]
    expect(page.locator(".nl-q-score")).to_contain_text("Right first time: 2 of 2")
