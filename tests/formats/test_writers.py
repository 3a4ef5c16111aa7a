"""One suite over all formats: what is written is read back by an independent reader."""

import csv
import io
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnsupportedFormat
from taqabul.domain.language import Language
from taqabul.domain.options import Level
from taqabul.formats.csv_table import COLUMNS, neutralise, original
from taqabul.formats.rows import ExportHeader, ExportRow
from taqabul.formats.writers import WRITERS, writer_for

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


def written(extension: str, rows: list[ExportRow], header: ExportHeader = HEADER) -> bytes:
    out = io.BytesIO()
    WRITERS[extension].write(iter(rows), out, header)
    return out.getvalue()


def read_tmx(data: bytes) -> list[Read]:
    store = tmxfile.parsestring(data, targetlanguage="en")
    return [Read(str(unit.source or ""), str(unit.target or ""), unit.getnotes()) for unit in store.units]


def read_table(data: bytes, delimiter: str) -> list[Read]:
    table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    return [Read(original(r["source"]), original(r["target"]), original(r["note"])) for r in table]


def read_jsonl(data: bytes) -> list[Read]:
    objects = [json.loads(line) for line in data.decode().splitlines()]
    return [Read(o["source"], o["target"], "\n".join(o["notes"])) for o in objects]


READERS = {
    ".tmx": read_tmx,
    ".csv": lambda data: read_table(data, ","),
    ".tsv": lambda data: read_table(data, "\t"),
    ".jsonl": read_jsonl,
}

every_format = pytest.mark.parametrize("extension", WRITERS)


def test_each_format_has_a_reader_here() -> None:
    assert READERS.keys() == WRITERS.keys()


@every_format
@pytest.mark.parametrize("text", TRICKY)
def test_a_text_written_is_the_text_read(extension: str, text: str) -> None:
    row = replace(ROW, source=text, target=text[::-1], notes=(text,))
    assert READERS[extension](written(extension, [row])) == [Read(text, text[::-1], text)]


@every_format
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_printable_text_is_read_back(extension: str, text: str) -> None:
    if extension == ".tmx":
        text = text.replace("\ufffe", "").replace("\uffff", "").strip() or "x"
    row = replace(ROW, source=text, target="x", notes=())
    read = READERS[extension](written(extension, [row]))[0].source
    assert " ".join(read.split()) == " ".join(text.split())
    if extension != ".tmx":
        assert read == text


@every_format
def test_rows_keep_their_order_and_number(extension: str) -> None:
    rows = [replace(ROW, id=str(n), source=f"نص {n}") for n in range(50)]
    assert [r.source for r in READERS[extension](written(extension, rows))] == [r.source for r in rows]


@every_format
def test_no_rows_make_a_well_formed_file(extension: str) -> None:
    assert READERS[extension](written(extension, [])) == []


@every_format
def test_an_empty_side_is_read_as_empty(extension: str) -> None:
    no_target = replace(ROW, target="", target_ids=())
    no_source = replace(ROW, source="", source_ids=())
    note = "\n".join(ROW.notes)
    assert READERS[extension](written(extension, [no_target, no_source])) == [
        Read(ROW.source, "", note),
        Read("", ROW.target, note),
    ]


@every_format
def test_rows_are_streamed_not_gathered(extension: str) -> None:
    seen = []

    class Out(io.BytesIO):
        def write(self, data: object) -> int:
            seen.append(len(produced))
            return super().write(data)  # type: ignore[arg-type]

    produced: list[ExportRow] = []

    def rows():
        for n in range(2000):
            produced.append(replace(ROW, id=str(n)))
            yield produced[-1]

    WRITERS[extension].write(rows(), Out(), HEADER)
    assert min(seen) < 500


@every_format
def test_an_error_of_the_stream_comes_through(extension: str) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        WRITERS[extension].write([ROW] * 5000, Full(), HEADER)


@every_format
def test_an_error_while_reading_rows_comes_through(extension: str) -> None:
    def rows():
        yield ROW
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        WRITERS[extension].write(rows(), io.BytesIO(), HEADER)


def test_a_writer_is_found_by_extension_in_any_case() -> None:
    assert writer_for(Path("a.b/Out.TMX")) is WRITERS[".tmx"]


@pytest.mark.parametrize("name", ["out.docx", "out", ".tmx"])
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
        replace(ROW, id="8", target="", target_ids=(), confidence=None, notes=()),
        replace(ROW, id="9", source="", source_ids=(), status=LinkStatus.NEEDS_REVIEW),
        replace(ROW, id="10", source="a\x00b\x0b", changed_by="x\x01"),
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
    unit = tmx([replace(ROW, confidence=None, source="", source_ids=())]).find("body/tu")
    assert unit is not None
    assert unit.find("prop[@type='x-confidence']") is None
    assert len(unit.findall("tuv")) == 1


def test_characters_outside_xml_are_left_out_and_counted() -> None:
    row = replace(ROW, source="a\x00b\x1bc\ufffe", notes=("\x07note",), changed_by="me")
    out = io.BytesIO()
    assert WRITERS[".tmx"].write([row, ROW], out, HEADER) == 4
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
