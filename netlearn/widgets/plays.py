"""A patient played through, for the page: its data, and the steps with folded answers for readers without script."""

from typing import Any

from netlearn.decision.cards import erratum_card, fact_card, update_card
from netlearn.evidence import updates
from netlearn.items.grading import right_answer
from netlearn.items.item import Json
from netlearn.items.play_steps import PlayQuestion, questions
from netlearn.items.plays import Play
from netlearn.items.remarks import rules_of
from netlearn.markup import Html
from netlearn.widgets.quiz import question_html
from netlearn.widgets.quiz_data import cited

__all__ = ["play_data", "play_html"]


def play_data(play: Play) -> Json:
    """What the page needs to play: each step with its question, and the cards of all sources; JSON-able.

    >>> from netlearn.items.plays import play
    >>> data = play_data(play("a-sound-heart-first"))
    >>> data["table"], len(data["steps"]), data["steps"][0]["variant"]["key"]
    ('play:a-sound-heart-first', 7, ['ask-first'])
    """
    steps = [_step(each) for each in questions(play)]
    variants = [step["variant"] for step in steps]
    return {
        "table": f"play:{play.slug}",
        "edition": "",
        "title": play.title,
        "chapter": play.chapter,
        "version": play.version,
        "end": play.end.strip().splitlines(),
        "steps": steps,
        "facts": {id: _card(id) for id in cited(variants)} | {id: erratum_card(id) for id in cited(variants, "errata")},
    }


def _card(id: str) -> Json:
    return update_card(id) if id in updates() else fact_card(id)


def _step(asked: PlayQuestion) -> Json:
    others = [{"by": by(each.edition), "says": each.says, "key": list(each.key)} for each in asked.others]
    return {"told": list(asked.told), "variant": asked.variant.to_json(), "others": others}


def by(edition: str) -> str:
    """How an edition is named before what it answers.

    >>> by("review-2012")
    'By the rules of 2012'
    """
    return f"By {rules_of(edition)}"


def play_html(play: Play) -> Html:
    """The element ``<net-play>`` with every step inside it, to be read without a script."""
    data = play_data(play)
    steps = Html("").join(_static(n, asked, data["facts"]) for n, asked in enumerate(questions(play), 1))
    end = Html("<p>{}</p>").each(data["end"])
    text = (
        '<net-play name="{}" chapter="{}" steps="{}"><details><summary>Read it step by step</summary>'
        '<div class="nl nl-q">{}{}</div></details></net-play>'
    )
    return Html(text).format(play.slug, play.chapter, len(play.steps), steps, end)


def _static(number: int, asked: PlayQuestion, facts: Json) -> Html:
    entry: dict[str, Any] = {"variants": [asked.variant.to_json()], "answers": [right_answer(asked.variant)]}
    others = Html("<p><b>{}:</b> {}</p>")
    after = Html("").join(others.format(by(each.edition), each.says) for each in asked.others)
    return Html("<p>{}</p>{}").format(" ".join(asked.told), question_html(number, entry, facts, after))
