"""Apache UIMA itself, on which INCEpTION is built, reads our XMI strictly. Runs where Java and UIMA are installed."""

import functools
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from cassis import Cas, load_cas_from_xmi, load_typesystem
from tests.formats.annotations.sample import annotated

from taqabul.formats.annotations.xmi import SPAN_TYPE, TIE_TYPE, XmiWriter

JAVAC = shutil.which("javac")
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
UIMA = Path("/usr/share/java/uimaj-core.jar")
pytestmark = pytest.mark.skipif(
    JAVAC is None or not UIMA.exists(),
    reason="Java's compiler or Apache UIMA is not installed (Debian: default-jdk-headless libuima-core-java)",
)


@functools.cache
def unpacked() -> dict[str, bytes]:
    """What is exported: both sides in one document, and each by itself."""
    files: dict[str, bytes] = {}
    for writer in (XmiWriter("apart", together=False), XmiWriter("both", together=True)):
        out = io.BytesIO()
        writer.write(annotated(), out)
        with zipfile.ZipFile(out) as archive:
            files |= {name: archive.read(name) for name in archive.namelist()}
    return files


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the compiled reader."""
    folder = tmp_path_factory.mktemp("reader")
    source = Path(__file__).with_name("ReadCas.java")
    subprocess.run([str(JAVAC), "-cp", str(UIMA), "-d", str(folder), str(source)], check=True, timeout=120)
    return folder


def read(reader: Path, folder: Path, name: str) -> list[dict[str, str]]:
    """The annotations that UIMA finds, each with its features."""
    for file in (name, "TypeSystem.xml"):
        (folder / file).write_bytes(unpacked()[file])
    done = subprocess.run(
        ["java", "-cp", f"{UIMA}:{reader}", "ReadCas", str(folder / "TypeSystem.xml"), str(folder / name)],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = []
    for line in done.stdout.splitlines():
        kind, begin, end, text, *features = line.split("\t")
        values = dict(feature.split("=") for feature in features)
        found.append(
            {"type": kind, "units": f"{begin}-{end}", "text": said(text)}
            | {key: said(value) for key, value in values.items() if key not in {"begin", "end"}}
        )
    return found


def said(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode()


def ours(name: str) -> Cas:
    """What dkpro-cassis finds in the same file."""
    types = load_typesystem(io.BytesIO(unpacked()["TypeSystem.xml"]))
    return load_cas_from_xmi(io.BytesIO(unpacked()[name]), types)


def begin(one: Any) -> int:
    return int(one.begin)


def features(one: Any, names: tuple[str, ...]) -> dict[str, str]:
    return {name: getattr(one, name) or "" for name in names}


@pytest.mark.parametrize("name", ["both.xmi", "source-ar.xmi", "target-en.xmi"])
def test_uima_finds_every_label_on_its_words_with_all_that_was_said(
    reader: Path, tmp_path: Path, name: str
) -> None:
    found = read(reader, tmp_path, name)
    spans = {(one["uid"], one["part"], one["text"]): one for one in found if one["type"] == SPAN_TYPE}
    expected = ours(name).select(SPAN_TYPE)
    assert len(expected) == len(spans) > 3
    told = ("label", "labelSet", "attributes", "severity", "comment", "status", "claim", "author", "place")
    for one in expected:
        assert features(one, told).items() <= spans[one.uid, one.part, one.get_covered_text()].items()
    words = [one["text"] for one in found if one["type"].endswith(".Token")]
    assert len(words) > 10
    assert words == [one.get_covered_text() for one in sorted(ours(name).select(f"{DKPRO}.Token"), key=begin)]


def test_uima_finds_both_ends_of_every_tie(reader: Path, tmp_path: Path) -> None:
    ties = [one for one in read(reader, tmp_path, "both.xmi") if one["type"] == TIE_TYPE]
    assert {(one["uid"], one["kind"], one["Governor"], one["Dependent"]) for one in ties} == {
        ("rel-1", "weakened", "uid-1", "uid-2"),
        ("rel-2", "supports", "uid-1", "uid-5"),
    }
