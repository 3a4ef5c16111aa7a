"""Find and replace: what is proposed, what is agreed to, one edit that can be taken back."""

import pytest

from taqabul.domain.changes import LeftAlone
from taqabul.domain.errors import EditConflict, InvalidEdit, InvalidInput
from taqabul.domain.search import EXACT, Kind, Query, Where
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.replacing import proposed, replace


@pytest.fixture
def bitext(draw):
    made = draw("A1 | B1\nA2 | B2\nA3 | B3")
    library, id_ = made.library, made.id
    for label, text in {
        "A1": "😀 كِتَابٌ إلى أحمد، وكتاب ١٢. كتاب جديد.",
        "A2": "لا شيء هنا.",
        "B1": "A Book to Ahmad, book 12. Book!",
        "B2": "Mr Smith met Ms Jones on 12/3/2019.",
    }.items():
        reviewing.edit_text(library, id_, made.paragraph(label), text)
    return made


def texts(bitext):
    return [p.text for row in bitext.all_rows() for p in row.source + row.target]


def agreed(bitext, query, new):
    return replace(bitext.library, bitext.id, proposed(bitext.library, bitext.id, query, new))


def test_every_change_is_told_beforehand(bitext):
    changes = proposed(bitext.library, bitext.id, Query("كتاب"), "دفتر")
    assert [(one.old, one.new, one.number, one.side) for one in changes] == [
        ("كِتَابٌ", "دفتر", 1, "source"),
        ("كتاب", "دفتر", 1, "source"),
        ("كتاب", "دفتر", 1, "source"),
    ]
    assert texts(bitext)[0].startswith("😀 كِتَابٌ")


def test_all_changes_are_one_edit_and_the_import_is_kept(bitext, do):
    changes = proposed(bitext.library, bitext.id, Query("Book", Kind.WORD), "volume")
    done = do(bitext, replace, changes)
    assert texts(bitext)[1] == "A volume to Ahmad, volume 12. volume!"
    assert done.verb == "replace"
    assert bitext.all_rows()[0].target[0].imported == "B1"
    history.undo(bitext.library, bitext.id)
    assert texts(bitext)[1] == "A Book to Ahmad, book 12. Book!"


def test_only_what_is_agreed_to_is_changed(bitext):
    changes = proposed(bitext.library, bitext.id, Query("كتاب"), "دفتر")
    replace(bitext.library, bitext.id, changes[1:2])
    assert texts(bitext)[0] == "😀 كِتَابٌ إلى أحمد، ودفتر ١٢. كتاب جديد."


def test_changes_in_several_paragraphs_and_sentences_keep_the_links(bitext, do):
    do(bitext, replace, proposed(bitext.library, bitext.id, Query("."), "؟"))
    assert [text.count("؟") for text in texts(bitext)] == [2, 1, 1, 1, 0, 0]


def test_the_side_and_the_spelling_can_be_chosen(bitext):
    library, id_ = bitext.library, bitext.id
    assert {one.side for one in proposed(library, id_, Query("12"), "13")} == {"source", "target"}
    assert {one.side for one in proposed(library, id_, Query("12", where=Where.TARGET), "13")} == {"target"}
    assert [one.old for one in proposed(library, id_, Query("كتاب", folding=EXACT), "دفتر")] == ["كتاب"] * 2


def test_groups_stand_for_what_the_text_says(bitext):
    agreed(bitext, Query(r"(?P<title>mr|ms) (\w+)", Kind.REGEX), r"\2, \g<title>.")
    assert texts(bitext)[3] == "Smith, Mr. met Jones, Ms. on 12/3/2019."
    agreed(bitext, Query(r"(\d+)/(\d+)/(\d{4})", Kind.REGEX), r"\3-\2-\1")
    assert texts(bitext)[3].endswith("2019-3-12.")
    agreed(bitext, Query(r"(كتاب) (?=إلى)", Kind.REGEX), r"«\1» ")
    assert texts(bitext)[0].startswith("😀 «كِتَابٌ» إلى")


def test_what_would_stay_the_same_is_not_a_change(bitext):
    assert [one.old for one in proposed(bitext.library, bitext.id, Query("book"), "Book")] == ["book"]


def test_two_hits_in_one_letter_are_one_change(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A1"), "قال ﷺ كذا")
    agreed(drawn, Query("ل", where=Where.SOURCE), "م")
    assert texts(drawn)[0] == "قام م كذا"


def test_notes_are_left_alone(bitext):
    add_note(bitext.library, bitext.id, bitext.all_rows()[0].link.id, "book")
    assert "note" not in {one.side for one in proposed(bitext.library, bitext.id, Query("book"), "x")}


@pytest.mark.parametrize(
    "query",
    [
        Query("book", Kind.FUZZY),
        Query("book", Kind.CLITICS),
        Query("book", where=Where.NOTES),
        Query("(", Kind.REGEX),
    ],
)
def test_what_cannot_be_replaced_is_said(bitext, query):
    with pytest.raises(InvalidInput):
        proposed(bitext.library, bitext.id, query, "x")


@pytest.mark.parametrize("new", [r"\2", r"\g<name>"])
def test_a_group_that_is_not_there_is_said(bitext, new):
    with pytest.raises(InvalidInput, match="no group"):
        proposed(bitext.library, bitext.id, Query("(book)", Kind.REGEX), new)


def test_a_paragraph_that_was_changed_meanwhile_stops_it_where_there_is_no_other(bitext, studio):
    changes = proposed(bitext.library, bitext.id, Query("book"), "volume")
    reviewing.edit_text(studio.open("salim"), bitext.id, changes[0].paragraph, "A Book")
    before = texts(bitext)
    with pytest.raises(EditConflict, match=r"¶1 \(salim\)"):
        replace(bitext.library, bitext.id, changes)
    assert texts(bitext) == before


def test_paragraphs_changed_gone_or_judged_meanwhile_are_left_alone_and_the_rest_is_done(draw, studio, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 A4 | B3\nA5 | B5\nA6 | B6")
    salim = studio.open("salim")
    changes = proposed(bitext.library, bitext.id, Query("A"), "Z")
    assert len(changes) == 6
    reviewing.edit_text(salim, bitext.id, bitext.paragraph("A2"), "A2 more")
    reviewing.merge_paragraphs(salim, bitext.id, bitext.paragraphs("A3", "A4"))
    reviewing.confirm(salim, bitext.id, bitext.links("A5"))
    made = do(bitext, replace, changes)
    assert made.left == tuple(LeftAlone(number, "salim") for number in (2, 3, 4, 5))
    assert len(made.spared) == 3
    assert [row.source[0].text for row in bitext.all_rows()] == ["Z1", "A2 more", "A3 A4", "A5", "Z6"]
    again = proposed(bitext.library, bitext.id, Query("A"), "Z")
    assert not replace(bitext.library, bitext.id, again).left
    assert [row.source[0].text for row in bitext.all_rows()] == ["Z1", "Z2 more", "Z3 Z4", "Z5", "Z6"]


def test_what_others_wrote_and_was_shown_in_the_preview_is_changed(bitext, studio):
    reviewing.edit_text(studio.open("salim"), bitext.id, bitext.paragraph("A3"), "A Book")
    made = agreed(bitext, Query("Book", Kind.WORD), "volume")
    assert not made.left
    assert "A volume" in texts(bitext)


def test_a_paragraph_is_not_emptied(bitext):
    changes = proposed(bitext.library, bitext.id, Query("A3"), "")
    with pytest.raises(InvalidEdit):
        replace(bitext.library, bitext.id, changes)
