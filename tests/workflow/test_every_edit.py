"""Random walks over all verbs on a real library: whole after each step, and back to the start in the end."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from taqabul.domain.errors import InvalidEdit
from taqabul.domain.language import Side
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.domain.search import Kind, Query
from taqabul.text.cleaning import CleanRule
from taqabul.workflow import cleaning, history, replacing, reviewing
from taqabul.workflow.aligning import realign
from taqabul.workflow.annotating.claims import new_claim
from taqabul.workflow.annotating.marking import Given, mark, mark_pair, set_spans, unmark
from taqabul.workflow.annotating.notes import add_note, add_note_on_mark, delete_note, edit_note
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.verifying import verify
from taqabul.workflow.word_links import Stretch

pytestmark = pytest.mark.long
PICTURES = st.sampled_from(
    [
        "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4",
        "A1 A2 | B1\nA3 |\n| B2\nA4 | B3 B4",
        "A1 | B4\nA2 | B3\nA3 | B1 B2\n| B5",
        "A1 | B1",
    ]
)
INDEX = st.integers(0, 50)
TEXTS = st.sampled_from(["واحد. اثنان. ثلاثة.", "One. Two.", "3 books", "A", "هذا", "x y. z؟ w!"])
LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)


PLACE = st.floats(0, 1)


def assert_kept(before, after):
    """Every mark is still there; what it lay on is placed, or kept as lost."""
    assert after.keys() >= before.keys()
    for id_, old in before.items():
        new = after[id_]
        assert (new.link is None) == (old.link is None)
        assert bool(new.spans or new.lost) == bool(old.spans or old.lost)
        assert len(new.lost) >= len(old.lost)
        quotes = {span.quote for span in (*new.spans, *new.lost)}
        assert {span.quote for span in old.lost} <= quotes


class Reviewer(RuleBasedStateMachine):
    """Does anything a reviewer can do, in any order."""

    studio: Any
    assert_whole: Any

    @initialize(picture=PICTURES, twice=st.booleans())
    def begin(self, picture, twice):
        self.folder = Path(tempfile.mkdtemp())
        self.maker = self.studio(self.folder)
        self.bitext = self.maker.draw(picture)
        if twice:
            self.maker.twin(self.bitext)
        self.start = self.bitext.state()

    def row(self, index):
        found = self.bitext.all_rows()
        return found[index % len(found)]

    def paragraph(self, index, side=None):
        rows = self.bitext.all_rows()
        found = [p for r in rows for p in (r.source + r.target if side is None else getattr(r, side))]
        return sorted(found, key=lambda p: p.id)[index % len(found)]

    def attempt(self, verb, *arguments, **named):
        before, marks = self.bitext.state(), self.marks()
        try:
            verb(self.bitext.library, self.bitext.id, *arguments, **named)
        except InvalidEdit:
            assert self.bitext.state() == before
        if verb not in (unmark, set_spans):
            assert_kept(marks, self.marks())

    def marks(self):
        return {one.id: one for one in all_annotations(self.bitext.library, self.bitext.id)}

    @rule(
        index=INDEX,
        verb=st.sampled_from(["confirm", "reject", "mark_for_review", "reset_status", "unlink"]),
    )
    def mark(self, index, verb):
        self.attempt(getattr(reviewing, verb), [self.row(index).link.id])

    @rule(index=INDEX, verb=st.sampled_from(["confirm_up_to", "merge_with_next"]))
    def one_row(self, index, verb):
        self.attempt(getattr(reviewing, verb), self.row(index).link.id)

    @rule(sources=st.lists(INDEX, max_size=2), targeted=st.lists(INDEX, max_size=2))
    def link(self, sources, targeted):
        chosen = [
            [self.paragraph(k, side).id for k in indexes]
            for side, indexes in (("source", sources), ("target", targeted))
        ]
        self.attempt(reviewing.link, *chosen)

    @rule(index=INDEX, source_at=st.integers(0, 2), target_at=st.integers(0, 2))
    def split(self, index, source_at, target_at):
        self.attempt(reviewing.split, self.row(index).link.id, source_at, target_at)

    @rule(index=INDEX, side=st.sampled_from(list(Side)), up=st.booleans())
    def move(self, index, side, up):
        self.attempt(reviewing.move, side, self.row(index).link.id, up=up)

    @rule(index=INDEX, side=st.sampled_from(list(Side)), up=st.booleans())
    def shift(self, index, side, up):
        self.attempt(reviewing.shift, side, self.row(index).link.id, up=up)

    @rule(index=INDEX, other=INDEX, side=st.sampled_from(list(Side)))
    def swap(self, index, other, side):
        rows = [self.row(index).link.id, self.row(other).link.id]
        if rows[0] != rows[1]:
            self.attempt(reviewing.swap, side, *rows)

    @rule(index=INDEX, how_many=st.integers(1, 3))
    def merge(self, index, how_many):
        rows = [row.link.id for row in self.bitext.all_rows()]
        at = index % len(rows)
        self.attempt(reviewing.merge, rows[at : at + how_many])

    @rule(index=INDEX, on=st.booleans(), reason=TEXTS)
    def remark(self, index, on, reason):
        self.attempt(reviewing.set_bookmarks, [self.row(index).link.id], on=on)
        self.attempt(reviewing.mark_for_review, [self.row(index + 1).link.id], reason)

    @rule(index=INDEX, text=TEXTS)
    def edit_text(self, index, text):
        self.attempt(reviewing.edit_text, self.paragraph(index).id, text)

    @rule(index=INDEX)
    def restore_text(self, index):
        self.attempt(reviewing.restore_text, self.paragraph(index).id)

    @rule(index=INDEX, offset=st.integers(0, 12))
    def split_paragraph(self, index, offset):
        self.attempt(reviewing.split_paragraph, self.paragraph(index).id, offset)

    @rule(index=INDEX)
    def merge_paragraphs(self, index):
        one = self.paragraph(index)
        ranked = sorted(
            (p for r in self.bitext.all_rows() for p in r.source + r.target if p.document == one.document),
            key=lambda p: p.rank,
        )
        at = ranked.index(one)
        self.attempt(reviewing.merge_paragraphs, [p.id for p in ranked[at : at + 2]])

    @rule(index=INDEX)
    def turn(self, index):
        self.attempt(reviewing.turn, self.paragraph(index).id)

    @rule(word=st.sampled_from(["A", "B", "ا", "o", "."]), new=st.sampled_from(["", "x  y", "كلمة"]))
    def replace(self, word, new):
        changes = replacing.proposed(self.bitext.library, self.bitext.id, Query(word, Kind.PART), new)
        if changes:
            self.attempt(replacing.replace, changes)

    @rule()
    def clean(self):
        found = cleaning.unclean(self.bitext.library, self.bitext.id)
        self.attempt(cleaning.clean, cleaning.cleanings(found, set(CleanRule)))

    @rule()
    def open_again(self):
        before = self.bitext.state()
        self.bitext.library.close()
        self.bitext.library = self.maker.open()
        assert self.bitext.state() == before

    @rule(index=INDEX, text=TEXTS)
    def add_note(self, index, text):
        self.attempt(add_note, self.row(index).link.id, text)

    @rule(text=TEXTS, delete=st.booleans())
    def change_note(self, text, delete):
        notes = [n for r in self.bitext.all_rows() for n in r.notes]
        if notes and delete:
            self.attempt(delete_note, notes[0].id)
        elif notes:
            self.attempt(edit_note, notes[-1].id, text)

    @rule()
    def align_again(self):
        marks = self.marks()
        realign(self.bitext.library, self.bitext.id, LEXICAL)
        assert self.marks() == marks

    @rule(index=INDEX, other=INDEX, places=st.tuples(PLACE, PLACE, PLACE, PLACE), label=st.sampled_from("ab"))
    def label_words(self, index, other, places, label):
        stretches = []
        for at, (first, second) in ((index, places[:2]), (other, places[2:])):
            text = self.paragraph(at)
            ends = sorted(round(one * len(text.text)) for one in (first, second))
            stretches.append(Stretch(text.id, *ends))
        self.attempt(mark, stretches, Given("set", label))

    @rule(index=INDEX, label=st.sampled_from("ab"))
    def mark_pair(self, index, label):
        self.attempt(mark_pair, self.row(index).link.id, Given("set", label))

    @rule(index=INDEX, remark=TEXTS)
    def write_on_a_mark(self, index, remark):
        marks = list(self.marks())
        if marks:
            self.attempt(add_note_on_mark, marks[index % len(marks)], remark)

    @rule(index=INDEX, other=INDEX)
    def relate(self, index, other):
        marks = list(self.marks())
        if marks:
            self.attempt(relate, marks[index % len(marks)], marks[other % len(marks)], "set", "same")

    @rule(index=INDEX)
    def claim(self, index):
        marks = list(self.marks())
        if marks:
            chosen = marks[index % len(marks) :][:2]
            self.attempt(lambda library, _bitext: new_claim(library, chosen))

    @rule(index=INDEX, rest=st.booleans())
    def unmark(self, index, rest):
        marks = list(self.marks().values())
        if marks and rest:
            self.attempt(unmark, [marks[index % len(marks)].id])
        elif marks:
            text = self.paragraph(index)
            self.attempt(set_spans, marks[index % len(marks)].id, [Stretch(text.id, 0, len(text.text))])

    @rule(steps=st.integers(1, 4))
    def undo_and_redo(self, steps):
        states = [self.bitext.state()]
        while len(states) <= steps and history.undo(self.bitext.library, self.bitext.id):
            states.append(self.bitext.state())
        for state in states[-2::-1]:
            assert history.redo(self.bitext.library, self.bitext.id) is not None
            assert self.bitext.state() == state

    @rule()
    def undo(self):
        history.undo(self.bitext.library, self.bitext.id)

    @invariant()
    def is_whole(self):
        if hasattr(self, "bitext"):
            self.assert_whole(self.bitext.library)

    def teardown(self):
        if not hasattr(self, "bitext"):
            return
        assert verify(self.bitext.library).faults == ()
        while history.undo(self.bitext.library, self.bitext.id):
            pass
        assert self.bitext.state() == self.start
        assert verify(self.bitext.library).faults == ()
        self.bitext.library.close()
        shutil.rmtree(self.folder)


def test_any_walk_leaves_the_bitext_whole_and_can_be_walked_back(walk):
    studio, assert_whole = walk
    here = {"studio": staticmethod(studio), "assert_whole": staticmethod(assert_whole)}
    run_state_machine_as_test(
        type("ReviewerHere", (Reviewer,), here),
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # Shrinking a walk over a real file takes minutes; the steps that failed are printed as they are.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
        ),
    )
