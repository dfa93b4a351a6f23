"""What an exported table says of the edition before it: which inputs were renamed, which verdicts divided."""

from netlearn.decision.export import export


def test_renamed_input_is_exported_with_its_older_name() -> None:
    assert export("grade", "2026")["renames"] == {"mitoses_per_2mm2": "mitoses_per_10hpf"}
    assert export("grade", "review-2012")["renames"] == {}


def test_verdict_that_is_part_of_an_older_one_names_it() -> None:
    verdicts = export("grade", "2026")["verdicts"]

    assert {name: verdict["was"] for name, verdict in verdicts.items()} == {
        "NET G1": "not-G3",
        "NET G2": "not-G3",
        "NET G3": "G3",
        "NEC": "G3",
    }
