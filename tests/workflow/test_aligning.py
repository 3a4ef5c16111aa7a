"""From files to a bitext, and aligning again around what people decided."""

from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import func, update

from taqabul import paths
from taqabul.align.engine import align
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.errors import Cancelled, EditConflict, InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.storage import tables
from taqabul.workflow import reviewing
from taqabul.workflow.aligning import align_files, create_bitext, realign, texts_of
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.projects import bitext_summary, list_bitexts, list_documents
from taqabul.workflow.rows import iter_rows

STRANGERS = (
    "القمر يدور حول الأرض مرة كل شهر.",
    "افتتحت الحكومة مدرسة جديدة للبنات في المدينة.",
    "نصح الطبيب المريض بالراحة.",
    "Interest rates rose again, to the surprise of most banks.",
    "The team lost the final after extra time.",
    "Two lorries collided on the motorway.",
)
LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)


class Proposer:
    """Pairs free paragraphs one by one, the other way round if told so, and remembers what it was given."""

    def __init__(self, *, backwards=False, meanwhile=lambda: None):
        self.calls = []
        self.backwards = backwards
        self.meanwhile = meanwhile

    def __call__(self, source, target, options, progress, anchors, store):
        self.meanwhile()
        self.calls.append(sorted(anchors))
        progress(1, 2)
        taken = [{p for anchor in anchors for p in anchor[side]} for side in (0, 1)]
        ours, theirs = (
            [p for p in range(len(t)) if p not in s] for t, s in zip((source, target), taken, strict=True)
        )
        both = min(len(ours), len(theirs))
        targets = theirs[:both][::-1] if self.backwards else theirs[:both]
        links = [ProposedLink((k,), (t,), 0.9) for k, t in zip(ours, targets, strict=False)]
        links += [ProposedLink((k,), ()) for k in ours[both:]]
        links += [ProposedLink((), (k,)) for k in theirs[both:]]
        links += [ProposedLink(*anchor, 1.0) for anchor in anchors]
        return Alignment(tuple(links), tuple(links), "proposer")


def test_a_bilingual_file_becomes_a_bitext(studio):
    library = studio.open()
    aligned = align_files(library, sorted(paths.seeds().glob("000_*.txt")), align_options=LEXICAL)
    assert aligned.report.refused == []
    summary = bitext_summary(library, aligned.bitext)
    assert (summary.source_language, summary.target_language) == (Language.ARABIC, Language.ENGLISH)
    assert summary.links > 20
    assert summary.engine == "lexical"


def test_what_is_unusual_about_texts_is_handed_on(studio, tmp_path):
    both = tmp_path / "both.txt"
    both.write_text("\n\n".join(STRANGERS), "utf-8")
    aligned = align_files(studio.open(), [both])
    assert aligned.remarks == ("These texts do not look like translations of each other: no link is sure.",)


def test_a_file_in_one_language_makes_no_bitext(studio):
    library = studio.open()
    aligned = align_files(library, sorted(paths.seeds().glob("003_*.txt")), align_options=LEXICAL)
    assert aligned.bitext is None
    assert len(aligned.report.documents) == 1
    assert list_bitexts(library) == []


def test_the_same_files_again_bring_their_bitext_up_to_date(studio):
    library = studio.open()
    files = sorted(paths.seeds().glob("000_*.txt"))
    first = align_files(library, files, align_options=LEXICAL)
    row = next(iter(iter_rows(library, first.bitext)))
    reviewing.confirm(library, first.bitext, [row.link.id])
    again = align_files(library, files, align_options=LEXICAL)
    assert (again.bitext, again.known, first.known) == (first.bitext, True, False)
    assert len(list_bitexts(library)) == 1
    kept = next(one for one in iter_rows(library, again.bitext) if one.link.id == row.link.id)
    assert (kept.link.source, kept.link.target) == (row.link.source, row.link.target)
    never = Proposer()
    left = align_files(library, files, propose=never, align_known=False)
    assert never.calls == []
    assert [r.link for r in iter_rows(library, left.bitext)] == [
        r.link for r in iter_rows(library, again.bitext)
    ]


