"""`netlearn diff`: what an edit to the knowledge changes against a git revision, before it is committed."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from netlearn import knowledge
from netlearn.cli import app
from netlearn.decision import load
from netlearn.diff.changes import Changes, changes, comparable_inputs
from netlearn.diff.citations import files, rules
from netlearn.diff.revision import KNOWLEDGE, knowledge_at
from netlearn.diff.snapshot import Snapshot, snapshots
from netlearn.errors import KnowledgeError, NetlearnError
from netlearn.evidence import fact

ROOT = Path(__file__).parents[1]

CASE = """
slug = "one"
title = "One lesion"
story = "A single lesion of 2.5 cm."
question = "Can it be ablated?"
known = { resectable = false, largest_diameter_cm = 2.5, lesion_count = 1, lobes_involved = "left" }

[[asked]]
table = "rfa"
review-2012 = "suitable"
2026 = "suitable"
"""
RFA = "tables/review-2012/rfa.toml"
EDITS = (  # file, what stands there, what it becomes
    (RFA, 'largest_diameter_cm = "<= 3", lesion_count', 'largest_diameter_cm = "<= 2", lesion_count'),
    (RFA, "is called unsuitable.", "is too large."),
    ("evidence/2.toml", "low = 60\nhigh = 70", "low = 61\nhigh = 70"),
    ("doses.toml", "octreotide = []", 'octreotide = ["somatostatin-8"]'),
)
REMOVED = "tables/2026/sirt.toml"


def git(repository: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *author, *arguments], cwd=repository, env=environment, capture_output=True, check=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in git with one case and nothing edited."""
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / KNOWLEDGE, root / KNOWLEDGE, ignore=shutil.ignore_patterns("cases", "__pycache__"))
    for folder in ("chapters", "book"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns(".*"))
    (root / KNOWLEDGE / "cases").mkdir()
    (root / KNOWLEDGE / "cases/one.toml").write_text(CASE, encoding="utf-8")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "--message", "the course")
    return root


