"""Parquet, for data sets: the columns of JSON Lines with their types, by pyarrow (the extra ``taqabul[parquet]``)."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from typing import Any, BinaryIO, Final

from taqabul.domain.bitext import EVIDENCE_PARTS
from taqabul.domain.errors import UnsupportedFormat
from taqabul.formats.jsonl import as_object
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow

ROWS_A_GROUP: Final = 10_000
ABOUT: Final = {
    "id": "the pair in its library; at sentence level with the number of its part behind a dot",
    "source": "the source text, its paragraphs parted by a line feed, its sentences by a blank; empty where there is none",
    "target": "the target text, likewise",
    "source_ids": 'the numbers of the source paragraphs as people see them ("3"), or of their sentences ("3.2")',
    "target_ids": "the same for the target",
    "shape": 'how many segments face how many: "1-1", "2-1", "0-1"',
    "status": "proposed, confirmed, rejected or needs-review",
    "confidence": "how sure the aligner is, from 0 to 1; null where a person made the pair",
    "evidence": "the parts of the confidence, from 0 to 1 each; null where a part says nothing",
    "notes": "what people noted on the pair, the oldest first",
    "reason": "why the pair was marked for review; empty where it was not",
    "changed_by": "who changed the pair last",
    "changed_at": "when that was, in UTC",
}
"""The columns and what they hold."""


class ParquetWriter:
    """Writes pairs in groups of rows; title, languages and what each column holds stand in the metadata of the file."""

    name = "Parquet"
    cannot_hold = frozenset[Kind]()

    def check(self) -> None:
        """Raise UnsupportedFormat where pyarrow is not installed."""
        if find_spec("pyarrow") is None:
            raise UnsupportedFormat(
                "Parquet files need pyarrow, which is not installed.",
                "Install it with: pip install 'taqabul[parquet]'",
            )

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; every character can be held, so 0 are left out."""
        import pyarrow as pa  # noqa: PLC0415 - large, and seldom needed
        from pyarrow.parquet import ParquetWriter as File  # noqa: PLC0415

        schema = _schema(pa, header)
        with File(out, schema) as file:
            for group in _groups(rows):
                file.write_table(pa.Table.from_pylist([_as_record(row) for row in group], schema))
        return 0


def _schema(pa: Any, header: ExportHeader) -> Any:  # noqa: ANN401
    text, number = pa.string(), pa.float64()
    texts = pa.list_(text)
    fields = {
        "id": text,
        "source": text,
        "target": text,
        "source_ids": texts,
        "target_ids": texts,
        "shape": text,
        "status": text,
        "confidence": number,
        "evidence": pa.struct([(name, number) for name in EVIDENCE_PARTS]),
        "notes": texts,
        "reason": text,
        "changed_by": text,
        "changed_at": pa.timestamp("us", tz="UTC"),
    }
    about = {
        "title": header.title,
        "source_language": header.source_language.value,
        "target_language": header.target_language.value,
        "level": header.level.value,
    }
    columns = [pa.field(name, kind, metadata={"description": ABOUT[name]}) for name, kind in fields.items()]
    return pa.schema(columns, metadata=about)


def _groups(rows: Iterable[ExportRow]) -> Iterator[list[ExportRow]]:
    remaining = iter(rows)
    while group := list(islice(remaining, ROWS_A_GROUP)):
        yield group


def _as_record(row: ExportRow) -> dict[str, object]:
    return as_object(row) | {
        "evidence": {name: row.evidence.get(name) for name in EVIDENCE_PARTS},
        "changed_by": row.changed_by,
        "changed_at": row.changed_at,
    }
