"""The one door: what it refuses, and what the journal keeps of what it lets in."""

import json
import zlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from taqabul.domain.annotation import Annotation, AnnotationStatus, Decision, Note, Relation, Ruling, Span
from taqabul.domain.bitext import Evidence, LinkStatus, SentenceLink
from taqabul.domain.claims import Claim
from taqabul.domain.document import Sentence
from taqabul.domain.edits import Edit, Replacement, Verdict, VerdictChange
from taqabul.domain.errors import EditConflict
from taqabul.storage.applying import Signature, apply
from taqabul.storage.edit_codec import decode, encode, subjects
from taqabul.storage.invariants import BrokenInvariantError
from taqabul.workflow.rows import iter_rows

NOW = datetime(2026, 1, 2, 3, 4, 5, 678900, tzinfo=UTC)
ME = Signature("rim", "here", NOW)


@pytest.fixture
def state(library, fill):
    bitext = fill(library)
    return bitext, list(iter_rows(library, bitext))


def put(library, edit):
    with library.database.write() as transaction:
        return apply(transaction, edit, ME)


def change(row, **fields):
    link = row.link
    return Replacement((link,), (replace(link, **fields),))


@pytest.mark.parametrize(
    "stale",
    [
        {"rank": 7},
        {"confidence": 0.1},
        {"changed_by": "else"},
        {"evidence": Evidence(names=0.5)},
        {"sentences": ()},
    ],
)
def test_what_the_library_does_not_hold_cannot_be_taken_out(library, state, stale):
    bitext, rows = state
    wrong = replace(rows[0].link, **stale)
    right = replace(rows[0].link, status=LinkStatus.CONFIRMED)
    with pytest.raises(EditConflict, match="This link was changed"):
        put(library, Edit(bitext, "x", Replacement((wrong,), (right,))))
    assert list(iter_rows(library, bitext)) == rows


def test_records_that_are_gone_cannot_be_taken_out(library, state):
    bitext, rows = state
    ghost = Note(99, bitext, rows[0].link.id, "boo", "rim", NOW)
    with pytest.raises(EditConflict, match="This note"):
        put(library, Edit(bitext, "x", notes=Replacement((ghost,), ())))


def faulty_edits(bitext, rows):
    first, second = (row.link for row in rows[:2])
    paragraph = rows[0].source[0]
    sentence = paragraph.sentences[0]
    yield "in no link", Edit(bitext, "x", change(rows[0], source=(), sentences=()))
    yield "in no link", Edit(bitext, "x", Replacement((first,), ()))
    yield (
        "holds nothing",
        Edit(
            bitext,
            "x",
            Replacement(
                (first, second),
                (
                    replace(first, source=(), target=(), sentences=()),
                    replace(
                        second,
                        source=first.source + second.source,
                        target=first.target + second.target,
                        sentences=first.sentences + second.sentences,
                    ),
                ),
            ),
        ),
    )
    yield (
        "out of order",
        Edit(
            bitext,
            "x",
            Replacement(
                (first, second),
                (
                    replace(
                        first,
                        source=second.source + first.source,
                        target=first.target + second.target,
                        sentences=first.sentences + second.sentences,
                    ),
                ),
            ),
        ),
    )
    yield "each of its sentences once", Edit(bitext, "x", change(rows[0], sentences=()))
    yield (
        "sentence link that holds nothing",
        Edit(bitext, "x", change(rows[0], sentences=(*first.sentences, SentenceLink((), ())))),
    )
    yield (
        "another document",
        Edit(
            bitext, "x", change(rows[0], source=first.target, target=first.source, sentences=first.sentences)
        ),
    )
    yield "two stand at rank", Edit(bitext, "x", change(rows[0], rank=second.rank))
    for wrong in ((0, 99), (1, 1), (-1, 2)):
        bad = replace(paragraph, sentences=(Sentence(sentence.id, *wrong),))
        yield "has no place", Edit(bitext, "x", paragraphs=Replacement((paragraph,), (bad,)))
    none = replace(paragraph, sentences=())
    yield "has no sentence", Edit(bitext, "x", paragraphs=Replacement((paragraph,), (none,)))
    tied = replace(paragraph, rank=rows[1].source[0].rank)
    yield "two stand at rank", Edit(bitext, "x", paragraphs=Replacement((paragraph,), (tied,)))
    yield "does not exist", Edit(bitext, "x", paragraphs=Replacement((paragraph,), ()))


def test_what_cannot_be_is_not_written(library, state):
    bitext, rows = state
    for fault, edit in faulty_edits(bitext, rows):
        with pytest.raises(BrokenInvariantError, match=fault):
            put(library, edit)
        assert list(iter_rows(library, bitext)) == rows


def test_the_journal_keeps_an_edit_to_the_letter(state):
    bitext, rows = state
    link, paragraph = rows[0].link, rows[0].source[0]
    note = Note(1, bitext, link.id, "ملاحظة “one”", "rim", NOW)
    made = replace(link, id=77, evidence=Evidence(0.1, 0.2, None, 1.0, 0.0), changed_at=NOW, confidence=None)
    corrected = replace(paragraph, text="Aًb", sentences=(Sentence(5, 0, 1), Sentence(6, 2, 3)))
    edit = Edit(
        bitext,
        "all",
        Replacement((link, rows[1].link), (replace(link, status=LinkStatus.REJECTED, source=(1, 2)), made)),
        Replacement((paragraph,), (corrected, replace(corrected, id=9))),
        Replacement((note,), (replace(note, text="new", link=77),)),
    )
    assert decode(encode(edit)) == edit
    assert decode(encode(edit.inverse)) == edit.inverse


