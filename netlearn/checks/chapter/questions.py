"""What a chapter promises, and its "Check yourself": each question asks for an objective and answers every option."""

import re
from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Notebook, joined
from netlearn.checks.fault import Fault

PROMISES, ASKED = "After this chapter you can", "Check yourself"
OPTIONS = ["A", "B", "C", "D"]
_TYPED = "are typed; accepted: objectives(chapter), whose words stand in exercises/<chapter>/objectives.toml"
_NUMBER = re.compile(r"^(\d)\. ", re.MULTILINE)
_ANSWER = "<details>\n<summary>Answer</summary>\n\n"


def questions(chapter: Notebook) -> Iterator[Fault]:
    """Yield what is wrong with each question, and each objective that none asks for."""
    asked = re.split(r"\*\*Question (\d+)\.\*\*", _section(chapter, ASKED))[1:]
    for number, text in zip(asked[::2], asked[1::2], strict=True):
        for says in _wrong(text):
            yield chapter.fault("", f"question {number}", says)
    for objective in _NUMBER.findall(_shown(chapter)) if asked else ():
        if f"(Objective {objective})" not in chapter.text:
            yield chapter.fault("", "questions", f"none asks for objective {objective}")


def promises(chapter: Notebook) -> Iterator[Fault]:
    """Yield objectives that are typed in the notebook: the bank has them, since each item names the one it asks for."""
    if _NUMBER.search(_section(chapter, PROMISES)):
        yield chapter.fault("", "objectives", _TYPED)


def _shown(chapter: Notebook) -> str:
    """The objectives as the notebook shows them."""
    cells = [cell for cell in chapter.code if "objectives(" in cell.source]
    return "\n".join(joined(each.get("data", {}).get("text/markdown", "")) for cell in cells for each in cell.outputs)


def _wrong(text: str) -> Iterator[str]:
    question, _, answer = text.partition(_ANSWER)
    right = re.match(r"\*\*([A-D])\.\*\*", answer)
    if not re.search(r"\(Objective \d\)", question):
        yield "names no objective"
    if re.findall(r"^- ([A-Z])\. ", question, re.MULTILINE) != OPTIONS:
        yield f"has not the options {', '.join(OPTIONS)}"
    if not right:
        yield "has no answer that begins with the letter of the right option"
    elif re.findall(r"^- ([A-Z]): ", answer, re.MULTILINE) != [each for each in OPTIONS if each != right[1]]:
        yield "does not say of each other option why it is wrong"


def _section(chapter: Notebook, heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", chapter.text, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""
