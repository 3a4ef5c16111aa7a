"""Conditions over the rows of a bitext, alone and together; what numbers and changes say."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.storage import queues as storage
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.changed_since import changed_since
from taqabul.workflow.number_check import links_whose_numbers_differ
from taqabul.workflow.queues import (
    CONDITIONS,
    Facts,
    Filter,
    Lengths,
    counts,
    facts_of,
    in_order,
    matching,
)
from taqabul.workflow.rows import outline
from taqabul.workflow.saved_filters import forget_filter, save_filter, saved_filters
from taqabul.workflow.visits import last_visit, note_visit

PICTURE = "A1 | B1\nA2 | B2 B3\n| B4\nA3 |\nA4 | B6\nA5 | B5\nA6 | B7"


def names(drawn, places):
    rows = drawn.all_rows()
    return ["".join(p.text for p in rows[int(at)].source + rows[int(at)].target) for at in places]


def found(drawn, *conditions, **options):
    facts = facts_of(outline(drawn.library, drawn.id))
    asked = Filter(frozenset(conditions), **options)
    return names(drawn, in_order(facts, matching(facts, asked), asked))


def test_every_condition_finds_its_rows_and_no_others(draw):
    drawn = draw(PICTURE)
    library, bitext = drawn.library, drawn.id
    reviewing.confirm(library, bitext, drawn.links("A1"))
    reviewing.mark_for_review(library, bitext, drawn.links("A2"))
    reviewing.reject(library, bitext, drawn.links("A3"))
    reviewing.edit_text(library, bitext, drawn.paragraph("A6"), "A6 corrected")
    add_note(library, bitext, drawn.link("B4"), "look")
    assert found(drawn, "confirmed") == ["A1B1"]
    assert found(drawn, "needs-review") == ["A2B2B3"]
    assert found(drawn, "rejected") == ["A3"]
    assert found(drawn, "proposed") == ["B4", "A4B6", "A5B5", "A6 correctedB7"]
    assert found(drawn, "uneven") == ["A2B2B3", "B4", "A3"]
    assert found(drawn, "one-sided") == ["B4", "A3"]
    assert found(drawn, "crossing") in (["A4B6"], ["A5B5"])
    assert found(drawn, "edited") == ["A6 correctedB7"]
    assert found(drawn, "noted") == ["B4"]
    assert found(drawn, "doubtful") == []
    assert len(found(drawn, "doubtful", below=0.8)) == 7
    assert found(drawn, "bookmarked") == found(drawn, "reason") == found(drawn, "changed") == []


def test_conditions_narrow_each_other_and_counts_say_what_would_be_left(draw):
    drawn = draw(PICTURE)
    reviewing.reject(drawn.library, drawn.id, drawn.links("A2", "A3", "A6"))
    assert found(drawn, "rejected", "uneven") == ["A2B2B3", "A3"]
    assert found(drawn, "rejected", "uneven", "one-sided") == ["A3"]
    assert found(drawn, "rejected", "proposed") == []
    facts = facts_of(outline(drawn.library, drawn.id))
    told = counts(facts, Filter(frozenset({"rejected"})))
    assert set(told) == set(CONDITIONS)
    assert (told["rejected"], told["uneven"], told["one-sided"], told["proposed"]) == (3, 2, 1, 0)
    assert counts(facts, Filter())["proposed"] == 4


def made(confidence, source=None, target=None):
    n = len(confidence)
    no = np.zeros(n, bool)
    length = np.full(n, 100)
    return Facts(
        np.arange(n) + 7, np.zeros(n, np.int8), np.array(confidence),
        Lengths(length if source is None else source, length if target is None else target),
        ~no, *(no,) * 14,
    )  # fmt: skip


def test_the_least_sure_come_first_and_rows_without_a_confidence_last():
    facts = made([0.9, np.nan, 0.1, 0.5, 0.1])
    asked = Filter(lowest_first=True)
    assert in_order(facts, matching(facts, asked), asked).tolist() == [2, 4, 3, 0, 1]
    assert matching(facts, Filter(frozenset({"doubtful"}), below=0.5)).tolist() == [0, 0, 1, 0, 1]


def test_lengths_far_from_the_bitexts_own_ratio_stand_out():
    chance = np.random.default_rng(5)
    source = chance.integers(40, 400, 500)
    target = (source * 1.3 + chance.normal(0, 1, 500) * np.sqrt(source) * 1.5).astype(int)
    target[10], target[20], target[30] = target[10] * 3, target[20] // 4, 0
    facts = made(np.ones(500), source, target)
    off = facts.lengths.deviation
    assert off[10] > 3 > -3 > off[20]
    assert off[30] == 0
    long, short = (matching(facts, Filter(frozenset({name}))) for name in ("long", "short"))
    assert long[10]
    assert short[20]
    assert not (long | short)[30]
    assert (long | short).sum() < 12
    assert Lengths(*[np.zeros(0, int)] * 2).deviation.tolist() == []


def test_all_rows_whose_numbers_differ_are_found_and_a_stop_is_heard(draw):
    drawn = draw("A1 | B1\nA2 | B2\nA3 |")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A2"), "عام ٢٠٠٣")
    steps = []
    links = links_whose_numbers_differ(drawn.library, drawn.id, lambda *step: steps.append(step))
    assert links == {drawn.link("B2")}
    assert steps == [(0, 3)]

    def stop(_done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        links_whose_numbers_differ(drawn.library, drawn.id, stop)


def test_the_journal_tells_what_was_changed_since_and_by_whom(draw, studio):
    drawn = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4")
    start = datetime.now(UTC)
    links = drawn.links("A1", "A2", "A3", "A4")
    reviewing.confirm(drawn.library, drawn.id, links[:1])
    middle = datetime.now(UTC)
    other = studio.open("salma")
    reviewing.edit_text(other, drawn.id, drawn.paragraph("B2"), "B2 corrected")
    add_note(other, drawn.id, links[2], "why?")
    both = changed_since(drawn.library, drawn.id, start)
    assert (both.links, both.by_others) == (set(links[:3]), set(links[1:3]))
    assert changed_since(drawn.library, drawn.id, middle).links == set(links[1:3])
    assert changed_since(other, drawn.id, start).by_others == {links[0]}
    assert not changed_since(drawn.library, drawn.id, datetime.now(UTC) + timedelta(days=1)).links
    later = datetime.now(UTC)
    history.undo(drawn.library, drawn.id)
    assert changed_since(drawn.library, drawn.id, later).links == {links[0]}


def test_filters_are_kept_under_a_name_in_the_library(draw, studio):
    library = draw("A1 | B1").library
    asked = Filter(frozenset({"numbers", "doubtful"}), below=0.3, since="7", lowest_first=True)
    save_filter(library, " worst ", asked)
    save_filter(library, "Anmerkungen", Filter(frozenset({"noted"})))
    assert list(saved_filters(library).items()) == [
        ("Anmerkungen", Filter(frozenset({"noted"}))),
        ("worst", asked),
    ]
    save_filter(library, "worst", Filter(frozenset({"edited"})))
    assert saved_filters(studio.open("salma"))["worst"] == Filter(frozenset({"edited"}))
    forget_filter(library, "worst")
    assert list(saved_filters(library)) == ["Anmerkungen"]
    for name, bad in (("  ", asked), ("all", Filter())):
        with pytest.raises(InvalidInput):
            save_filter(library, name, bad)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"conditions": ["labelled"], "below": 0.5, "since": "0", "lowest_first": false}'],
)
def test_a_filter_that_is_damaged_or_of_a_newer_version_is_left_out(draw, content):
    library = draw("A1 | B1").library
    with library.database.write() as transaction:
        storage.keep_filter(transaction, "odd", content)
    assert saved_filters(library) == {}


def test_each_person_has_a_last_visit_of_their_own(draw, studio):
    drawn = draw("A1 | B1")
    assert last_visit(drawn.library, drawn.id) is None
    before = datetime.now(UTC)
    note_visit(drawn.library, drawn.id)
    first = last_visit(drawn.library, drawn.id)
    assert before <= first <= datetime.now(UTC)
    note_visit(drawn.library, drawn.id)
    assert last_visit(drawn.library, drawn.id) > first
    assert last_visit(studio.open("salma"), drawn.id) is None
    with pytest.raises(InvalidInput):
        note_visit(drawn.library, 99)
