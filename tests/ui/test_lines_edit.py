"""Lines that people type stand at the edge at which their script begins."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from taqabul.domain.labels import Words
from taqabul.ui.details.notes_panel import NoteField
from taqabul.ui.labels.words_edit import WordsEdit


def stands_at_right(field: QPlainTextEdit) -> bool:
    line = field.document().firstBlock().layout().lineAt(0)
    left = line.naturalTextRect().left()
    return left > line.width() - line.naturalTextRect().right()


@pytest.fixture
def note(qtbot):
    field = NoteField()
    qtbot.addWidget(field)
    field.resize(400, 90)
    field.show()
    return field


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("a note", False),
        ("«ملاحظة»", True),
        ("U.S. في نسخة العربية خطأ", True),
        ("بيان is how it begins", False),
        ("2004", False),
    ],
)
def test_a_note_stands_where_most_of_its_letters_begin(note, text, right):
    note.setPlainText(text)
    assert stands_at_right(note) is right
    note.setPlainText("and then something else")
    assert not stands_at_right(note)


def test_words_of_a_label_stand_on_the_side_of_their_field(qtbot):
    edit = WordsEdit("Example", lines=True)
    qtbot.addWidget(edit)
    edit.resize(700, 90)
    edit.show()
    edit.show_words(Words("“in 2004”", "«عام 2004»"))
    assert stands_at_right(edit.arabic)
    assert not stands_at_right(edit.english)
    edit.show_words(Words("2004", "2004"))
    assert stands_at_right(edit.arabic)
    assert not stands_at_right(edit.english)
