"""The files of the output: each is written when all its pairs are there, and then noted in the record."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from taqabul.batch.plan import PRIVATE, Plan
from taqabul.batch.record import Record, file_line
from taqabul.batch.spool import Spool
from taqabul.batch.work import unpacked
from taqabul.domain.language import Language
from taqabul.formats.atomic import replacing
from taqabul.formats.rows import ExportHeader, ExportRow, PartsWriter
from taqabul.formats.side_text import SideWriter
from taqabul.formats.writers import writer_for


class Output:
    """The files of the output in its folder."""

    def __init__(self, out: Path, plan: Plan, record: Record, spool: Spool) -> None:
        self._out, self._plan, self._record, self._spool = out, plan, record, spool

    def seal(self, shard: int) -> None:
        """Write a file of the output, where all its pairs are there."""
        numbers, known = self._plan.numbers(shard), self._spool.known(shard)
        if len(known) < len(numbers):
            return
        path = self._out / self._plan.file(shard)
        writer = writer_for(path)
        if isinstance(writer, PartsWriter | SideWriter):
            raise TypeError(f"{path.suffix} is no format of one file of pairs")
        with replacing(path, PRIVATE) as stream:
            writer.write(self._rows(shard), stream, self._header(shard))
        self._record.add(
            file_line(shard, path), [{"pair": number, **_told(known[number])} for number in numbers]
        )
        self._spool.drop(shard)

    def _rows(self, shard: int) -> Iterator[ExportRow]:
        """The rows of a file, pair by pair; each row's id begins with the name of its pair."""
        known = self._spool.known(shard)
        for number in self._plan.numbers(shard):
            if "error" not in known[number]:
                for row in unpacked(self._spool.body(shard, number)):
                    yield row._replace(id=f"{known[number]['name']}:{row.id}")

    def _header(self, shard: int) -> ExportHeader:
        dates = [datetime.fromisoformat(one["at"]) for one in self._spool.known(shard).values()]
        return ExportHeader(
            title=f"Pairs {self._plan.numbers(shard).start + 1:,} to {self._plan.numbers(shard).stop:,}",
            source_language=Language.ARABIC,
            target_language=Language.ENGLISH,
            level=self._plan.choices.choosing.level,
            created_at=max(dates),
            byte_order_mark=False,
            file_name=self._plan.file(shard),
        )


def _told(about: dict[str, Any]) -> dict[str, Any]:
    """What the record keeps of what is known of a pair."""
    return {key: value for key, value in about.items() if key != "at"}
