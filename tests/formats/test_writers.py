"""One suite over all formats: what is written is read back by an independent reader."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from pyarrow import parquet
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnsupportedFormat
from taqabul.domain.language import Language
from taqabul.domain.options import Level
from taqabul.formats import workbook
from taqabul.formats.csv_table import COLUMNS, neutralise, original
from taqabul.formats.parquet import ABOUT
from taqabul.formats.rows import ExportHeader, ExportRow, PartsWriter, Segment
from taqabul.formats.writers import WRITERS, writer_for
from taqabul.formats.xliff_words import METADATA, XLIFF_1, XLIFF_2

HEADER = ExportHeader(
    title="بيان & statement",
    source_language=Language.ARABIC,
    target_language=Language.ENGLISH,
    level=Level.PARAGRAPH,
    created_at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
)

ROW = ExportRow(
    id="7",
    source="قالَ: «نعم» ٣٫٥",
    target='He said: "yes", 3.5',
    source_ids=("3",),
    target_ids=("4", "5"),
    status=LinkStatus.CONFIRMED,
    confidence=0.8125,
    changed_by="كاتب",
    changed_at=datetime(2026, 2, 28, 23, 59, 1, tzinfo=UTC),
    evidence={"meaning": 0.75, "length": 1.0},
    notes=("أولى", "second"),
    reason="الرقم ناقص",
)

TRICKY = [
    "عربي",
    "مُشَكَّل ﷺ لله",
    "line one\nline two",
    "cell\twith\ttabs",
    'quotes " and, commas; and <tags> & entities',
    "\u200fmarks\u200e of \u2067direction\u2069",
    "emoji 👩‍👩‍👧 and 𐤀",
    "a\u2028b\u2029c\u0085d",
    "-5 %",
    " =SUM(A1)",
    "'= already",
]


@dataclass
class Read:
    """A pair as an independent reader sees it."""

    source: str
    target: str
    notes: str


def write(extension: str, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader = HEADER) -> int:
    """Write; all files of a format that makes several end up in one stream."""
    writer = WRITERS[extension]
    if isinstance(writer, PartsWriter):
        return writer.write_parts(iter(rows), [out] * len(writer.parts(Path("out.x"), header)), header)
    return writer.write(iter(rows), out, header)


def written(extension: str, rows: list[ExportRow], header: ExportHeader = HEADER) -> bytes:
    out = io.BytesIO()
    write(extension, rows, out, header)
    return out.getvalue()


def parts(extension: str, rows: list[ExportRow], header: ExportHeader = HEADER) -> dict[str, bytes]:
    """The files of a format that makes several, by name."""
    writer = WRITERS[extension]
    assert isinstance(writer, PartsWriter)
    outs = {path.name: io.BytesIO() for path in writer.parts(Path(header.file_name + extension), header)}
    writer.write_parts(iter(rows), list(outs.values()), header)
    return {name: out.getvalue() for name, out in outs.items()}


def read_tmx(data: bytes) -> list[Read]:
    store = tmxfile.parsestring(data, targetlanguage="en")
    return [Read(str(unit.source or ""), str(unit.target or ""), unit.getnotes()) for unit in store.units]


def read_table(data: bytes, delimiter: str) -> list[Read]:
    table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    return [Read(original(r["source"]), original(r["target"]), original(r["note"])) for r in table]


def read_jsonl(data: bytes) -> list[Read]:
    objects = [json.loads(line) for line in data.decode().splitlines()]
    return [Read(o["source"], o["target"], "\n".join(o["notes"])) for o in objects]


def read_xliff_2(data: bytes) -> list[Read]:
    root = etree.fromstring(data)
    notes = ["\n".join(n.text for n in u.iter(f"{{{XLIFF_2}}}note")) for u in root.iter(f"{{{XLIFF_2}}}unit")]
    units = Xliff2File.parsestring(data).units
    read = [Read(_text(u.source), _text(u.target), note) for u, note in zip(units, notes, strict=True)]
    return [one for one in read if one.source or one.target]


def _text(rich: object) -> str:
    return str(rich or "")


def read_xliff_1(data: bytes) -> list[Read]:
    units = Xliff1File.parsestring(data).units
    reason = "\n" + ROW.reason
    return [Read(_text(u.source), _text(u.target), u.getnotes().removesuffix(reason)) for u in units]


def read_workbook(data: bytes) -> list[Read]:
    _, *rows = load_workbook(io.BytesIO(data))["pairs"].iter_rows(values_only=True)
    return [Read(row[1] or "", row[2] or "", row[8] or "") for row in rows]


def read_parquet(data: bytes) -> list[Read]:
    table = pd.read_parquet(io.BytesIO(data))
    return [Read(r.source, r.target, "\n".join(r.notes)) for r in table.itertuples()]


READERS = {
    ".xlf": read_xliff_2,
    ".v1.xlf": read_xliff_1,
    ".xlsx": read_workbook,
    ".parquet": read_parquet,
    ".tmx": read_tmx,
    ".csv": lambda data: read_table(data, ","),
    ".tsv": lambda data: read_table(data, "\t"),
    ".jsonl": read_jsonl,
}

READ_ELSEWHERE = {
    ".moses",
    ".intertext",
    ".docx",
    ".html",
    ".pdf",
    ".ar.txt",
    ".en.txt",
    ".ar.docx",
    ".en.docx",
}
every_format = pytest.mark.parametrize("extension", READERS)
every_streamed = pytest.mark.parametrize(
    "extension", [one for one in READERS if one not in (".xlsx", ".parquet")]
)


def test_each_format_has_a_reader_here() -> None:
    assert READERS.keys() | READ_ELSEWHERE == WRITERS.keys()


@every_format
@pytest.mark.parametrize("text", TRICKY)
def test_a_text_written_is_the_text_read(extension: str, text: str) -> None:
    row = ROW._replace(source=text, target=text[::-1], notes=(text,))
    assert READERS[extension](written(extension, [row])) == [Read(text, text[::-1], text)]


@every_format
@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_printable_text_is_read_back(extension: str, text: str) -> None:
    is_xml = extension in (".tmx", ".xlf", ".v1.xlf", ".xlsx")
    if is_xml:
        text = text.replace("\ufffe", "").replace("\uffff", "").strip() or "x"
    row = ROW._replace(source=text, target="x", notes=())
    read = READERS[extension](written(extension, [row]))[0].source
    assert " ".join(read.split()) == " ".join(text.split())
    if not is_xml:
        assert read == text


@every_format
def test_rows_keep_their_order_and_number(extension: str) -> None:
    rows = [ROW._replace(id=str(n), source=f"نص {n}", block=n) for n in range(50)]
    assert [r.source for r in READERS[extension](written(extension, rows))] == [r.source for r in rows]


@every_format
def test_no_rows_make_a_well_formed_file(extension: str) -> None:
    assert READERS[extension](written(extension, [])) == []


@every_format
def test_an_empty_side_is_read_as_empty(extension: str) -> None:
    no_target = ROW._replace(target="", target_ids=())
    no_source = ROW._replace(id="8", source="", source_ids=(), block=1)
    note = "\n".join(ROW.notes)
    assert READERS[extension](written(extension, [no_target, no_source])) == [
        Read(ROW.source, "", note),
        Read("", ROW.target, note),
    ]


@every_streamed
def test_rows_are_streamed_not_gathered(extension: str) -> None:
    seen = []

    class Out(io.BytesIO):
        def write(self, data: object) -> int:
            seen.append(len(produced))
            return super().write(data)  # type: ignore[arg-type]

    produced: list[ExportRow] = []

    def rows():
        for n in range(2000):
            produced.append(ROW._replace(id=str(n), block=n))
            yield produced[-1]

    write(extension, rows(), Out())
    assert min(seen) < 500


@every_format
def test_an_error_of_the_stream_comes_through(extension: str) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        write(extension, [ROW] * 5000, Full())


@every_format
def test_an_error_while_reading_rows_comes_through(extension: str) -> None:
    def rows():
        yield ROW
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        write(extension, rows(), io.BytesIO())


def test_a_writer_is_found_by_extension_in_any_case() -> None:
    assert writer_for(Path("a.b/Out.TMX")) is WRITERS[".tmx"]


@pytest.mark.parametrize("name", ["out.odp", "out", ".tmx"])
def test_an_unknown_extension_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        writer_for(Path(name))
    assert all(extension in caught.value.hint for extension in WRITERS)


# TMX


def tmx(rows: list[ExportRow], header: ExportHeader = HEADER) -> "etree._Element":
    return etree.fromstring(written(".tmx", rows, header))


@pytest.mark.parametrize("level", Level)
def test_tmx_is_valid_against_its_grammar(level: Level) -> None:
    rows = [
        ROW,
        ROW._replace(id="8", target="", target_ids=(), confidence=None, notes=()),
        ROW._replace(id="9", source="", source_ids=(), status=LinkStatus.NEEDS_REVIEW),
        ROW._replace(id="10", source="a\x00b\x0b", changed_by="x\x01"),
    ]
    grammar = etree.DTD(str(Path(__file__).with_name("tmx14.dtd")))
    document = tmx(rows, replace(HEADER, level=level))
    assert grammar.validate(document), grammar.error_log
    assert document.getroottree().docinfo.system_url == "tmx14.dtd"
    assert document.getroottree().docinfo.encoding == "utf-8"


def test_tmx_says_where_it_comes_from() -> None:
    header = tmx([]).find("header")
    assert header is not None
    assert dict(header.attrib) | {"creationtoolversion": ""} == {
        "creationtool": "Taqabul",
        "creationtoolversion": "",
        "segtype": "paragraph",
        "o-tmf": "Taqabul",
        "adminlang": "en",
        "srclang": "ar",
        "datatype": "plaintext",
        "creationdate": "20260301T123000Z",
    }


def test_a_translation_unit_carries_what_is_known_of_the_pair() -> None:
    unit = tmx([ROW]).find("body/tu")
    assert unit is not None
    assert dict(unit.attrib) == {"tuid": "7", "changedate": "20260228T235901Z", "changeid": "كاتب"}
    assert [note.text for note in unit.findall("note")] == ["أولى", "second"]
    assert {prop.get("type"): prop.text for prop in unit.findall("prop")} == {
        "x-status": "confirmed",
        "x-confidence": "0.8125",
        "x-shape": "1-2",
        "x-source-ids": "3",
        "x-target-ids": "4 5",
        "x-reason": ROW.reason,
    }
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [(v.get(lang), v.findtext("seg")) for v in unit.findall("tuv")] == [
        ("ar", ROW.source),
        ("en", ROW.target),
    ]


def test_a_person_made_pair_has_no_confidence_and_a_lone_side_one_variant() -> None:
    unit = tmx([ROW._replace(confidence=None, source="", source_ids=())]).find("body/tu")
    assert unit is not None
    assert unit.find("prop[@type='x-confidence']") is None
    assert len(unit.findall("tuv")) == 1


def test_characters_outside_xml_are_left_out_and_counted() -> None:
    row = ROW._replace(source="a\x00b\x1bc\ufffe", notes=("\x07note",), changed_by="me")
    out = io.BytesIO()
    assert write(".tmx", [row, ROW], out) == 4
    assert etree.fromstring(out.getvalue()).findtext("body/tu/tuv/seg") == "abc"


# tables


def test_a_table_has_its_header_and_cells() -> None:
    lines = list(csv.reader(io.StringIO(written(".csv", [ROW]).decode("utf-8-sig"), newline="")))
    assert lines[0] == list(COLUMNS)
    assert lines[1] == [
        *("7", ROW.source, ROW.target, "3", "4 5", "1-2"),
        *("confirmed", "0.8125", "أولى\nsecond", ROW.reason),
    ]


def test_the_byte_order_mark_is_a_choice() -> None:
    mark = b"\xef\xbb\xbf"
    assert written(".csv", [ROW]).startswith(mark + b"id,")
    assert written(".csv", [ROW], replace(HEADER, byte_order_mark=False)).startswith(b"id,")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
@pytest.mark.parametrize("before", ["", " ", "\u00a0\n", "\u200f", "'"])
def test_no_cell_begins_like_a_formula(sign: str, before: str) -> None:
    text = f"{before}{sign}1+1"
    assert neutralise(text) == "'" + text
    assert original(neutralise(text)) == text


@pytest.mark.parametrize("text", ["", "'tis", "نص", "٥ - ٣", "5", "«-»", "'"])
def test_a_harmless_cell_is_left_alone(text: str) -> None:
    assert neutralise(text) == text
    assert original(text) == text


@given(st.text(st.sampled_from("'=-+@ \t\r\u200fنa")))
def test_a_neutralised_cell_always_reads_back(text: str) -> None:
    assert original(neutralise(text)) == text


# JSON Lines


def test_a_line_is_the_documented_object() -> None:
    assert json.loads(written(".jsonl", [ROW])) == {
        "id": "7",
        "source": ROW.source,
        "target": ROW.target,
        "source_ids": ["3"],
        "target_ids": ["4", "5"],
        "shape": "1-2",
        "status": "confirmed",
        "confidence": 0.8125,
        "evidence": {"meaning": 0.75, "length": 1.0},
        "notes": ["أولى", "second"],
        "reason": "الرقم ناقص",
    }


def test_arabic_is_written_as_it_is() -> None:
    assert ROW.source.encode() in written(".jsonl", [ROW])


# XLIFF


def segments(*places: tuple[int, int]) -> tuple[Segment, ...]:
    return tuple(Segment(str(place), f"text {place}", place) for place in places)


def crossing() -> list[ExportRow]:
    """Three pairs of one block, whose targets stand as third, first and second in their text; one without a target."""
    at = [3, 1, None, 2]
    return [
        ROW._replace(
            id=str(number),
            target="" if place is None else f"t{place}",
            target_ids=() if place is None else (str(place),),
            target_segments=() if place is None else segments((place, 0)),
            block=5,
        )
        for number, place in enumerate(at, start=1)
    ]


def test_xliff_2_says_languages_directions_and_states() -> None:
    rows = [ROW._replace(id=str(n), status=status, block=n) for n, status in enumerate(LinkStatus)]
    root = etree.fromstring(written(".xlf", rows))
    file = root[0]
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "ar", "en")
    assert (file.get("srcDir"), file.get("trgDir")) == ("rtl", "ltr")
    found = [(one.get("state"), one.get("subState")) for one in root.iter(f"{{{XLIFF_2}}}segment")]
    assert found == [
        ("translated", None),
        ("reviewed", None),
        ("initial", "taqabul:rejected"),
        ("translated", "taqabul:needs-review"),
    ]


def test_xliff_2_keeps_pairs_that_cross_in_one_unit_with_the_order_of_their_targets() -> None:
    root = etree.fromstring(written(".xlf", crossing()))
    (unit,) = root.iter(f"{{{XLIFF_2}}}unit")
    targets = [(one.text, one.get("order")) for one in unit.iter(f"{{{XLIFF_2}}}target")]
    # The pair without a target takes the third place of four.
    assert targets == [("t3", "4"), ("t1", "1"), ("t2", "2")]
    notes = {one.get("id"): one.text for one in unit.iter(f"{{{XLIFF_2}}}note")}
    marked = [one.get("ref") for one in unit.iter(f"{{{XLIFF_2}}}mrk")]
    assert marked == [f"#n={id_}" for id_ in notes]
    assert len(notes) == 8


def test_xliff_2_tells_what_is_known_of_a_pair() -> None:
    root = etree.fromstring(written(".xlf", [ROW]))
    metas = {one.get("type"): one.text for one in root.iter(f"{{{METADATA}}}meta")}
    assert metas == {
        "status": "confirmed",
        "confidence": "0.8125",
        "shape": "1-2",
        "source-ids": "3",
        "target-ids": "4 5",
        "reason": ROW.reason,
        "changed-by": ROW.changed_by,
        "changed-at": "20260228T235901Z",
    }


def test_xliff_2_holds_characters_that_xml_cannot() -> None:
    out = io.BytesIO()
    assert write(".xlf", [ROW._replace(source="a\x1fb", notes=())], out) == 0
    source = next(etree.fromstring(out.getvalue()).iter(f"{{{XLIFF_2}}}source"))
    assert (source.text, source[0].get("hex"), source[0].tail) == ("a", "001F", "b")


def test_xliff_1_has_states_and_approval() -> None:
    rows = [ROW._replace(id=str(n), status=status) for n, status in enumerate(LinkStatus)]
    root = etree.fromstring(written(".v1.xlf", rows))
    file = root[0]
    assert (file.get("source-language"), file.get("target-language"), file.get("datatype")) == (
        "ar",
        "en",
        "plaintext",
    )
    units = list(root.iter(f"{{{XLIFF_1}}}trans-unit"))
    assert [unit.get("approved") for unit in units] == ["no", "yes", "no", "no"]
    assert [unit.find(f"{{{XLIFF_1}}}target").get("state") for unit in units] == [
        "translated",
        "signed-off",
        "needs-translation",
        "needs-review-translation",
    ]
    assert units[0].get("resname") == "3 | 4 5"


# workbooks


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "12", "2026-01-01"]
)
def test_no_cell_of_a_workbook_is_a_formula_or_a_number(text: str) -> None:
    row = ROW._replace(source=text, target=text, notes=(text,), reason=text)
    sheet = load_workbook(io.BytesIO(written(".xlsx", [row])))["pairs"]
    cells = [sheet.cell(2, column) for column in (2, 3, 9, 10)]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s")] * 4


def test_a_sheet_runs_as_its_source_does() -> None:
    rows = [ROW, ROW._replace(status=LinkStatus.REJECTED)]
    sheet = load_workbook(io.BytesIO(written(".xlsx", rows)))["pairs"]
    assert sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert (sheet["B2"].alignment.readingOrder, sheet["C2"].alignment.readingOrder) == (2, 1)
    assert sheet["G2"].fill.fgColor.rgb != sheet["G3"].fill.fgColor.rgb
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:J")
    other = replace(HEADER, source_language=Language.ENGLISH, target_language=Language.ARABIC)
    assert not load_workbook(io.BytesIO(written(".xlsx", rows, other)))["pairs"].sheet_view.rightToLeft


def test_a_row_of_a_sheet_is_as_high_as_its_longest_cell_and_is_printed_on_one_page() -> None:
    long = "word " * 60
    rows = [ROW._replace(source="قصير", target="short", notes=()), ROW._replace(target=long), ROW]
    rows += [ROW._replace(target="a\nb\nc"), ROW._replace(target=long * 50)]
    sheet = load_workbook(io.BytesIO(written(".xlsx", rows)))["pairs"]
    heights = [sheet.row_dimensions[number].height for number in range(2, 7)]
    assert heights[:2] == [15, 75]
    assert heights[3:] == [45, 409]
    setup = sheet.page_setup
    assert (setup.orientation, setup.fitToHeight, sheet.print_title_rows) == ("landscape", 0, "$1:$1")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_what_one_sheet_cannot_hold_goes_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    for number, sheets in ((3, ["pairs"]), (4, ["pairs", "pairs 2"]), (7, ["pairs", "pairs 2", "pairs 3"])):
        rows = [ROW._replace(id=str(n)) for n in range(number)]
        book = load_workbook(io.BytesIO(written(".xlsx", rows)))
        assert book.sheetnames == sheets
        assert all(sheet.sheet_view.rightToLeft and sheet["A1"].value == "id" for sheet in book)
        ids = [row[0] for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert ids == [row.id for row in rows]


def test_what_a_cell_cannot_hold_is_counted() -> None:
    out = io.BytesIO()
    assert write(".xlsx", [ROW._replace(source="a" * 32_770, notes=("\x01",))], out) == 4


# Parquet


def test_the_columns_of_a_data_set_have_their_types() -> None:
    rows = [ROW, ROW._replace(id="8", confidence=None, evidence={})]
    table = parquet.read_table(io.BytesIO(written(".parquet", rows)))
    assert table.column_names == [
        *("id", "source", "target", "source_ids", "target_ids", "shape", "status", "confidence", "evidence"),
        *("notes", "reason", "changed_by", "changed_at"),
    ]
    first, second = table.to_pylist()
    assert (first["target_ids"], first["notes"]) == (["4", "5"], ["أولى", "second"])
    assert first["evidence"] == {
        "meaning": 0.75,
        "length": 1.0,
        "numbers": None,
        "names": None,
        "position": None,
    }
    assert (second["confidence"], first["changed_at"]) == (None, ROW.changed_at)
    assert table.schema.metadata[b"source_language"] == b"ar"
    told = {field.name: field.metadata[b"description"].decode() for field in table.schema}
    assert told == ABOUT
    frame = pd.read_parquet(io.BytesIO(written(".parquet", rows)))
    assert list(frame.columns) == list(ABOUT)
    assert list(frame.target_ids[0]) == ["4", "5"]
    assert frame.changed_at[0] == ROW.changed_at


# Moses


@pytest.mark.parametrize("text", TRICKY)
def test_moses_has_a_line_a_pair_whatever_is_in_it(text: str) -> None:
    rows = [ROW._replace(source=text), ROW._replace(target=""), ROW]
    found = parts(".moses", rows)
    assert found.keys() == {"bitext.ar", "bitext.en"}
    source, target = (data.decode().splitlines() for data in found.values())
    assert source[1:] == [ROW.source] * 2
    assert target == [ROW.target, "", ROW.target]
    assert source[0].split() == text.split()


# InterText


def test_intertext_names_stretches_of_two_texts() -> None:
    def row(sources: list[tuple[int, int]], targets: list[tuple[int, int]], status: LinkStatus) -> ExportRow:
        return ROW._replace(
            source_segments=segments(*sources), target_segments=segments(*targets), status=status
        )

    rows = [
        row([(10, 0), (10, 9)], [(20, 0)], LinkStatus.CONFIRMED),
        row([(30, 0)], [], LinkStatus.NEEDS_REVIEW),
        row([(40, 0)], [(5, 0)], LinkStatus.PROPOSED),
    ]
    found = parts(".intertext", rows)
    assert list(found) == ["bitext.ar.en.xml", "bitext.ar.xml", "bitext.en.xml"]
    links, source, target = (etree.fromstring(data) for data in found.values())
    assert dict(links.attrib) == {"toDoc": "bitext.en.xml", "fromDoc": "bitext.ar.xml"}
    assert [dict(link.attrib) for link in links] == [
        {"type": "1-2", "xtargets": "2:1;1:1 1:2", "status": "man"},
        {"type": "0-1", "xtargets": ";2:1", "status": "auto", "mark": "1"},
        {"type": "1-1", "xtargets": "1:1;3:1", "status": "auto"},
    ]
    assert [one.get("id") for one in source.iter("s")] == ["1:1", "1:2", "2:1", "3:1"]
    assert [one.text for one in target.iter("s")] == ["text (5, 0)", "text (20, 0)"]
