"""What a table calls implausible is true of nobody in the case library."""

from netlearn.clinic.cases import NO_TABLE, cases
from netlearn.decision.deciding import parse


def test_no_patient_is_one_that_nobody_would_meet_but_the_form_full_of_holes() -> None:
    """What is called implausible is true of nobody in the library: a condition turned round would be."""
    met = set()
    for patient in cases().values():
        for asked in patient.asked:
            for edition in (e for e, typed in asked.answers.items() if typed != NO_TABLE and "refused" not in typed):
                case = parse(asked.table, edition, asked.given[edition])
                known = {name: value for name, value in case.values.items() if value is not None}
                for clause in case.table.implausible:
                    if all(name in known and test.accepts(known[name]) for name, test in clause.when.items()):
                        met.add((patient.slug, asked.table, clause.id))
    assert met == {("a-form-full-of-holes", "embolisation", "full-liver-yet-elsewhere")}