@pytest.fixture(scope="module")
def edited(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same course with edits that nobody has committed."""
    root = tmp_path_factory.mktemp("edited") / "course"
    shutil.copytree(repository, root)
    for name, old, new in EDITS:
        path = root / KNOWLEDGE / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer has {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")
    (root / KNOWLEDGE / REMOVED).unlink()
    return root


@pytest.fixture(scope="module")
def states(edited: Path) -> tuple[Snapshot, ...]:
    with knowledge_at(edited, "HEAD") as before:
        return snapshots(before, edited / KNOWLEDGE)


@pytest.fixture(scope="module")
def found(states: tuple[Snapshot, ...]) -> Changes:
    return changes(*states)


@pytest.fixture(scope="module")
def told(edited: Path) -> Result:
    return CliRunner().invoke(app, ["diff", "--root", str(edited)])


def test_nothing_edited_is_nothing_changed_and_exit_0(repository):
    done = CliRunner().invoke(app, ["diff", "HEAD", "--root", str(repository)])

    assert done.exit_code == 0, done.output
    assert done.output.strip() == "The knowledge is as in HEAD."


def test_the_installed_command_runs_too(repository):
    """Its reading processes begin by importing the command line, which must have read no knowledge by then."""
    command = [Path(sys.executable).with_name("netlearn"), "diff", "--root", repository]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_edits_are_exit_1_and_counted_in_the_last_line(told):
    assert told.exit_code == 1, told.output
    assert told.output.strip().splitlines()[-1].startswith("Changed: tables 2, ")


def test_only_edited_tables_are_named(found):
    assert {(t.edition, t.name, t.state) for t in found.tables} == {
        ("review-2012", "rfa", "changed"),
        ("2026", "sirt", "removed"),
    }


def test_region_between_the_old_threshold_and_the_new_is_found(found):
    rfa = next(t for t in found.tables if t.name == "rfa")
    sizes = {one.region.when["largest_diameter_cm"] for one in rfa.regions}

    assert sizes == {"]2..3]"}
    assert {(one.before.verdicts, one.after.status) for one in rfa.regions} == {(("suitable",), "not-stated")}


def test_regions_are_told_in_words_with_a_case(told):
    output = told.output.replace("\xa0", " ")

    assert "Suitable → Not stated" in output
    assert "Largest diameter > 2 to 3 cm" in output
    assert "one case: The lesions can be resected: no; Largest diameter: 3 cm" in output


def test_edited_rules_tell_what_changed_in_them(found):
    rfa = next(t for t in found.tables if t.name == "rfa")
    edits = {one.id: {name for name, *_ in one.parts} for one in rfa.edits}

    assert edits == {"large": {"because"}, "small": {"when"}}


def test_table_that_an_edit_leaves_with_a_gap_is_not_proved(told):
    assert "not proved; see: netlearn prove rfa --edition review-2012" in told.output


def test_changed_fact_tells_its_value_before_and_after(found):
    assert [(one.kind, one.id, one.state) for one in found.entries] == [("fact", "2-20", "changed")]
    assert found.entries[0].parts == (("value", "60–70\xa0%", "61–70\xa0%"),)


def test_changed_fact_tells_its_page_and_who_cites_it(told):
    assert "page: book/evidence.md#ev-2-20" in told.output
    cited = next(line for line in told.output.splitlines() if line.startswith("  cited by: "))
    assert "chapters/02-significance.ipynb" in cited
    assert "netlearn/figures/prognosis.py" not in cited, "this course has no code"


def test_rule_that_cites_is_named_with_its_table_and_edition():
    tables = {("review-2012", "rfa"): load("rfa")}

    assert "tables/review-2012/rfa: large" in rules(tables, "E16")
    assert "tables/review-2012/rfa: surgery" not in rules(tables, "E16")


def test_value_of_another_file_is_told_by_its_key(found):
    assert [(one.kind, one.id) for one in found.files] == [("doses.toml", "drugs.octreotide")]
    assert found.files[0].parts == (("", "–", "somatostatin-8"),)


def test_case_whose_answer_changes_is_told_with_both_answers(found):
    assert [(one.id, one.state) for one in found.cases] == [("one, rfa, review-2012", "changed")]
    before, after = found.cases[0].parts[0][1:]
    assert before == "suitable"
    assert after.startswith("silent")


def test_work_tree_and_index_are_left_as_they_were(repository):
    CliRunner().invoke(app, ["diff", "HEAD", "--root", str(repository)])

    assert git(repository, "status", "--porcelain") == ""


def test_files_that_cite_an_entry_are_found_by_link_and_by_quoted_id(tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "netlearn").mkdir()
    (tmp_path / "book/linking.md").write_text("[60–70 %](evidence.md#ev-2-20)")
    (tmp_path / "book/other.md").write_text("[x](evidence.md#ev-2-201) and 2-20 in words")
    (tmp_path / "netlearn/quoting.py").write_text('LABEL = "2-20"')
    (tmp_path / "netlearn/example.py").write_text('    >>> fact("2-20")')

    assert list(files(tmp_path, fact("2-20"))) == ["book/linking.md", "netlearn/quoting.py"]


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD~1"])
def test_revision_that_does_not_exist_is_exit_2_and_named(repository, revision):
    done = CliRunner().invoke(app, ["diff", "--root", str(repository), "--", revision])

    assert done.exit_code == 2
    assert revision in done.output


def test_folder_outside_git_is_refused(tmp_path):
    with pytest.raises(NetlearnError, match="not a git repository"), knowledge_at(tmp_path, "HEAD"):
        pass


def test_knowledge_that_cannot_be_read_is_exit_2_and_names_the_fault(repository, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(repository, root)
    path = root / KNOWLEDGE / RFA
    path.write_text(
        path.read_text(encoding="utf-8").replace('verdict = "unsuitable"', 'verdict = "bad"'), encoding="utf-8"
    )
    done = CliRunner().invoke(app, ["diff", "--root", str(root)])

    assert done.exit_code == 2
    assert "large.verdict is 'bad'" in done.output


def test_another_folder_is_refused_once_the_knowledge_was_read(tmp_path):
    fact("2-20")

    with pytest.raises(KnowledgeError, match="had been read"):
        knowledge.read_from(tmp_path)


def test_input_of_another_kind_cannot_be_compared():
    assert comparable_inputs(load("rfa"), load("rfa", "2026"))
    assert not comparable_inputs(load("rfa"), _with_words_for_size())


def _with_words_for_size():
    table = load("rfa")
    size = table.input("largest_diameter_cm")
    other = replace(size, kind="choice", values=("small", "large"), domain=None)
    return replace(table, inputs=tuple(other if i is size else i for i in table.inputs))


def test_revision_without_a_section_of_words_is_lent_the_words_of_today(repository):
    words = repository / KNOWLEDGE / "words.toml"
    kept = words.read_text(encoding="utf-8")
    words.write_text(kept.split("\n[refused]")[0], encoding="utf-8")
    git(repository, "commit", "--quiet", "-am", "older")
    older = git(repository, "rev-parse", "HEAD").strip()
    words.write_text(kept, encoding="utf-8")
    git(repository, "commit", "--quiet", "-am", "newer")

    with knowledge_at(repository, older) as folder:
        assert (folder / "words.toml").read_text(encoding="utf-8") == kept
