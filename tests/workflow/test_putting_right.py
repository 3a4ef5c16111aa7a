"""Findings put right one by one, or all that say the same together: texts as they would become, and nothing stale."""

import pytest

from taqabul.domain.errors import EditConflict, InvalidInput
from taqabul.workflow import cleaning, reviewing
from taqabul.workflow.checking import check_bitext, chosen
from taqabul.workflow.putting_right import alike, fixed_text, fixed_together


@pytest.fixture
def spaced(draw):
    """A bitext with two double spaces in one text, one in another, and a space before a mark."""
    drawn = draw("A1 | B1\nA2 | B2\nA3 | B3")
    for name, text in (("B1", "One  and  two."), ("B2", "Three  and four ."), ("B3", "Five.")):
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph(name), text)
    return drawn


def found_in(drawn):
    return check_bitext(drawn.library, drawn.id, chosen({"spaces"})).found


def test_all_that_say_the_same_are_one_change_a_text(spaced):
    found = found_in(spaced)
    double = alike(found[0], found)
    assert [one.text for one in found] == [*["Several spaces"] * 3, "A space before a mark"]
    assert double == list(found[:3])
    made = fixed_together(spaced.library, double)
    assert [(one.paragraph.text, one.text) for one in made] == [
        ("One  and  two.", "One and two."),
        ("Three  and four .", "Three and four ."),
    ]
    changes = cleaning.clean(spaced.library, spaced.id, made)
    assert len(changes.paragraphs) == 2
    assert [one.text for one in found_in(spaced)] == ["A space before a mark"]


def test_what_was_changed_since_is_left_out_of_all_and_told_of_one(spaced):
    found = found_in(spaced)
    reviewing.edit_text(spaced.library, spaced.id, spaced.paragraph("One  and  two."), "One.")
    assert [one.text for one in fixed_together(spaced.library, found[:3])] == ["Three and four ."]
    with pytest.raises(EditConflict):
        fixed_text(spaced.library, found[0])


def test_a_finding_without_a_safe_fix_is_never_put_right(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), "In 1999")
    (found,) = check_bitext(drawn.library, drawn.id, chosen({"numbers"})).found
    assert alike(found, [found]) == fixed_together(drawn.library, [found]) == []
    with pytest.raises(InvalidInput):
        fixed_text(drawn.library, found)
