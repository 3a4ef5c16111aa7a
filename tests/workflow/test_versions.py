"""What each act changed, which acts concern a row, and bringing an earlier version back."""

import pytest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.language import Side
from taqabul.workflow import history, reviewing
from taqabul.workflow.act_versions import (
    LinkVersions,
    NoteVersions,
    TextVersions,
    VerdictVersions,
)
from taqabul.workflow.annotating.claims import new_claim
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.versions import RowHistory, Subject, changes_of
from taqabul.workflow.word_links import Stretch

FOUR = "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4"


def last(bitext, back=0):
    return history.journal(bitext.library, bitext.id)[back]


def changes(bitext, back=0, limit=100, only=None):
    return changes_of(bitext.library, bitext.id, last(bitext, back), limit, only)


def subject(bitext, label):
    row = bitext.row(label)
    return Subject(frozenset({row.link.id}), frozenset(p.id for p in row.source + row.target))


def verbs(bitext, label, seeker=None):
    seeker = seeker or RowHistory(bitext.library, bitext.id)
    return [(one.kind, one.verb) for one in seeker.acts(subject(bitext, label))]


def test_a_corrected_text_before_and_after_and_back(draw, do):
    bitext = draw(FOUR)
    paragraph = bitext.paragraph("B2")
    reviewing.edit_text(bitext.library, bitext.id, paragraph, "better")
    reviewing.edit_text(bitext.library, bitext.id, paragraph, "best")
    assert changes(bitext).versions[0] == TextVersions(paragraph, Side.TARGET, 2, "better", "best")
    (first,) = [one for one in changes(bitext, 1).versions if isinstance(one, TextVersions)]
    assert (first.before, first.after) == ("B2", "better")
    do(bitext, reviewing.edit_text, first.paragraph, first.after)
    assert "A2 | better" in bitext.picture()


def test_links_before_and_after_and_back(draw, do):
    bitext = draw(FOUR)
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A2"), "hm")
    reviewing.merge(bitext.library, bitext.id, bitext.links("A1", "A2", "A3"))
    found = changes(bitext)
    assert {found.numbers[id_] for one in found.versions for id_ in (one.after or one.before).source} == {
        1,
        2,
        3,
    }
    (gone,) = [one.before for one in found.versions if one.before.reason]
    assert gone.source == (bitext.paragraph("A2"),)
    do(bitext, reviewing.restore_link, gone)
    assert bitext.picture() == "A1 A3 | B1 B3\nA2 | B2 ?\nA4 | B4"
    link = bitext.row("A2").link
    assert (link.reason, link.confidence, link.evidence.meaning) == ("hm", 0.75, 0.5)
    assert (link.changed_by, history.undo_label(bitext.library, bitext.id)) == ("rim", "restore link")


def test_a_link_without_a_side_comes_back_too(draw, do):
    bitext = draw("A1 | B1\n| B2\nA2 |")
    reviewing.link(bitext.library, bitext.id, bitext.paragraphs("A2"), bitext.paragraphs("B1", "B2"))
    versions = [one.before for one in changes(bitext).versions]
    for version in versions:
        do(bitext, reviewing.restore_link, version)
    assert sorted(bitext.picture().splitlines()) == ["A1 | B1", "A2 |", "| B2"]


def test_statuses_before_and_after_and_back(draw, do):
    bitext = draw(FOUR)
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A2"), "hm")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1", "A2"))
    found = changes(bitext, only=subject(bitext, "A2"))
    ((version),) = found.versions
    assert isinstance(version, VerdictVersions)
    assert (version.before.status, version.before.reason) == (LinkStatus.NEEDS_REVIEW, "hm")
    assert version.now == bitext.row("A2").link
    do(bitext, reviewing.restore_verdict, version.link, version.before)
    assert bitext.picture() == "A1 | B1 +\nA2 | B2 ?\nA3 | B3\nA4 | B4"
    assert bitext.row("A2").link.reason == "hm"


