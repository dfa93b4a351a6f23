"""The glossary: its terms, what its file must not contain."""

import re

import pytest

from netlearn.checks.glossary import faults
from netlearn.errors import NetlearnError
from netlearn.glossary import Term, term, terms
from netlearn.links import LinkError, check_link, markdown_links, numbers

KI67 = "../book/glossary.md#term-ki-67"
ROW = '[[term]]\nid = "{id}"\nterm = "{term}"\ndefinition = "{definition}"\n'


def every_term():
    return pytest.mark.parametrize("each", terms().values(), ids=lambda each: each.slug)


def without_links(text):
    return re.sub(r"\[[^\[\]]*\]\([^()]*\)", "", text)


def test_terms_are_in_the_order_of_the_alphabet():
    keys = [each.sort_key for each in terms().values()]
    assert keys == sorted(keys)
    assert len(keys) > 60


@every_term()
def test_definition_is_one_to_three_sentences(each):
    assert 1 <= len(re.findall(r"[.!?](?= |$)", each.plain)) <= 3


@every_term()
def test_number_in_a_definition_leads_to_its_evidence(each):
    """A number outside a link has nothing to rest on; one inside is a bound of what it leads to."""
    rest = re.sub(r"[Gg]rade\N{NO-BREAK SPACE}[123]", "", without_links(each.definition))
    for name in (name for other in terms().values() for name in other.names):
        rest = rest.replace(name, "")
    assert numbers(rest) == []
    for text, href in markdown_links(each.definition):
        assert check_link(text, href)


def test_plain_definition_has_no_links():
    assert "](" not in "".join(each.plain for each in terms().values())
    assert term("ki-67").plain.endswith("begins >\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}%.")


def test_unknown_term_is_refused_by_name():
    with pytest.raises(NetlearnError, match="ki67"):
        term("ki67")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ROW.format(id="Ki 67", term="Ki-67", definition="A protein."), "Ki 67: id: is not lower-case"),
        (ROW.format(id="os", term="OS", definition=" "), "os: definition: is empty"),
        (ROW.format(id="os", term="OS", definition="A.") + 'sea = ["x"]\n', "unknown key sea"),
        (ROW.format(id="os", term="OS", definition="A.") + 'see = ["pfs"]\n', "os: see: 'pfs' does not exist"),
        (ROW.format(id="os", term="OS", definition="A.") * 2, "os: id: is used twice"),
        (
            ROW.format(id="os", term="OS", definition="A.") + ROW.format(id="x", term="os", definition="B."),
            "x: term: 'os' names two terms",
        ),
    ],
)
def test_wrong_file_is_refused_with_the_place(tmp_path, text, said):
    path = tmp_path / "glossary.toml"
    path.write_text(text, encoding="utf-8")

    assert [fault for fault in faults(path) if said in str(fault)]


def test_word_may_be_linked_with_the_number_of_its_name_only():
    assert isinstance(check_link("Ki-67", KI67), Term)
    assert check_link("Ki-67 index", KI67)
    with pytest.raises(LinkError):
        check_link("Ki-67 of 20 %", KI67)


def test_term_that_does_not_exist_is_refused():
    with pytest.raises(LinkError, match="no such entry"):
        check_link("Ki-67", "../book/glossary.md#term-ki67")
