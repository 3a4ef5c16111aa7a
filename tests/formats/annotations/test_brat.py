"""brat's files: read by another's parser, by our own reader, and hard to break."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from bioc import brat
from bioc.brat.validator import validate
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.annotations.sample import ANNOTATIONS, annotated, at, bare

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.language import Side
from taqabul.formats.annotations.brat import BratWriter
from taqabul.formats.annotations.brat_names import RECORD, brat_name, key_of, many_lines, one_line
from taqabul.formats.annotations.brat_reader import read_brat
from taqabul.formats.annotations.incoming import IncomingAnnotation
from taqabul.formats.annotations.own_incoming import incoming_from

APART, TOGETHER = BratWriter("brat", together=False), BratWriter("brat, both", together=True)
each_form = pytest.mark.parametrize("writer", [APART, TOGETHER])


def unpacked(writer: BratWriter, folder: Path, whole: AnnotatedBitext | None = None) -> Path:
    """The archive's place; its files lie beside it."""
    place = folder / "out.brat.zip"
    with place.open("wb") as out:
        writer.write(whole or annotated(), out)
    with zipfile.ZipFile(place) as archive:
        archive.extractall(folder)
    return place


def parsed(place: Path) -> brat.BratDocument:
    """A document as another's parser sees it, with all its references checked."""
    text, lines = (place.with_suffix(end).read_bytes().decode() for end in (".txt", ".ann"))
    document = brat.loads(text, lines.rstrip("\n"), place.stem)
    # Its check of quotes knows no discontinuous ones; these are compared below.
    validate(document, lambda message: None if "text is incorrect" in message else pytest.fail(message))
    return document


def placed() -> dict[str, IncomingAnnotation]:
    """What brat can hold of the sample: all that has a place."""
    return {one.key: one for one in incoming_from(annotated()).annotations if not one.lost}


@each_form
def test_another_parser_reads_the_quotes_that_are_there(writer: BratWriter, tmp_path: Path) -> None:
    unpacked(writer, tmp_path)
    documents = list(tmp_path.glob("*.ann"))
    assert len(documents) == (1 if writer is TOGETHER else 2)
    for place in documents:
        document = parsed(place)
        assert document.entities
        for entity in document.entities:
            pieces = [document.text[span.begin : span.end] for span in sorted(entity.locations)]
            assert " ".join(pieces) == entity.text
            assert not any("\n" in piece for piece in pieces)


def test_another_parser_sees_relations_attributes_and_notes(tmp_path: Path) -> None:
    unpacked(TOGETHER, tmp_path)
    document = parsed(tmp_path / "both.ann")
    assert [(one.type, one.arguments) for one in document.relations] == [
        ("weakened", {"Arg1": "T1", "Arg2": "T2"}),
        ("supports", {"Arg1": "T1", "Arg2": "T6"}),
    ]
    attributes = {(one.type, *one.attributes) for one in document.attributes if one.refid == "T1"}
    assert attributes == {("type", "demand"), ("TaqabulStatus", "final"), ("verifiable",)}
    notes = {(one.type, one.text) for one in document.notes if one.refid == "T1"}
    assert {("AnnotatorNotes", "=1+1\\nسطر ثانٍ"), ("claimer", "الوزير")} <= notes


def test_every_type_is_configured(tmp_path: Path) -> None:
    unpacked(TOGETHER, tmp_path)
    sections = (tmp_path / "annotation.conf").read_text(encoding="utf-8").split("[")
    entities = next(one for one in sections if one.startswith("entities]")).split()
    document = parsed(tmp_path / "both.ann")
    assert {one.type for one in document.entities} <= set(entities)
    attributes = next(one for one in sections if one.startswith("attributes]")).splitlines()
    assert {one.type for one in document.attributes} <= {line.split("\t")[0] for line in attributes}
    assert "person_u2f_role | Person | شخص" in (tmp_path / "visual.conf").read_text(encoding="utf-8")