def test_an_alignment_that_loses_a_segment_is_not_kept(studio):
    library = studio.open()
    source = studio.document(library, Language.ARABIC, ["A1", "A2"])
    target = studio.document(library, Language.ENGLISH, ["B1"])
    pair = (ProposedLink((0,), (0,)),)
    with pytest.raises(ValueError, match="source segment 1 is in no link"):
        create_bitext(library, source, target, Alignment(pair, pair, "careless"))
    apart = (ProposedLink((0,), (0,)), ProposedLink((1,), ()))
    across = (ProposedLink((0, 1), (0,)),)
    with pytest.raises(ValueError, match="several paragraph links"):
        create_bitext(library, source, target, Alignment(apart, across, "careless"))
    assert list_bitexts(library) == []


def test_a_text_cannot_face_itself(studio):
    library = studio.open()
    document = studio.document(library, Language.ARABIC, ["A1"])
    pair = (ProposedLink((0,), (0,)),)
    with pytest.raises(InvalidInput):
        create_bitext(library, document, document, Alignment(pair, pair, "mirror"))


def test_documents_that_are_not_there_are_bad_input(studio):
    with pytest.raises(InvalidInput):
        texts_of(studio.open(), 1, 2)


def test_aligning_again_keeps_what_people_decided(draw, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4\nA5 | B5\nA6 | B6\nA7 | B7\nA8 | B8")
    library, id_ = bitext.library, bitext.id
    reviewing.confirm(library, id_, bitext.links("A3"))
    reviewing.reject(library, id_, bitext.links("A6"))
    add_note(library, id_, bitext.link("A8"), "look")
    proposer = Proposer(backwards=True)
    do(bitext, realign, LEXICAL, propose=proposer)
    assert bitext.picture() == ("A1 | B7\nA2 | B5\nA3 | B3 +\nA4 | B4\nA5 | B2\nA6 | B6 x\nA7 | B1\nA8 | B8")
    assert proposer.calls == [[((2,), (2,)), ((5,), (5,)), ((7,), (7,))]]
    assert bitext.row("A1").link.changed_by == "proposer"
    assert bitext.row("A8").link.changed_by == "drawn"


def test_a_row_with_a_corrected_text_stays(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("A1"), "A1 better")
    do(bitext, realign, propose=Proposer(backwards=True))
    assert bitext.picture() == "A1 better | B1\nA2 | B2"


def test_crossing_and_one_sided_anchors_stay_too(draw, do):
    bitext = draw("A1 | B4\nA2 | B1\nA3 | B2\nA4 |\n| B3\nA5 | B5")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1", "A4", "A2"))
    do(bitext, realign, propose=Proposer(backwards=True))
    assert bitext.picture() == "A1 | B4 +\nA2 | B1 +\nA3 | B3\nA4 | +\nA5 | B2\n| B5"


def test_where_all_is_decided_nothing_is_asked(draw):
    bitext = draw("A1 A2 |\nA3 | B1")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1", "A3"))
    proposer = Proposer()
    assert realign(bitext.library, bitext.id, propose=proposer).journal is None
    assert proposer.calls == []


def test_aligning_again_with_the_same_outcome_changes_nothing(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    realign(bitext.library, bitext.id, propose=Proposer())
    assert realign(bitext.library, bitext.id, propose=Proposer()).journal is None


def test_a_mark_for_review_survives_where_the_row_does(draw, do):
    bitext = draw("A1 | B1\nA2 | B2")
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A1", "A2"))
    do(bitext, realign, propose=Proposer())
    assert bitext.picture() == "A1 | B1 ?\nA2 | B2 ?"


class NumberEncoder:
    """A text is its number, whatever its letter; remembers what it was asked to encode."""

    name = "numbers"

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked += texts
        rows = [np.random.default_rng(int(text.strip("AB"))).normal(size=64) for text in texts]
        return np.stack([row / np.linalg.norm(row) for row in rows]).astype(np.float32)


@pytest.fixture
def counted(draw):
    """A bitext of two hundred rows, and an aligner that counts what it encodes and what it lays out."""
    bitext = draw("\n".join(f"A{n} | B{n}" for n in range(1, 201)))
    encoder, seen = NumberEncoder(), []

    def again():
        encoder.asked.clear()

        def propose(source, target, options, progress, anchors, store):
            return align(source, target, options, progress, encoder, anchors=anchors, store=store)

        changes = realign(
            bitext.library, bitext.id, progress=lambda *state: seen.append(state), propose=propose
        )
        return changes, len(encoder.asked), seen[-1]

    return bitext, again


def test_aligning_again_takes_work_in_proportion_to_what_is_free(counted):
    bitext, again = counted
    assert again()[1:] == (400, (1200, 1200)), "encoded once, linked twice"
    free = {"A7", "A90", "A91"}
    labels = [f"A{n}" for n in range(1, 201) if f"A{n}" not in free]
    reviewing.confirm(bitext.library, bitext.id, bitext.links(*labels))
    before = bitext.picture()
    assert again()[1:] == (0, (12, 12))
    assert bitext.picture() == before


def test_damaged_vectors_are_made_again(counted):
    bitext, again = counted
    again()
    with bitext.library.database.write() as transaction:
        of = tables.vector.c
        damage = update(tables.vector).where(of.digest < b"\x80").values(vector=func.substr(of.vector, 1, 50))
        damaged = transaction.connection.execute(damage).rowcount
    assert 0 < damaged < 400
    changes, encoded, _ = again()
    assert (changes.journal, encoded) == (None, damaged)


def test_what_moved_past_a_confirmed_row_is_found(studio):
    library = studio.open()
    texts = ["1990", "1812", "2003", "1645", "1777", "1524"]
    moved = [texts[k] for k in (0, 4, 2, 3, 1, 5)]
    source = studio.document(library, Language.ARABIC, [f"حدث ذلك في عام {year}." for year in texts])
    target = studio.document(
        library, Language.ENGLISH, [f"It happened in the year {year}." for year in moved]
    )
    step = tuple(ProposedLink((k,), (k,), 0.5) for k in range(6))
    bitext = create_bitext(library, source, target, Alignment(step, step, "in step"))
    rows = list(iter_rows(library, bitext))
    reviewing.confirm(library, bitext, [rows[k].link.id for k in (2, 3)])
    realign(library, bitext, LEXICAL)
    found = [(row.source[0].text[-5:], row.target[0].text[-5:]) for row in iter_rows(library, bitext)]
    assert found == [(f"{year}.", f"{year}.") for year in texts]


@pytest.mark.parametrize(
    "act",
    [
        lambda bitext: reviewing.merge_with_next(bitext.library, bitext.id, bitext.link("A1")),
        lambda bitext: add_note(bitext.library, bitext.id, bitext.link("A1"), "wait"),
    ],
)
def test_what_somebody_does_while_the_aligner_runs_is_not_overwritten(draw, act):
    bitext = draw("A1 | B1\nA2 | B2")
    proposer = Proposer(meanwhile=lambda: act(bitext))
    proposer.backwards = True
    with pytest.raises(EditConflict):
        realign(bitext.library, bitext.id, propose=_gone(proposer, bitext))
    assert len(bitext.all_rows()[0].notes) + (2 - len(bitext.all_rows())) == 1


def _gone(proposer, bitext):
    """Joins all in one link, so that the others go."""

    def propose(*asked):
        proposer(*asked)
        everything = (ProposedLink((1, 0), (0,)), ProposedLink((), (1,)))
        return Alignment(everything, everything, "joiner")

    return propose


def test_two_files_are_titled_by_both(studio, tmp_path):
    (tmp_path / "ar.txt").write_text("مرحبا بكم\n\nهذا نص", "utf-8")
    (tmp_path / "en.txt").write_text("Welcome\n\nThis is a text", "utf-8")
    library = studio.open()
    files = [Path(tmp_path / "en.txt"), Path(tmp_path / "ar.txt")]
    aligned = align_files(library, files, align_options=LEXICAL)
    assert bitext_summary(library, aligned.bitext).title == "ar / en"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_work_cut_short_leaves_no_half_of_a_bitext(studio, stop):
    library = studio.open()
    files = sorted(paths.seeds().glob("000_*.txt"))

    def stopped(*_):
        raise stop

    with pytest.raises(stop):
        align_files(library, files, propose=stopped)
    assert list_documents(library) == []
    align_files(library, files, align_options=LEXICAL)
    again = files[0].read_text("utf-8") + "\n\nThe end.\n"
    other = studio.folder / "longer.txt"
    other.write_text(again, "utf-8")
    before = list_documents(library)
    with pytest.raises(stop):
        align_files(library, [other], propose=stopped)
    assert list_documents(library) == before


def test_what_another_program_made_of_the_documents_meanwhile_stays(studio):
    library = studio.open()
    files = sorted(paths.seeds().glob("000_*.txt"))

    def meanwhile(source, target, *_):
        align_files(studio.open("samir"), files, align_options=LEXICAL)
        raise Cancelled

    with pytest.raises(Cancelled):
        align_files(library, files, propose=meanwhile)
    assert len(list_documents(library)) == 2
    assert len(list_bitexts(library)) == 1
