"""A finding that nobody wants to see again is not told, and comes back when it is wanted."""

from dataclasses import replace

from taqabul.storage.suppressions import keep_suppression
from taqabul.workflow import reviewing
from taqabul.workflow.checking import Checker, chosen
from taqabul.workflow.library import open_library
from taqabul.workflow.suppressing import Reach, allow_again, silenced, suppress, suppress_again, suppressions


def test_findings_are_suppressed_once_in_a_pair_or_by_rule_and_come_back(draw):
    drawn = draw("A1 | B1\nA2 | B2")
    for label in ("B1", "B2"):
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph(label), f"In 1998  or 1999 {label}")
    checker = Checker(drawn.library, drawn.id, chosen({"numbers", "spaces"}))

    def told(check):
        return [one.row for one in checker.all().found if one.check == check]

    assert told("numbers") == [1, 1, 2, 2]
    first = checker.all().found[0]
    suppress(drawn.library, drawn.id, first, Reach.ONCE, " a matter of taste ")
    assert told("numbers") == [1, 2, 2]
    assert checker.all().suppressed == 1
    suppress(drawn.library, drawn.id, first, Reach.PAIR, "")
    assert told("numbers") == [2, 2]
    suppress(drawn.library, drawn.id, first, Reach.RULE, "")
    assert told("numbers") == []
    assert told("spaces") == [1, 2]
    once, pair, rule = suppressions(drawn.library, drawn.id)
    assert (once.reason, once.author, once.reach) == ("a matter of taste", drawn.library.author, Reach.ONCE)
    for kept in (once, pair, rule):
        allow_again(drawn.library, kept)
    assert told("numbers") == [1, 1, 2, 2]


def test_what_is_suppressed_is_kept_in_the_library(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), "In 1998")
    (found,) = Checker(drawn.library, drawn.id, chosen({"numbers"})).all().found
    suppress(drawn.library, drawn.id, found, Reach.PAIR, "checked")
    again = open_library(drawn.library.location)
    try:
        assert Checker(again, drawn.id, chosen({"numbers"})).all().found == ()
    finally:
        again.close()


def test_what_is_suppressed_says_where_and_a_pair_that_is_gone_is_told_as_such(draw):
    drawn = draw("A1 | B1\nA2 | B2")
    for label in ("B1", "B2"):
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph(label), "In 1998")
    first, second = Checker(drawn.library, drawn.id, chosen({"numbers"})).all().found
    suppress(drawn.library, drawn.id, second, Reach.ONCE, "")
    suppress(drawn.library, drawn.id, second, Reach.PAIR, "")
    kept = suppress(drawn.library, drawn.id, first, Reach.RULE, "")
    once, pair, rule = silenced(drawn.library, drawn.id)
    assert (once.row, once.text) == (2, "“1998” is not said on the other side")
    assert (pair.row, pair.text) == (2, "")
    assert (rule.row, rule.text, rule.kept) == (None, "", kept)
    reviewing.merge(drawn.library, drawn.id, [first.link, second.link])
    assert [one.row for one in silenced(drawn.library, drawn.id)] == [None, None, None]
    allow_again(drawn.library, kept)
    suppress_again(drawn.library, kept)
    assert silenced(drawn.library, drawn.id)[-1].kept == kept


def spaces(drawn):
    return Checker(drawn.library, drawn.id, chosen({"spaces"})).all().found


def test_one_finding_is_silent_and_those_that_say_the_same_of_other_places_are_not(draw):
    drawn = draw("A1 | B1")
    text = "Prices of wheat  rose in the north, and those of rice  fell in the south."
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), text)
    first, second = spaces(drawn)
    assert first.text == second.text
    suppress(drawn.library, drawn.id, second, Reach.ONCE, "")
    assert spaces(drawn) == (first,)
    assert [(one.row, one.text) for one in silenced(drawn.library, drawn.id)] == [(1, second.text)]
    reviewing.edit_text(drawn.library, drawn.id, first.target[0].stretch.paragraph, f"Nearly all {text}")
    assert [one.target[0].around for one in spaces(drawn)] == [first.target[0].around]


def test_what_was_suppressed_without_its_place_stays_silent(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), "One  and two  and three")
    first, _ = spaces(drawn)
    kept = suppress(drawn.library, drawn.id, first, Reach.ONCE, "")
    allow_again(drawn.library, kept)
    with drawn.library.database.write() as transaction:
        keep_suppression(transaction, replace(kept, key=f"{first.link} {first.text}"))
    assert spaces(drawn) == ()
