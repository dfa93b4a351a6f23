"""A script that types what a reader reads is a fault; names, selectors, classes and keys are none."""

import pytest

from netlearn.checks import script_words


@pytest.mark.parametrize(
    "script",
    [
        "h('p', { class: 'nl-hint' }, 'Tick all that apply.')",
        "node.textContent = n + ' of ' + all",
        "say('Recorded. ' + left())",
        'button("The patient\'s right", run)',
        "h('div', { 'aria-label': 'debrief' })",
        "const names = labels.join(' or ')",
        "node.textContent = `Not read`",
        "const s = '{count} more to find.'",
    ],
)
def test_words_are_seen(script: str) -> None:
    assert [line for line, _ in script_words.typed(script)] == [1]


@pytest.mark.parametrize(
    "script",
    [
        "'use strict';",
        "h('p', { class: 'nl-btn is-quiet' }, W.tick_all)",
        "page.querySelectorAll('tbody tr')",
        "if (event.key === 'Enter') run();",
        "// a comment of several words",
        "/* Another one. */",
        "const PATH = 'M14 62C8 30 40 8 96 8';",
        "NetLearn.list(names, 'or')",
        "text.replace(/it's a pattern/g, '')",
        "const name = 'quiz:' + chapter;",
        "say('{title}. {why}', said)",
    ],
)
def test_what_is_no_words_is_not_seen(script: str) -> None:
    assert list(script_words.typed(script)) == []


def test_a_fault_names_the_script_and_the_line() -> None:
    assert list(script_words.typed("\n\nsay('Not read');")) == [(3, "Not read")]
