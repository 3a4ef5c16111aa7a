"""A bitext is checked row by row, and every finding knows its place in the paragraphs."""

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.domain.language import Side
from taqabul.workflow import reviewing
from taqabul.workflow.checking import check_bitext, chosen


def test_findings_stand_where_their_words_stand(draw):
    drawn = draw("A1 | B1\nA2 A3 | B2")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A3"), "في عام 1998")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B2"), "It was in 1999.")
    report = check_bitext(drawn.library, drawn.id, chosen({"numbers"}))
    (found,) = report.found
    assert (found.check, found.row, report.pairs) == ("numbers", 2, 2)
    (ours,), (theirs,) = found.side(Side.SOURCE), found.side(Side.TARGET)
    assert (ours.stretch.paragraph, ours.quote) == (drawn.paragraph("في عام 1998"), "1998")
    assert (theirs.stretch.paragraph, theirs.quote) == (drawn.paragraph("It was in 1999."), "1999")
    assert found.text == "“1998” faces “1999”"


def test_what_was_rejected_is_no_translation_and_not_checked(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), "In 1999")
    link = drawn.link("In 1999")
    assert len(check_bitext(drawn.library, drawn.id, chosen({"numbers"})).found) == 1
    reviewing.reject(drawn.library, drawn.id, [link])
    assert check_bitext(drawn.library, drawn.id, chosen({"numbers"})).found == ()


def test_a_check_that_does_not_exist_is_named():
    with pytest.raises(InvalidInput, match="nombers"):
        chosen({"nombers"})
    assert all(check.id != "numbers" for check in chosen(skip={"numbers"}))
