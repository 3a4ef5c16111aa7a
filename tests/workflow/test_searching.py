"""Finding words in texts and notes."""

import pytest

from taqabul.domain.language import Side
from taqabul.workflow import annotating, reviewing
from taqabul.workflow.searching import find


@pytest.fixture
def bitext(draw):
    made = draw("A1 | B1\nA2 | B2")
    library, id_ = made.library, made.id
    reviewing.edit_text(library, id_, made.paragraph("A1"), "كِتَابٌ إلى أحمد، كتاب ١٢")
    reviewing.edit_text(library, id_, made.paragraph("B1"), "A Book to Ahmad, book 12")
    annotating.add_note(library, id_, made.link("A2"), "which book?")
    return made


def found(bitext, query, **options):
    """Each place as its text, with what it stands in."""
    texts = {p.id: p.text for row in bitext.all_rows() for p in row.source + row.target}
    notes = {row.link.id: row.notes[0].text for row in bitext.all_rows() if row.notes}
    hits = find(bitext.library, bitext.id, query, **options)
    return [(texts[hit.paragraph] if hit.paragraph else notes[hit.link])[hit.start : hit.end] for hit in hits]


def test_letters_stand_for_their_kin(bitext):
    assert found(bitext, "كتاب") == ["كِتَابٌ", "كتاب"]
    assert found(bitext, "احمد") == ["أحمد"]
    assert found(bitext, "12") == ["١٢", "12"]
    assert found(bitext, "BOOK") == ["Book", "book", "book"]


def test_letters_can_be_taken_as_they_are(bitext):
    assert found(bitext, "كتاب", folded=False) == ["كتاب"]
    assert found(bitext, "Book", folded=False) == ["Book"]


def test_one_side_or_the_texts_alone_can_be_searched(bitext):
    assert found(bitext, "12", side=Side.SOURCE) == ["١٢"]
    assert found(bitext, "12", side=Side.TARGET) == ["12"]
    assert found(bitext, "book", in_notes=False) == ["Book", "book"]


def test_nothing_is_not_everywhere(bitext):
    assert found(bitext, " ") == []
    assert found(bitext, "\u064b") == []
