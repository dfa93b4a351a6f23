"""The quiz without a browser: what its page needs, what stands there without JavaScript, and the live widget."""

import gzip

import pytest
from attrs import evolve

from netlearn.errors import InputError, NetlearnError
from netlearn.items import grade
from netlearn.items.bank import chosen
from netlearn.items.grading import right_answer
from netlearn.items.variant import Variant
from netlearn.markup import Html
from netlearn.widgets import Quiz, assets
from netlearn.widgets.quiz import quiz_html
from netlearn.widgets.quiz_data import cited, page_pool, quiz_data
from tests.items.bank import ROOT, TARGETS, asked
from tests.widgets.quiz_page import SLUGS, data_of, variant_of

EVERY = 11  # of the targets of all tables, one in so many


def with_parts(slug: str, **parts: str) -> Variant:
    variant, _ = variant_of(slug)
    return evolve(variant, parts={**variant.parts, **parts})


def test_items_come_in_the_order_asked():
    assert [item.slug for item in chosen("demo", ("zone-to-ablate", "make-a-type"), ROOT)] == [
        "zone-to-ablate",
        "make-a-type",
    ]


def test_all_items_in_force_come_where_none_is_named():
    assert len(chosen("demo", (), ROOT)) == len(list((ROOT / "demo/items").glob("*.toml")))


@pytest.mark.parametrize("slugs", [("no-such-item",), ("zone-to-ablate", "zone-to-ablate")])
def test_item_that_is_not_there_or_named_twice_is_refused(slugs):
    with pytest.raises(InputError, match=f"{slugs[-1]}.*each once, items of demo: one of"):
        chosen("demo", slugs, ROOT)


@pytest.mark.parametrize("kind", SLUGS)
def test_embedded_answer_of_every_variant_is_right(kind):
    (entry,) = data_of(SLUGS[kind])["items"]
    results = [grade(Variant.from_json(v), a).result for v, a in zip(entry["variants"], entry["answers"], strict=True)]
    assert set(results) == {"right"}


@pytest.mark.parametrize("target", TARGETS[::EVERY], ids=str)
def test_right_answer_is_found_for_targets_of_the_tables(target):
    variant = asked(*target)
    assert grade(variant, right_answer(variant)).result == "right"


def test_dose_that_no_menu_offers_is_refused_when_the_quiz_is_made():
    variant = with_parts(SLUGS["dose"], drug="dacarbazine")
    with pytest.raises(NetlearnError, match="no answer that the page offers is right"):
        right_answer(variant)


def test_no_two_variants_of_a_pool_read_the_same():
    (entry,) = data_of("fit-for-radiofrequency")["items"]
    assert len({variant["stem"] for variant in entry["variants"]}) == len(entry["variants"]) > 1


def test_every_cited_fact_is_embedded_with_its_card():
    data = data_of(*SLUGS.values())
    variants = [variant for entry in data["items"] for variant in entry["variants"]]
    ids = {*cited(variants), *cited(variants, "errata")}
    assert ids <= set(data["facts"])


def test_every_erratum_that_feedback_can_name_is_embedded_with_its_card():
    """Those of the tables that judge answers on the page too, whatever the answer."""
    assert {"E01", "E02"} <= set(data_of(SLUGS["dose"])["facts"])


def test_tables_are_those_that_the_kinds_ask():
    assert data_of(SLUGS["dose"])["tables"] == ["dose-check"]
    assert data_of(SLUGS["choice"])["tables"] == []


def test_element_names_its_items_in_their_order():
    assert 'items="zone-to-ablate share-type-three" tables=""' in quiz_html(
        data_of("zone-to-ablate", "share-type-three")
    )


def test_text_that_would_be_markup_is_text():
    data = data_of("share-type-three")
    data["items"][0]["variants"][0]["stem"] = "a<script>alert(1)</script>"
    html = quiz_html(data)
    assert "<script" not in html and "&lt;script&gt;" in html


def test_pool_of_a_page_has_every_item_in_force():
    pool = page_pool("demo", ROOT)
    assert pool["table"] == "quiz:demo"
    assert [entry["variants"][0]["item"] for entry in pool["items"]] == [item.slug for item in chosen("demo", (), ROOT)]


def test_default_content_links_its_evidence_as_the_sources_lie():
    html = quiz_html(data_of("share-type-three"))
    assert '<a class="nl-ev" href="../book/evidence.md#ev-2-20" data-ev="2-20">60–70\u00a0%</a>' in html


def test_script_stays_small():  # it also asks assessed questions, whose keys are not there
    assert len(gzip.compress(assets.quiz_script().encode())) < 20_500


# The live widget.


def quiz(*slugs: str) -> Quiz:
    return Quiz("demo", *slugs, root=ROOT)


def test_notebook_stores_the_element_and_the_call():
    data = quiz("share-type-three")._repr_mimebundle_()[0]
    assert data["text/html"] == quiz_html(data_of("share-type-three"))
    assert data["text/plain"] == "Quiz('demo', 'share-type-three')"


def test_grades_are_pythons():
    live = quiz("share-type-three", "zone-to-ablate")
    live.answers = {"zone-to-ablate": {"answer": "41 mm", "confidence": None, "seed": "0"}}
    assert live.grades == {"zone-to-ablate": grade(variant_of("zone-to-ablate")[0], "41 mm")}


@pytest.mark.parametrize("said", [None, {}, {"seed": "99"}, {"seed": ["0"]}])
def test_answer_to_no_variant_of_the_quiz_is_left_out(said):
    live = quiz("share-type-three")
    live.answers = {"share-type-three": said, "elsewhere": {"answer": "I", "seed": "0"}}
    assert live.grades == {}


def test_seeds_say_which_variants_there_are():
    live = Quiz("demo", "zone-to-ablate", root=ROOT, seeds=("4",))
    (entry,) = live._pool["items"]
    assert [variant["seed"] for variant in entry["variants"]] == ["4"]
    assert live._pool == quiz_data("demo", chosen("demo", ("zone-to-ablate",), ROOT), ("4",))


def test_whole_chapter_is_shown_one_question_at_a_time():
    assert quiz()._pool["paged"] is True


def test_amount_that_is_shown_is_the_plain_middle_of_what_is_right():
    variant = with_parts("zone-to-ablate", low="13.637", high="14.637", unit="cm")
    assert right_answer(variant) == "14\u00a0cm"


def test_the_answer_without_a_script_says_why_each_row_of_a_board_stands_in_its_group():
    data = data_of(SLUGS["board"])
    rows = data["items"][0]["variants"][0]["rows"]
    shown = str(quiz_html(data))

    assert len(rows) > 1
    for row in rows:
        assert str(Html("<li>{}</li>").format(row["feedback"])) in shown