def test_an_undone_act_is_told_the_other_way_round(draw):
    bitext = draw(FOUR)
    add_note(bitext.library, bitext.id, bitext.link("A1"), "look")
    history.undo(bitext.library, bitext.id)
    assert [changes(bitext, back).versions for back in (0, 1)] == [
        (NoteVersions("look", None),),
        (NoteVersions(None, "look"),),
    ]


def test_only_so_many_changes_are_told_and_the_rest_counted(draw):
    bitext = draw("\n".join(f"A{k} | B{k}" for k in range(1, 31)))
    reviewing.confirm_up_to(bitext.library, bitext.id, bitext.link("A30"))
    found = changes(bitext, limit=10)
    assert (len(found.versions), found.more) == (10, 20)


def test_the_acts_that_concern_a_row_are_found_wherever_its_paragraphs_stood(draw):
    bitext = draw(FOUR)
    library, id_ = bitext.library, bitext.id
    seeker = RowHistory(library, id_)
    reviewing.edit_text(library, id_, bitext.paragraph("B4"), "B4 better")
    reviewing.link(library, id_, bitext.paragraphs("A1"), bitext.paragraphs("B3"))
    reviewing.confirm(library, id_, bitext.links("A2"))
    assert verbs(bitext, "B3", seeker) == [("do", "link")]
    add_note(library, id_, bitext.link("A2"), "look")
    history.undo(library, id_)
    assert verbs(bitext, "A2", seeker) == [("undo", "add note"), ("do", "add note"), ("do", "confirm")]
    assert verbs(bitext, "A4", seeker) == [("do", "edit text")]
    reviewing.unlink(library, id_, bitext.links("A1"))
    assert verbs(bitext, "B3", seeker) == verbs(bitext, "B3") == [("do", "unlink"), ("do", "link")]


def test_a_version_of_paragraphs_that_were_merged_does_not_come_back(draw):
    bitext = draw(FOUR)
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A2"))
    version = bitext.row("A2").link
    reviewing.merge_paragraphs(bitext.library, bitext.id, bitext.paragraphs("A1", "A2"))
    before = bitext.state()
    with pytest.raises(InvalidEdit, match="are there any more"):
        reviewing.restore_link(bitext.library, bitext.id, version)
    assert bitext.state() == before


def test_the_history_is_read_page_by_page(draw):
    bitext = draw(FOUR)
    for k in range(7):
        reviewing.edit_text(
            bitext.library, bitext.id, bitext.paragraph("A1" if k == 0 else f"t{k - 1}"), f"t{k}"
        )
    first = history.journal(bitext.library, bitext.id, 4)
    rest = history.journal(bitext.library, bitext.id, 4, before=first[-1].id)
    assert [one.id for one in (*first, *rest)] == [7, 6, 5, 4, 3, 2, 1]
    assert isinstance(changes(bitext).versions[0], TextVersions)
    assert not [one for one in changes(bitext).versions if isinstance(one, LinkVersions)]


def test_marks_relations_and_claims_are_told_but_not_that_a_mark_moved(draw):
    bitext = draw("A1 | B1\nA2 | B2")
    library, id_ = bitext.library, bitext.id
    given = Given("claims", "claim")
    ends = [
        mark(library, id_, [Stretch(bitext.paragraph(label), 0, 2)], given).annotations[0]
        for label in ("A1", "B1")
    ]
    relate(library, id_, *ends, "claims", "same")
    new_claim(library, ends[:1], english="x")
    reviewing.edit_text(library, id_, bitext.paragraph("A1"), "so A1")
    (text,) = changes(bitext).versions
    assert isinstance(text, TextVersions)
    *marked, claim = changes(bitext, 1).versions
    assert claim.before is None
    assert [(one.before.claim, one.after.claim) for one in marked] == [(None, claim.after.id)] * len(ends)
    ((tie,),) = [changes(bitext, 2).versions]
    assert (tie.before, tie.after.kind) == (None, "same")
    assert [len(changes(bitext, 4, only=subject(bitext, label)).versions) for label in ("so A1", "A2")] == [
        1,
        0,
    ]
