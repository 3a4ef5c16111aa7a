"""A proposal can be looked at, and taken over or not."""

import pytest

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.errors import EditConflict
from taqabul.workflow import reviewing
from taqabul.workflow.differences import differences
from taqabul.workflow.realigning import apply_proposal, propose_again

PICTURE = "A1 | B1\nA2 | B2\nA3 A4 | B3\nA5 | B4\n| B5"


def proposing(*links):
    """An aligner that says this, and the anchors it was given."""

    def propose(_source, _target, _options, _progress, anchors, _store):
        everything = (*(ProposedLink(*link) for link in links), *(ProposedLink(*one) for one in anchors))
        return Alignment(everything, everything, "said", ("unusual",))

    return propose


def words(pairs):
    return [
        f"{' '.join(p.text for p in pair.source)} | {' '.join(p.text for p in pair.target)}".strip()
        for pair in pairs
    ]


BETTER = proposing(
    ((0,), (0,), 0.75), ((1,), (1,), 0.9), ((2,), (2,), 0.5), ((3,), (3,), 0.4), ((4,), (4,), 0.3)
)


def test_what_would_change_is_told_and_nothing_is_written(draw):
    bitext = draw(PICTURE)
    before = bitext.state()
    proposal = propose_again(bitext.library, bitext.id, propose=BETTER)
    found = differences(proposal)
    assert [(words(one.before), words(one.after)) for one in found.changes] == [
        (["A3 A4 | B3", "A5 | B4", "| B5"], ["A3 | B3", "A4 | B4", "A5 | B5"])
    ]
    assert (found.counts, found.refreshed, found.same) == ((3, 3), 1, 1)
    assert proposal.remarks == ("unusual",)
    assert bitext.state() == before


def test_a_proposal_is_taken_over_in_one_step(draw, do):
    bitext = draw(PICTURE)

    def take(library, id_):
        return apply_proposal(library, propose_again(library, id_, propose=BETTER))

    do(bitext, take)
    assert bitext.picture() == "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4\nA5 | B5"
    assert differences(propose_again(bitext.library, bitext.id, propose=BETTER)).counts == (0, 0)


def test_only_the_chosen_rows_are_aligned_anew_and_those_decided_on_are_not(draw, do):
    bitext = draw(PICTURE)
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A2"))
    chosen = bitext.links("A1", "A2", "A5", "B5")
    propose = proposing(((0,), (4,), 0.2), ((4,), (0, 3), 0.2))

    def take(library, id_):
        return apply_proposal(library, propose_again(library, id_, propose=propose, only=chosen))

    do(bitext, take)
    assert sorted(bitext.picture().splitlines()) == ["A1 | B5", "A2 | B2 +", "A3 A4 | B3", "A5 | B1 B4"]


def test_differences_that_have_nothing_to_do_with_each_other_stand_apart(draw):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4\nA5 | B5")
    crossed = proposing(((0,), (1,)), ((1,), (0,)), ((2,), (2,)), ((3,), (4,)), ((4,), (3,)))
    found = differences(propose_again(bitext.library, bitext.id, propose=crossed))
    assert [words(one.before) for one in found.changes] == [["A1 | B1", "A2 | B2"], ["A4 | B4", "A5 | B5"]]
    assert [words(one.after) for one in found.changes] == [["A1 | B2", "A2 | B1"], ["A4 | B5", "A5 | B4"]]


@pytest.mark.parametrize(
    "act",
    [
        lambda b: reviewing.confirm(b.library, b.id, b.links("A3")),
        lambda b: reviewing.merge_with_next(b.library, b.id, b.link("A1")),
        lambda b: reviewing.edit_text(b.library, b.id, b.paragraph("A5"), "better"),
    ],
)
def test_a_proposal_is_not_taken_over_where_somebody_changed_the_rows_since(draw, act):
    bitext = draw(PICTURE)
    proposal = propose_again(bitext.library, bitext.id, propose=BETTER)
    act(bitext)
    before = bitext.state()
    with pytest.raises(EditConflict):
        apply_proposal(bitext.library, proposal)
    assert bitext.state() == before
