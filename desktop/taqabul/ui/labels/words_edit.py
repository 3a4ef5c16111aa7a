"""Fields for the same words in both languages, each in its direction and font."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from taqabul.domain.labels import Words
from taqabul.domain.language import Direction, Language
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.lines_edit import LinesEdit

ROWS, MARGIN = 3, 12


class WordsEdit(QWidget):
    """English beside Arabic, in one line or several. ``changed`` says that somebody typed."""

    changed = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, lines: bool = False, fixed: bool = True
    ) -> None:
        super().__init__(parent)
        self.english = _field(Language.ENGLISH, name, self, lines=lines)
        self.arabic = _field(Language.ARABIC, name, self, lines=lines)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for field in (self.english, self.arabic):
            layout.addWidget(field, 1)
            field.textChanged.connect(self.changed)
        if lines and fixed:
            height = max(one.fontMetrics().lineSpacing() for one in (self.english, self.arabic))
            for field in (self.english, self.arabic):
                field.setFixedHeight(height * ROWS + MARGIN)
        if fixed:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.english)

    @property
    def words(self) -> Words:
        """What stands in the fields."""
        return Words(_text(self.english), _text(self.arabic))

    def show_words(self, words: Words) -> None:
        """Put words into the fields; the cursor stays where they are there already."""
        for field, text in ((self.english, words.english), (self.arabic, words.arabic)):
            if _text(field) == text:
                continue
            field.blockSignals(True)
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.setCursorPosition(0)
            else:
                field.setPlainText(text)
            field.blockSignals(False)


def _text(field: QLineEdit | LinesEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _field(language: Language, name: str, parent: QWidget, *, lines: bool) -> QLineEdit | LinesEdit:
    arabic = language is Language.ARABIC
    told = translate("Labels", "{name}, Arabic") if arabic else translate("Labels", "{name}, English")
    field = LinesEdit(parent, language.direction) if lines else QLineEdit(parent)
    font = text_fonts(100).of(language)
    font.setPointSizeF(min(font.pointSizeF(), 12))
    field.setFont(font)
    field.setAccessibleName(told.format(name=name))
    field.setPlaceholderText(
        translate("Labels", "in Arabic") if arabic else translate("Labels", "in English")
    )
    rtl = language.direction is Direction.RTL
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return field
