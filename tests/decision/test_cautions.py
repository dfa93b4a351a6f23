"""What is cut out of a file is what its record says; where it cannot be cut out, the record is asked."""

import pytest

from netlearn import evidence, knowledge, prose
from netlearn.decision.cautions import erratum_caution


@pytest.mark.parametrize("id", evidence.errata())
def test_a_caution_says_what_the_record_of_its_erratum_says(id: str) -> None:
    found, record = erratum_caution(id), evidence.erratum(id)

    assert (found.risk, found.title, found.text) == (record.risk or "C", record.title, record.teach)


def test_an_erratum_is_read_however_its_file_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    cut_out = erratum_caution("E01")
    monkeypatch.setattr(knowledge, "entry", lambda *_: {})

    assert erratum_caution("E01") == cut_out


def test_an_erratum_that_does_not_exist_is_refused_by_its_id() -> None:
    with pytest.raises(evidence.UnknownIdError, match="'E99' is not known"):
        erratum_caution("E99")


@pytest.mark.parametrize("id", [*evidence.facts(), *evidence.figures()])
def test_a_number_in_a_sentence_is_that_of_the_record(id: str) -> None:
    record = evidence.facts().get(id) or evidence.figure(id)
    if record.value is not None:
        assert prose._value(id) == record.value


@pytest.mark.parametrize("id", ["3.3-29", "E01.dose", "netter-1.pfs-control"])
def test_a_number_is_read_however_its_file_is_laid_out(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_out = prose._value(id)
    monkeypatch.setattr(prose, "_row", lambda _: {})

    assert prose._value.__wrapped__(id) == cut_out
