"""The QTI zip against the public definition of QTI 1.2.1, and what that cannot say: every name is used once, and meant.

The definition is the consortium's document type. It is not ours to carry: pip fetches the one package that has it,
under its hash; without a network this one test is skipped and says so.
"""

import re
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from netlearn.grader.outputs.qti import write_qti

EXAMPLES, EXERCISES = Path(__file__).parents[1] / "items/examples", Path(__file__).parents[2] / "exercises"
PINNED = "pyslet==0.7.20170805 --hash=sha256:d4cbb85e16d58a8f990e15e711266ec2fe30a4dc4626c4d839bb7b7824afdf6c\n"
KEPT = Path(sys.prefix, "ims_qtiasiv1p2p1.dtd")
Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
#: The one element that is not QTI's: Canvas's points of a group, where QTI leaves room for such.
EXTENSION = "<!ELEMENT points_per_item (#PCDATA)>"


@pytest.fixture(scope="module", params=["demo", "02-significance", "03.3-ablation"])
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a zip."""
    path = tmp_path_factory.mktemp("qti") / "x.zip"
    write_qti(EXAMPLES if request.param == "demo" else EXERCISES, request.param, path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


@pytest.fixture(scope="module")
def definition(tmp_path_factory: pytest.TempPathFactory) -> etree.DTD:
    if not KEPT.is_file():
        fetch(tmp_path_factory.mktemp("fetched"))
    text = f"{KEPT.read_text(encoding='utf-8')}\n{EXTENSION}"
    with (tmp_path_factory.mktemp("dtd") / "x.dtd").open("w+", encoding="utf-8") as file:
        file.write(text)
        file.seek(0)
        return etree.DTD(file)


def fetch(folder: Path) -> None:
    """Keep the definition in the environment's folder; skip where it cannot be had."""
    (folder / "pinned").write_text(PINNED)
    command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(
        [*command, "--no-binary", "pyslet", "--require-hashes", "-d", str(folder), "-r", str(folder / "pinned")],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"the definition of QTI could not be fetched: {done.stderr.strip().splitlines()[-1:]}")
    with tarfile.open(next(folder.glob("*.tar.gz"))) as packed:
        (name,) = [name for name in packed.getnames() if re.search(r"v1p2p1/ims_qtiasiv1p2p1\.dtd$", name)]
        KEPT.write_bytes(packed.extractfile(name).read())


def questions(files: dict[str, bytes]) -> Any:
    """The root of the questions."""
    (data,) = [data for name, data in files.items() if "/" in name and not name.endswith("assessment_meta.xml")]
    return etree.fromstring(data)


def bare(root: Any) -> Any:
    """The same without the namespace, of which a document type knows nothing."""
    for each in root.iter():
        each.tag = etree.QName(each).localname
    for name in list(root.attrib):
        del root.attrib[name]  # where the schema lies
    etree.cleanup_namespaces(root)
    return root


def test_the_questions_are_as_qti_defines_them(opened: dict[str, bytes], definition: etree.DTD):
    definition.validate(bare(questions(opened)))

    assert [str(each) for each in definition.error_log] == []


def test_what_is_out_of_place_would_be_found(opened: dict[str, bytes], definition: etree.DTD):
    root = bare(questions(opened))
    item = root.find(".//item")
    item.append(item.find("presentation"))  # behind what follows it

    assert not definition.validate(root)


def test_every_identifier_is_used_once_and_every_reference_is_to_one_that_there_is(opened: dict[str, bytes]):
    root = questions(opened)
    used = Counter(each.get("ident") for tag in ("assessment", "section", "item") for each in root.iter(f"{Q}{tag}"))

    assert [ident for ident, count in used.items() if count > 1] == []
    for item in root.iter(f"{Q}item"):
        labels = Counter(each.get("ident") for each in item.iter(f"{Q}response_label"))
        feedback = Counter(each.get("ident") for each in item.iter(f"{Q}itemfeedback"))
        responses = {each.get("ident") for tag in ("response_lid", "response_str") for each in item.iter(f"{Q}{tag}")}
        compared = list(item.iter(f"{Q}varequal"))
        assert not [ident for ident, count in (labels + feedback).items() if count > 1]
        assert {each.get("linkrefid") for each in item.iter(f"{Q}displayfeedback")} == set(feedback)
        assert {each.get("respident") for each in compared} <= responses
        assert not labels or {each.text for each in compared} <= set(labels)


def test_the_manifest_lists_every_file_once_and_no_other(opened: dict[str, bytes]):
    manifest = etree.fromstring(opened["imsmanifest.xml"])
    listed = manifest.xpath("//*[local-name()='file']/@href")
    resources = manifest.xpath("//*[local-name()='resource']/@identifier")

    assert sorted(listed) == sorted(set(opened) - {"imsmanifest.xml"})
    assert set(manifest.xpath("//@identifierref")) <= set(resources)
    assert len(resources) == len(set(resources))
