"""A reviewer who does anything, drawn by chance, and says of each act when it was acknowledged."""

import random
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.files import TextFile
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language, Side
from taqabul.segment.sentences import split_sentences
from taqabul.storage.database import Transaction
from taqabul.workflow import history, reviewing
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.annotating.marking import Given, mark, unmark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.intake import SegmentedText, keep
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.rows import Row, iter_rows
from taqabul.workflow.word_links import Stretch

WORDS = ("واحد. اثنان. ثلاثة.", "One. Two.", "3 books", "x y. z؟ w!", "هذا نص أطول قليلا من غيره.")
_NOT_EDITED = ("journal", "counter", "vector")


def make_library(path: Path, rows: int = 8) -> BitextId:
    """A library with one bitext of so many rows."""
    library = open_library(path, "editor")
    try:
        documents = []
        with library.database.write() as transaction:
            for language, text in (
                (Language.ARABIC, "نص رقم {}. تمام."),
                (Language.ENGLISH, "Text {}. Yes."),
            ):
                texts = [text.format(number) for number in range(rows)]
                file = TextFile(f"{language}.txt", "\n".join(texts), "utf-8", "0" * 64)
                cut = [(one, split_sentences(one, language)) for one in texts]
                documents += keep(transaction, file, [SegmentedText(language, language, cut)])
        links = tuple(ProposedLink((row,), (row,), 0.5) for row in range(rows))
        inside = tuple(ProposedLink((row,), (row,), 0.5) for row in range(2 * rows))
        return create_bitext(library, *documents, Alignment(links, inside, "made"))
    finally:
        library.close()


def digest(transaction: Transaction) -> bytes:
    """What stands for all a library holds, but for its journal, its counters and what it remembers."""
    connection = transaction.connection
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    found = blake2b(digest_size=16)
    for name in [one for one in names.scalars() if one not in _NOT_EDITED]:
        rows = sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {name}")))
        found.update("\n".join([name, *rows]).encode())
    return found.digest()


def edit_at_random(library: Library, bitext: BitextId, seed: int) -> Iterator[int]:
    """One act after the other for ever; gives the line in the journal of each, once it is acknowledged."""
    chance = random.Random(seed)
    while True:
        rows = list(iter_rows(library, bitext))
        act = chance.choices(_ACTS, _WEIGHTS)[0]
        try:
            changes = act(library, bitext, rows, chance)
        except (InvalidEdit, EditConflict):
            continue
        if changes is not None and changes.journal is not None:
            yield changes.journal


def _text(rows: list[Row], chance: random.Random):
    return chance.choice([text for row in rows for text in row.source + row.target])


def _confirm(library, bitext, rows, chance):
    return reviewing.confirm(library, bitext, [chance.choice(rows).link.id])


def _reject(library, bitext, rows, chance):
    return reviewing.reject(library, bitext, [chance.choice(rows).link.id])


def _merge(library, bitext, rows, chance):
    return reviewing.merge_with_next(library, bitext, chance.choice(rows).link.id)


def _split(library, bitext, rows, chance):
    return reviewing.split(library, bitext, chance.choice(rows).link.id, 1, 1)


def _unlink(library, bitext, rows, chance):
    return reviewing.unlink(library, bitext, [chance.choice(rows).link.id])


def _move(library, bitext, rows, chance):
    return reviewing.move(
        library, bitext, chance.choice(list(Side)), chance.choice(rows).link.id, up=chance.random() < 0.5
    )


def _edit(library, bitext, rows, chance):
    text = f"{chance.choice(WORDS)} {chance.randrange(1000)}"
    return reviewing.edit_text(library, bitext, _text(rows, chance).id, text)


def _cut(library, bitext, rows, chance):
    text = _text(rows, chance)
    return reviewing.split_paragraph(library, bitext, text.id, chance.randrange(1 + len(text.text)))


def _note(library, bitext, rows, chance):
    return add_note(library, bitext, chance.choice(rows).link.id, f"note {chance.randrange(1000)}")


def _mark(library, bitext, rows, chance):
    text = _text(rows, chance)
    ends = sorted(chance.randrange(1 + len(text.text)) for _ in range(2))
    return mark(library, bitext, [Stretch(text.id, *ends)], Given("set", chance.choice("ab")))


def _unmark(library, bitext, rows, chance):
    marks = [one.id for one in all_annotations(library, bitext)]
    return unmark(library, bitext, [chance.choice(marks)]) if marks else None


def _undo(library, bitext, rows, chance):
    return history.undo(library, bitext)


def _redo(library, bitext, rows, chance):
    return history.redo(library, bitext)


_ODDS: dict[Callable, int] = {
    _confirm: 4,
    _reject: 2,
    _merge: 2,
    _split: 3,
    _unlink: 1,
    _move: 2,
    _edit: 4,
    _cut: 1,
    _note: 3,
    _mark: 3,
    _unmark: 1,
    _undo: 4,
    _redo: 3,
}
_ACTS, _WEIGHTS = list(_ODDS), list(_ODDS.values())