def test_the_journal_keeps_what_people_wrote_to_the_letter(state):
    bitext, rows = state
    values = (("claimer", ("الوزير", "x")),)
    span = Span(rows[0].source[0].id, 0, 2, "قً", "😀", "")
    mark = Annotation(
        1, "u", bitext, "claims", "claim", "rim", NOW, "sami", NOW, (span, span), None, (span,), values, "c"
    )
    tie = Relation(1, "v", bitext, "claims", "same", 1, 2, "rim", NOW, values)
    claim = Claim(1, "w", bitext, "rim", NOW, "rim", NOW, "سلام", "peace", AnnotationStatus.FINAL, values)
    decision = Decision(1, "x", bitext, ("a",), ("b", "c"), Ruling.BOTH, (), "rim", NOW, "so")
    moved = replace(mark, spans=(), attributes=(), status=AnnotationStatus.REVIEWED, claim=1, link=4)
    edit = Edit(
        bitext,
        "all",
        annotations=Replacement((mark,), (moved, replace(mark, id=2))),
        relations=Replacement((tie,), (replace(tie, attributes=()),)),
        claims=Replacement((claim,), (replace(claim, english="x", status=AnnotationStatus.DRAFT),)),
        decisions=Replacement((), (decision,)),
    )
    assert decode(encode(edit)) == edit
    assert decode(encode(edit.inverse)) == edit.inverse
    links, paragraphs = subjects(encode(edit))
    assert (links, paragraphs) == (set(), {span.paragraph})


def test_a_line_of_the_journal_from_before_annotations_is_read(state):
    bitext, rows = state
    note = Note(1, bitext, rows[0].link.id, "so", "rim", NOW)
    edit = Edit(bitext, "add note", notes=Replacement((), (note,)))
    parts = json.loads(zlib.decompress(encode(edit)))[:7]
    parts[5][1] = [parts[5][1][0][:6]]
    old = zlib.compress(json.dumps(parts).encode())
    assert decode(old) == edit
    assert subjects(old) == ({note.link}, set())


def test_numbers_are_never_given_twice(library):
    from taqabul.storage.counters import last, take

    with library.database.write() as transaction:
        assert [*take(transaction, "note", 2), *take(transaction, "note")] == [1, 2, 3]
        assert (last(transaction, "note"), last(transaction, "bitext")) == (3, 0)


def test_a_file_is_kept_as_it_was_read(library, fill):
    from taqabul.storage.documents import read_file

    fill(library)
    with library.database.read() as transaction:
        assert read_file(transaction, 1).text == "A0\nA1\nA2"
        assert read_file(transaction, 99) is None


def test_a_verdict_that_does_not_hold_any_more_cannot_be_replaced(library, state):
    bitext, rows = state
    link = rows[0].link
    held = Verdict(link.status, link.changed_by, link.changed_at)
    mine = Verdict(LinkStatus.CONFIRMED, "rim", NOW)
    with pytest.raises(EditConflict):
        put(
            library,
            Edit(bitext, "x", verdicts=(VerdictChange(link.id, replace(held, changed_at=NOW), mine),)),
        )
    assert list(iter_rows(library, bitext)) == rows
    edit = Edit(bitext, "x", verdicts=(VerdictChange(link.id, held, mine),))
    assert decode(encode(edit)) == edit
    assert put(library, edit).touched == (link.id,)
    put(library, edit.inverse)
    assert list(iter_rows(library, bitext)) == rows


def test_a_clock_that_goes_backwards_changes_no_order(library, fill, monkeypatch):
    from datetime import UTC, datetime, timedelta

    from taqabul.workflow import history, reviewing, saving
    from taqabul.workflow.rows import iter_rows
    from taqabul.workflow.verifying import verify

    bitext = fill(library, 4)
    begin = datetime(2026, 1, 1, tzinfo=UTC)

    class Backwards:
        ticks = 0

        @classmethod
        def now(cls, zone):
            cls.ticks += 1
            return (begin - timedelta(days=cls.ticks)).astimezone(zone)

    monkeypatch.setattr(saving, "datetime", Backwards)
    monkeypatch.setattr(history, "datetime", Backwards)
    texts = [row.source[0].id for row in iter_rows(library, bitext)]
    for number, text in enumerate([texts[0], texts[0], texts[1], texts[0]]):
        reviewing.edit_text(library, bitext, text, f"version {number}")
    assert [line.id for line in history.journal(library, bitext)] == [4, 3, 2, 1]
    history.undo(library, bitext)
    assert next(iter_rows(library, bitext)).source[0].text == "version 1"
    history.redo(library, bitext)
    assert next(iter_rows(library, bitext)).source[0].text == "version 3"
    while history.undo(library, bitext):
        pass
    assert next(iter_rows(library, bitext)).source[0].text == "A0"
    assert verify(library).faults == ()
