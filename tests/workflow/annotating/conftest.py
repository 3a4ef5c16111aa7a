"""Bitexts with sentences in them, and words to mark."""

import pytest

from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.word_links import Stretch

CLAIM = Given("claims", "claim")


class Marked:
    """A bitext of given texts; stretches are spoken of by their words."""

    def __init__(self, drawn):
        self.drawn = drawn
        self.library, self.id = drawn.library, drawn.id

    def find(self, words, nth=0):
        """Where these words stand, in any text."""
        places = [
            (paragraph, at)
            for row in self.drawn.all_rows()
            for paragraph in row.source + row.target
            for at in range(len(paragraph.text))
            if paragraph.text.startswith(words, at)
        ]
        paragraph, at = places[nth]
        return Stretch(paragraph.id, at, at + len(words))

    def mark(self, *words, given=CLAIM):
        """The annotation that these words are given."""
        changes = mark(self.library, self.id, [self.find(one) for one in words], given)
        return changes.annotations[0]

    def all(self):
        return all_annotations(self.library, self.id)

    def quotes(self):
        """What each annotation lies on, and what it has lost, behind a stroke."""
        return [
            " … ".join(s.quote for s in one.spans) + "".join(f" | {s.quote}" for s in one.lost)
            for one in self.all()
        ]

    def text(self, words):
        """The paragraph that holds these words."""
        return next(p for r in self.drawn.all_rows() for p in r.source + r.target if words in p.text)


@pytest.fixture
def write(studio):
    """Makes a bitext of pairs of texts, each pair a row."""

    def written(*pairs, library=None):
        return Marked(studio.write(*pairs, library=library))

    return written
