"""What the library remembers for the aligner, and that it never stands in anybody's way."""

from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import event

from taqabul.align.units import unit_texts
from taqabul.domain.language import Language
from taqabul.workflow import projects
from taqabul.workflow.remembering import LibraryVectors


def vector(seed):
    row = np.random.default_rng(seed).normal(size=64)
    return (row / np.linalg.norm(row)).astype(np.float16)


def test_another_program_knows_what_this_one_learned(studio):
    LibraryVectors(studio.open()).keep("words", {"قمر": vector(1)})
    other = LibraryVectors(studio.open("samir"))
    assert np.array_equal(other.recall("words", ["بحر", "قمر"])["قمر"], vector(1))


@pytest.mark.file
def test_a_library_that_cannot_give_or_take_vectors_is_done_without(studio):
    library = studio.open()
    known = LibraryVectors(library)
    known.keep("words", {"قمر": vector(1)})
    library.database.close()
    event.listen(library.database._engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 1"))
    full = LibraryVectors(library)
    many = {str(n): vector(n) for n in range(5000)}
    full.keep("words", many)
    full.keep("words", many)
    assert full.recall("words", ["قمر"]) == {}
    assert known.recall("words", [*many, "قمر"]).keys() == {"قمر"}
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql("PRAGMA user_version = 1")


@pytest.mark.file
def test_what_cannot_be_read_is_not_asked_again(studio, monkeypatch):
    library = studio.open()
    known = LibraryVectors(library)
    known.keep("words", {"قمر": vector(1)})
    path = Path(library.location)
    library.database.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)
    assert known.recall("words", ["قمر"]) == {}
    assert known.recall("words", ["قمر"]) == {}


@pytest.mark.parametrize("long", [False, True])
def test_a_document_that_goes_takes_its_vectors_along(studio, long):
    library = studio.open()
    text = " ".join(["قمر بحر خبز"] * 100) if long else "قمر"
    gone = studio.document(library, Language.ARABIC, [text])
    known = LibraryVectors(library)
    pieces = list(unit_texts([[text]]))
    assert (len(pieces) > 1) is long
    known.keep("words", {piece: vector(1) for piece in [*pieces, "بحر"]})
    projects.delete_document(library, gone)
    assert known.recall("words", [*pieces, "بحر"]).keys() == {"بحر"}
