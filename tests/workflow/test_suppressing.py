"""A finding that nobody wants to see again is not told, and comes back when it is wanted."""

from taqabul.workflow import reviewing
from taqabul.workflow.checking import Checker, chosen
from taqabul.workflow.library import open_library
from taqabul.workflow.suppressing import Reach, allow_again, suppress, suppressions


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
