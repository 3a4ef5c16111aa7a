"""Who agrees with whom, over the bitexts of one library or of two."""

import pytest

from taqabul.domain.language import Side
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.agreeing import agreement_report, gather, written_on
from taqabul.workflow.annotating.marking import Given

PAIRS = (
    ("قال الوزير إنّ السلامَ قريبٌ.", "The minister said that peace is near."),
    ("طالب بانسحاب كامل.", "He demanded a complete withdrawal."),
    ("لم يقل متى.", "He did not say when."),
)
ENTITY = Given("entities", "person")


def people(studio, write, *names):
    return [write(*PAIRS, library=studio.open(name, f"{k}.db")) for k, name in enumerate(names)]


def test_two_libraries_are_compared_by_their_authors(studio, write):
    one, other = people(studio, write, "rim", "sami")
    for bitext in (one, other):
        bitext.mark("complete withdrawal")
    one.mark("الوزير", given=ENTITY)
    other.mark("minister", given=ENTITY)
    assert gather(one.library, other.library, "1") == []
    report = agreement_report(one.library, written_on(one.library))
    assert report.annotators == ("rim", "sami")
    rows = {(row.label, row.side): row for row in report.stretches}
    claim = rows["claims/claim", Side.TARGET]
    assert (claim.exact.value, claim.cohen.value, claim.unitizing.value) == (1.0, 1.0, 1.0)
    assert rows["entities/person", None].exact.value == 0.0
    assert rows[None, None].exact.value == pytest.approx(0.5)
    assert [(one.one, one.other) for one in report.between] == [("rim", "sami")]
    assert report.pairs == ()


def test_only_one_set_and_only_some_people(studio, write):
    one, other, third = people(studio, write, "rim", "sami", "lina")
    for bitext in (one, other, third):
        bitext.mark("minister", given=ENTITY)
    third.mark("peace")
    for bitext in (other, third):
        gather(one.library, bitext.library, "x")
    report = agreement_report(one.library, written_on(one.library), ["rim", "lina"], "entities")
    assert report.annotators == ("lina", "rim")
    assert {row.label for row in report.stretches} == {None, "entities/person"}
    assert agreement_report(one.library, written_on(one.library)).annotators == ("lina", "rim", "sami")


def test_the_same_name_in_two_libraries_is_two_people_unless_a_mark_is_shared(studio, write):
    one, other = people(studio, write, "user", "user")
    one.mark("peace")
    other.mark("peace")
    gather(one.library, other.library, "second")
    report = agreement_report(one.library, written_on(one.library))
    assert report.annotators == ("user", "user (second)")
    assert report.stretches[0].exact.value == 1.0


def test_labels_of_whole_pairs_are_reckoned_apart(studio, write):
    one, other = people(studio, write, "rim", "sami")
    for bitext, rows in ((one, (0, 1)), (other, (1,))):
        for row in rows:
            link = bitext.drawn.all_rows()[row].link.id
            marking.mark_pair(bitext.library, bitext.id, link, Given("mqm-daily", "omission"))
    gather(one.library, other.library, "1")
    report = agreement_report(one.library, written_on(one.library))
    first = report.pairs[0]
    assert first.exact.value == pytest.approx(2 / 3)
    assert first.marks == (("rim", 2), ("sami", 1))
    assert report.stretches[0].exact.value is None


def test_texts_that_only_the_other_library_has_are_named(studio, write):
    one, _ = people(studio, write, "rim", "sami")
    stranger = write(("نص آخر.", "Another text."), library=studio.open("sami", "s.db"))
    stranger.mark("Another")
    assert len(gather(one.library, stranger.library, "s")) == 1