@each_form
def test_what_it_holds_comes_back(writer: BratWriter, tmp_path: Path) -> None:
    read = read_brat(unpacked(writer, tmp_path))
    assert {one.key: one for one in read.annotations} == placed()
    ours = {one.uid: replace(one, attributes=()) for one in incoming_from(annotated()).relations}
    kept = {"rel-1", "rel-2"} if writer is TOGETHER else {"rel-2"}
    assert {one.uid: one for one in read.relations} == {uid: ours[uid] for uid in kept}
    assert read.remarks == ()


def test_a_file_alone_is_read_with_its_text(tmp_path: Path) -> None:
    unpacked(APART, tmp_path)
    read = read_brat(tmp_path / "target-en.ann")
    assert {one.key for one in read.annotations} == {
        key for key, one in placed().items() if any(span.side is Side.TARGET for span in one.spans)
    }


def test_losses_are_told_beforehand() -> None:
    apart, together = "\n".join(APART.losses(annotated())), "\n".join(TOGETHER.losses(annotated()))
    assert "1 relation across the two sides" in apart
    assert "across the two sides" not in together
    for told in ("1 relation to another bitext", "4 notes", "2 claims", "1 annotation that lost its place"):
        assert told in apart
        assert told in together
    assert APART.losses(bare()) == []


def test_what_others_wrote_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one two\nthree", encoding="utf-8", newline="")
    (tmp_path / "a.ann").write_text(
        "T1\tPER 0 3;4 7\tone two\r\nT2\tLOC 8 13\tthree\nR1\trel Arg1:T1 Arg2:T2\nR2\trel Arg1:T1 Arg2:T9\n"
        "E1\tPER:T1 Role:T2\n*\tEquiv T1 T2\nA1\tSure T2\n#1\tAnnotatorNotes T1\tsaid so\nT3\tLOC 90 99\tgone\n",
        encoding="utf-8",
        newline="",
    )
    read = read_brat(tmp_path / "a.ann")
    first, second, third = read.annotations
    assert [span.quote for span in first.spans] == ["one", "two"]
    assert (first.comment, first.uid, first.label) == ("said so", "", "PER")
    assert second.attributes == (("Sure", ("yes",)),)
    assert (third.spans[0].start, third.spans[0].quote) == (None, "gone")
    assert [(one.source, one.target) for one in read.relations] == [("a/T1", "a/T2")]
    assert len(read.remarks) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.zip", b"PK nothing"), ("x.zip", b""), ("x.ann", b"\xff\xfe\x00"), ("y.ann", None)],
)
def test_a_broken_file_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        read_brat(tmp_path / name)
    assert caught.value.hint


def test_records_and_places_without_end_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one two", encoding="utf-8")
    deep = f"#1\t{RECORD} T1\t" + "[" * 100_000
    lines = ["T1\tPER 0 3\tone", deep, f"T2\tPER 0 {'9' * 5000}\ttwo"]
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    found = read_brat(tmp_path / "a.ann")
    assert [one.key for one in found.annotations] == ["a/T1"]
    assert "1 lines were passed over" in found.remarks[0]


def test_an_archive_without_annotations_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadableFile):
        read_brat(tmp_path / "x.zip")


def test_an_archive_made_to_hurt_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.ann", "T1\tClaim 0 1\tx\n" * 4_000_000)
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadableFile, match="would unpack to far more"):
        read_brat(tmp_path / "x.zip")


def test_the_same_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    APART.write(annotated(), first)
    APART.write(annotated(), second)
    assert first.getvalue() == second.getvalue()


def test_half_a_character_is_replaced_and_counted(tmp_path: Path) -> None:
    whole = replace(
        annotated(),
        annotations=(replace(ANNOTATIONS[0], comment="\ud800\n\u2028\x85", spans=(at(12, "45"),)),),
    )
    with (tmp_path / "a.zip").open("wb") as out:
        assert APART.write(whole, out) == 1
    assert read_brat(tmp_path / "a.zip").annotations[0].comment == "\ufffd\n\u2028\x85"


@given(st.text(min_size=1))
def test_a_name_is_plain_and_leads_back(key: str) -> None:
    name = brat_name(key)
    assert name.isascii()
    assert name.replace("_", "").replace("-", "").isalnum() or set(name) <= {"_", "-"}
    assert key_of(name) == key.replace("\0", "") or "\0" in key


@given(st.text())
def test_a_line_leads_back_to_its_text(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert many_lines(line) == text
