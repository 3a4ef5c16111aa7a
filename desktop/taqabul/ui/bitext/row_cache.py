"""Rows in full, as many as are looked at: read with their neighbours, the ones not asked for longest let go."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from taqabul.domain.bitext import Evidence, Link, LinkStatus
from taqabul.domain.ids import BitextId, LinkId
from taqabul.ui.bitext.row_source import RowSource, RowTable
from taqabul.workflow.rows import Row

PAGE: Final = 12
"""Rows read at a time, a quarter of them above: a window holds about so many, and who jumps about waits for no more."""
KEPT: Final = 1024


class RowCache:
    """Reads rows of a source and keeps the last."""

    def __init__(self, source: RowSource) -> None:
        self._source = source
        self._rows: OrderedDict[LinkId, Row] = OrderedDict()

    def row(self, table: RowTable, position: int) -> Row:
        """A row of a table; rows around it are read with it. A row that is gone stands empty."""
        link = LinkId(int(table.links[position]))
        row = self._rows.get(link)
        if row is None:
            row = self._read_around(table, position)
        self._rows.move_to_end(link)
        return row

    def known(self, link: LinkId) -> Row | None:
        """A link's row, if it is at hand."""
        return self._rows.get(link)

    def ensure(self, links: Iterable[LinkId]) -> None:
        """Have these rows at hand, by one reading of those that are not."""
        missing = [link for link in links if link not in self._rows]
        if missing:
            self.read(missing)
            self._let_go()

    def read(self, links: Iterable[LinkId]) -> dict[LinkId, Row]:
        """The rows of these links as they are now; those that are gone are missing."""
        fresh = {row.link.id: row for row in self._source.rows(list(links))}
        self._rows.update(fresh)
        return fresh

    def forget(self, links: Iterable[LinkId]) -> None:
        """These rows look different now."""
        for link in links:
            self._rows.pop(link, None)

    def clear(self) -> None:
        """All rows may look different."""
        self._rows.clear()

    def _read_around(self, table: RowTable, position: int) -> Row:
        start = max(0, position - PAGE // 4)
        links = [LinkId(link) for link in table.links[start : start + PAGE].tolist()]
        self.read(link for link in links if link not in self._rows)
        self._let_go()
        link = links[position - start]
        if link not in self._rows:
            self._rows[link] = _gone(link, int(table.ranks[position]))
        return self._rows[link]

    def _let_go(self) -> None:
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)


def _gone(link: LinkId, rank: int) -> Row:
    """What stands for a row that another program took away, until all is read again."""
    empty = Link(
        link, BitextId(0), rank, (), (), LinkStatus.PROPOSED, None, Evidence(), "", datetime.now(UTC)
    )
    return Row(empty, (), (), ())
