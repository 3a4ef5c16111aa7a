import pytest

from taqabul.domain.changes import LeftAlone
from taqabul.domain.errors import EditConflict
from taqabul.domain.language import Side
from taqabul.text.cleaning import CleanRule
from taqabul.workflow import cleaning, reviewing

ALL = frozenset(CleanRule)


@pytest.fixture
def soiled(draw):
    """A bitext with a direction mark in its first source, and two spaces in its second target."""
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    first, second = bitext.paragraph("A1"), bitext.paragraph("B2")
    reviewing.edit_text(bitext.library, bitext.id, first, "\u200fA1")
    reviewing.edit_text(bitext.library, bitext.id, second, "B2  and so on")
    return bitext, first, second


def found(bitext):
    return cleaning.unclean(bitext.library, bitext.id)


def test_what_rules_would_change_is_found_and_only_that(soiled):
    bitext, first, second = soiled
    assert [(one.paragraph.id, one.side) for one in found(bitext)] == [
        (first, Side.SOURCE),
        (second, Side.TARGET),
    ]
    assert [one.text for one in cleaning.cleanings(found(bitext), ALL)] == ["A1", "B2 and so on"]
    assert [one.text for one in cleaning.cleanings(found(bitext), {CleanRule.BIDI})] == ["A1"]
    assert cleaning.cleanings(found(bitext), ()) == []


def test_cleaning_is_one_edit_that_can_be_undone(soiled, do):
    bitext, first, second = soiled
    changes = do(bitext, cleaning.clean, cleaning.cleanings(found(bitext), ALL))
    assert set(changes.paragraphs) == {first, second}
    assert bitext.picture() == "A1 | B1\nA2 | B2 and so on\nA3 | B3"
    assert found(bitext) == []


def test_a_text_that_was_changed_meanwhile_is_left_alone_and_told(soiled, studio, do):
    bitext, first, second = soiled
    chosen = cleaning.cleanings(found(bitext), ALL)
    reviewing.edit_text(studio.open("salma"), bitext.id, second, "B2")
    row = bitext.link("B2")
    changes = do(bitext, cleaning.clean, chosen)
    assert changes.paragraphs == (first,)
    assert changes.left == (LeftAlone(2, "salma"),)
    assert changes.spared == (row,)
    assert bitext.picture() == "A1 | B1\nA2 | B2\nA3 | B3"


def test_where_all_was_changed_meanwhile_nothing_is_and_it_is_told_by_whom(soiled, studio):
    bitext, first, second = soiled
    chosen = cleaning.cleanings(found(bitext), ALL)
    salma = studio.open("salma")
    reviewing.edit_text(salma, bitext.id, first, "A1.")
    reviewing.edit_text(salma, bitext.id, second, "B2.")
    before = bitext.state()
    with pytest.raises(EditConflict, match=r"¶1 \(salma\), ¶2 \(salma\)"):
        cleaning.clean(bitext.library, bitext.id, chosen)
    assert bitext.state() == before
