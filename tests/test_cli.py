"""The command line: prove and decide."""

import json

import pytest
from typer.testing import CliRunner

import netlearn as nl
from netlearn.cli import app

run = CliRunner().invoke


def test_prove_proves_every_table_of_every_edition() -> None:
    done = run(app, ["prove"])

    assert done.exit_code == 0, done.output
    assert "FAILS" not in done.output


def test_decide_as_json_is_the_decision() -> None:
    done = run(app, ["decide", "grade", "--ki67-percent", "20.1", "--json"])

    assert json.loads(done.output) == nl.decide("grade", ki67_percent=20.1).to_json()


def test_decide_reads_a_liver_map() -> None:
    args = ["--lesions-by-segment", "VI=dominant,II=small", "--diffuse-multifocal", "no", "--json"]
    done = run(app, ["decide", "liver-involvement", *args])

    assert json.loads(done.output)["verdict"] == "II"


def test_decide_in_words_ends_with_the_disclaimer() -> None:
    done = run(app, ["decide", "grade", "--ki67-percent", "20.1"])

    assert done.output.strip().endswith("Education, not medical advice.")


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["decide", "grade", "--ki67-percent", "5,25"], "ki67_percent"),
        (["decide", "grade", "--ki67", "5"], "--ki67-percent"),
        (["decide", "grade", "--ki67-percent", "50", "--ki67-percent", "5"], "ki67_percent: '50, 5'"),
        (["decide", "grade", "--ki67-percent", "50", "--ki67_percent", "50"], "one value, given once"),
        (["decide", "liver-involvement", "--lesions-by-segment", "II=dominant,VI=small,II=small"], "'dominant, small'"),
        (["decide", "graed", "--ki67-percent", "5"], "graed"),
        (["decide", "grade", "--edition", "1999", "--ki67-percent", "5"], "1999"),
        (["prove", "graed"], "graed"),
    ],
)
def test_a_refusal_is_one_line_that_names_it_and_exit_2(args: list[str], named: str) -> None:
    done = run(app, args)

    assert done.exit_code == 2
    assert named in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
