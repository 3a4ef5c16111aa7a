"""Bitexts as pictures: one link a line, `A1 A2 | B1`, with a mark for what people think of it.

``+`` confirmed, ``x`` rejected, ``?`` to be looked at again, nothing for proposed. The letters and
numbers are the paragraphs' texts.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.fresh import new_library

from taqabul.domain.bitext import Alignment, Evidence, LinkStatus, ProposedLink
from taqabul.domain.files import TextFile
from taqabul.domain.ids import BitextId, DocumentId, LinkId, NoteId, ParagraphId
from taqabul.domain.language import Language
from taqabul.segment.sentences import split_sentences
from taqabul.storage import tables
from taqabul.workflow import history
from taqabul.workflow.aligning import create_bitext, texts_of
from taqabul.workflow.intake import SegmentedText, keep
from taqabul.workflow.library import Library
from taqabul.workflow.rows import Row, iter_rows, rows

MARKS = {
    LinkStatus.PROPOSED: "",
    LinkStatus.CONFIRMED: "+",
    LinkStatus.REJECTED: "x",
    LinkStatus.NEEDS_REVIEW: "?",
}


_PASSING = {"journal", "counter", "vector"}


@dataclass
class Drawn:
    """A bitext on a real library file, spoken of by the labels in its picture."""

    library: Library
    id: BitextId

    def all_rows(self) -> list[Row]:
        return list(iter_rows(self.library, self.id))

    def picture(self) -> str:
        return "\n".join(_line(row) for row in self.all_rows())

    def link(self, label: str) -> LinkId:
        """The link that holds the paragraph with this text."""
        return next(r.link.id for r in self.all_rows() if label in [p.text for p in r.source + r.target])

    def links(self, *labels: str) -> list[LinkId]:
        return [self.link(label) for label in labels]

    def row(self, label: str) -> Row:
        return rows(self.library, self.id, [self.link(label)])[0]

    def paragraph(self, label: str) -> ParagraphId:
        return next(p.id for r in self.all_rows() for p in r.source + r.target if p.text == label)

    def paragraphs(self, *labels: str) -> list[ParagraphId]:
        return [self.paragraph(label) for label in labels]

    def note(self, text: str) -> NoteId:
        return next(n.id for r in self.all_rows() for n in r.notes if n.text == text)

    def sentences(self, label: str) -> list[str]:
        """The sentence links of a row, `a b | c`."""
        row = self.row(label)
        texts = {s.id: p.sentence_text(s) for p in row.source + row.target for s in p.sentences}
        return [
            f"{' '.join(texts[i] for i in part.source)} | {' '.join(texts[i] for i in part.target)}".strip()
            for part in row.link.sentences
        ]

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        return state_of(self.library)


def _line(row: Row) -> str:
    source = " ".join(p.text for p in row.source)
    target = " ".join(p.text for p in row.target)
    return " ".join(f"{source} | {target} {MARKS[row.link.status]}".split())


def state_of(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """All the library holds, but for its journal, its counters and what it remembers for the aligner."""
    kept = [table for table in tables.Row.metadata.sorted_tables if table.name not in _PASSING]
    with library.database.read() as transaction:
        return {
            table.name: sorted(map(tuple, transaction.connection.execute(select(table))), key=repr)
            for table in kept
        }


def assert_whole(library: Library) -> None:
    """Every paragraph and sentence of every bitext is in exactly one link of its level, in its place."""
    with library.database.read() as transaction:
        connection = transaction.connection
        bitexts = connection.exec_driver_sql("SELECT id, source_id, target_id FROM bitext").all()
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        for bitext, *sides in bitexts:
            found = list(iter_rows(library, bitext))
            for side, document in zip(("source", "target"), sides, strict=True):
                of = tables.paragraph.c
                expected = Counter(connection.scalars(select(of.id).where(of.document_id == document)))
                assert Counter(id_ for row in found for id_ in getattr(row.link, side)) == expected
                for row in found:
                    texts = getattr(row, side)
                    assert [p.rank for p in texts] == sorted({p.rank for p in texts})
                    ids = Counter(s.id for p in texts for s in p.sentences)
                    assert Counter(i for part in row.link.sentences for i in getattr(part, side)) == ids
                    for p in texts:
                        covered = "".join(p.sentence_text(s) for s in p.sentences)
                        assert "".join(covered.split()) == "".join(p.text.split())
            ranks = [row.link.rank for row in found]
            assert ranks == sorted(set(ranks))
            assert all(row.link.source + row.link.target for row in found)


class Studio:
    """Makes libraries and draws bitexts into them."""

    def __init__(self, places: Callable[[str], str | Path], folder: Path) -> None:
        self.places, self.folder = places, folder
        self.opened: list[Library] = []

    def open(self, author: str = "rim", name: str = "library.db") -> Library:
        library = new_library(self.places(name), author)
        self.opened.append(library)
        return library

    def draw(self, picture: str, library: Library | None = None) -> Drawn:
        """A bitext whose links are proposed as the picture says."""
        library = library or self.open()
        lines = [_parse(line) for line in picture.strip().splitlines()]
        sides = [sorted((w for line in lines for w in line[k]), key=_number) for k in (0, 1)]
        source = self.document(library, Language.ARABIC, sides[0])
        target = self.document(library, Language.ENGLISH, sides[1])
        return Drawn(library, create_bitext(library, source, target, _alignment(lines, sides)))

    def write(self, *pairs: tuple[str, str], library: Library | None = None) -> Drawn:
        """A bitext of pairs of texts, each pair a row."""
        library = library or self.open()
        source = self.document(library, Language.ARABIC, [one for one, _ in pairs])
        target = self.document(library, Language.ENGLISH, [one for _, one in pairs])
        links = tuple(ProposedLink((k,), (k,), 0.75) for k in range(len(pairs)))
        sides = texts_of(library, source, target)
        whole = [ProposedLink(*parts, 0.75) for parts in _whole(sides)]
        return Drawn(
            library, create_bitext(library, source, target, Alignment(links, tuple(whole), "written"))
        )

    def twin(self, drawn: Drawn) -> Drawn:
        """Another bitext of the same two documents, linked first to last."""
        with drawn.library.database.read() as transaction:
            of = tables.bitext.c
            query = select(of.source_id, of.target_id).where(of.id == drawn.id)
            pair = transaction.connection.execute(query).one()
        sizes = [len(side) for side in texts_of(drawn.library, *pair)]
        both = min(sizes)
        links = [ProposedLink((k,), (both - 1 - k,)) for k in range(both)]
        links += [ProposedLink((k,), ()) for k in range(both, sizes[0])]
        links += [ProposedLink((), (k,)) for k in range(both, sizes[1])]
        alignment = Alignment(tuple(links), tuple(links), "crossed")
        return Drawn(drawn.library, create_bitext(drawn.library, *pair, alignment))

    def document(self, library: Library, language: Language, texts: list[str]) -> DocumentId:
        paragraphs = [(text, split_sentences(text, language)) for text in texts]
        file = TextFile("drawn.txt", "\n\n".join(texts), "utf-8", "0" * 64)
        with library.database.write() as transaction:
            return keep(transaction, file, [SegmentedText(language, "drawn", paragraphs)])[0]


def _whole(sides: tuple[list[list[str]], list[list[str]]]) -> list[tuple[tuple[int, ...], ...]]:
    """The sentences of each pair of paragraphs, all to all."""
    at = [0, 0]
    found = []
    for ours, theirs in zip(*sides, strict=True):
        ends = at[0] + len(ours), at[1] + len(theirs)
        found.append((tuple(range(at[0], ends[0])), tuple(range(at[1], ends[1]))))
        at = list(ends)
    return found


def _parse(line: str) -> tuple[list[str], list[str]]:
    source, _, target = line.partition("|")
    return source.split(), target.split()


def _number(label: str) -> tuple[int, str]:
    return int("".join(filter(str.isdigit, label)) or 0), label


def _alignment(lines: list[tuple[list[str], list[str]]], sides: list[list[str]]) -> Alignment:
    links = tuple(
        ProposedLink(
            tuple(sides[0].index(w) for w in source),
            tuple(sides[1].index(w) for w in target),
            0.75,
            Evidence(meaning=0.5, length=1.0),
        )
        for source, target in lines
    )
    return Alignment(links, links, "drawn")


@pytest.fixture
def studio(places, tmp_path):
    made = Studio(places, tmp_path)
    yield made
    for library in made.opened:
        library.close()


@pytest.fixture
def draw(studio):
    return studio.draw


@pytest.fixture
def walk(places):
    """For tests that make a library for each of their examples: a way to make one, and the check of all."""
    return lambda folder: Studio(places.elsewhere(folder), folder), assert_whole


@pytest.fixture
def do():
    """Does something to a bitext, takes it back, does it again, and compares."""

    def doing(drawn: Drawn, verb, *arguments, **named):
        before = drawn.state()
        changes = verb(drawn.library, drawn.id, *arguments, **named)
        after = drawn.state()
        assert after != before
        assert_whole(drawn.library)
        history.undo(drawn.library, drawn.id)
        assert drawn.state() == before
        history.redo(drawn.library, drawn.id)
        assert drawn.state() == after
        return changes

    return doing
