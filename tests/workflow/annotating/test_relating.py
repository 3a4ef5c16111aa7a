"""Ties between annotations."""

import pytest

from taqabul.domain.annotation import attributes_from
from taqabul.domain.errors import InvalidEdit
from taqabul.workflow.annotating import relating
from taqabul.workflow.annotating.reading import annotated_bitext


@pytest.fixture
def tied(write):
    bitext = write(("طالب بانسحاب كامل.", "He demanded a complete withdrawal."))
    ends = bitext.mark("انسحاب كامل"), bitext.mark("complete withdrawal")
    return bitext, *ends


def ties(bitext):
    return annotated_bitext(bitext.library, bitext.id).relations


def test_a_tie_is_made_changed_turned_and_taken_away(tied, do):
    bitext, ours, theirs = tied
    changes = do(bitext.drawn, relating.relate, ours, theirs, "claims", "same")
    (tie,) = ties(bitext)
    assert (changes.relations, tie.source, tie.target, tie.author) == ((tie.id,), ours, theirs, "rim")
    do(bitext.drawn, relating.set_relation, tie.id, "claims", "weakened")
    do(bitext.drawn, relating.set_relation_attributes, tie.id, attributes_from({"why": ["modality"]}))
    do(bitext.drawn, relating.turn_relation, tie.id)
    (tie,) = ties(bitext)
    assert (tie.kind, tie.attributes, tie.source) == ("weakened", (("why", ("modality",)),), theirs)
    do(bitext.drawn, relating.unrelate, [tie.id])
    assert ties(bitext) == ()


def test_what_cannot_be_tied(tied):
    bitext, ours, theirs = tied
    with pytest.raises(InvalidEdit, match="itself"):
        relating.relate(bitext.library, bitext.id, ours, ours, "claims", "same")
    relating.relate(bitext.library, bitext.id, ours, theirs, "claims", "same")
    with pytest.raises(InvalidEdit, match="already"):
        relating.relate(bitext.library, bitext.id, ours, theirs, "claims", "same")


def test_a_tie_between_two_bitexts(tied, write, do):
    bitext, ours, _ = tied
    other = write(("نص", "a text"), library=bitext.library)
    far = other.mark("text")
    do(bitext.drawn, relating.relate, ours, far, "claims", "same")
    (tie,) = ties(bitext)
    assert ties(other) == ()
    do(other.drawn, relating.turn_relation, tie.id)
    assert ([one.id for one in ties(other)], ties(bitext)) == ([tie.id], ())
    third = write(("ثالث", "third"), library=bitext.library)
    with pytest.raises(InvalidEdit):
        relating.unrelate(third.library, third.id, [tie.id])
