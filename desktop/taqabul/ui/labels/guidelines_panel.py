"""The guidelines of a label set beside the work, in either language, with what each label means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Direction, Language
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.guidelines_text import guidelines_markdown
from taqabul.ui.labels.label_tree import both

NAMES = {Language.ENGLISH: "English", Language.ARABIC: "العربية"}


class GuidelinesPanel(QWidget):
    """Shows one set at a time. ``chosen`` gives its key and the language, when somebody chose."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets: dict[str, LabelSet] = {}
        self._fonts: TextFonts | None = None
        self.language = Language.ENGLISH
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(translate("Labels", "Label set"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(translate("Labels", "Guidelines"))
        self.text.setOpenExternalLinks(True)
        self.buttons = {language: QToolButton(self) for language in NAMES}
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.addWidget(self.chooser, 1)
        for language, button in self.buttons.items():
            button.setText(NAMES[language])
            button.setCheckable(True)
            button.setAccessibleName(NAMES[language])
            group.addButton(button)
            head.addWidget(button)
            button.clicked.connect(lambda _on, language=language: self._choose(language))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self.chooser.activated.connect(lambda _at: self._choose(self.language))

    def show_sets(self, sets: dict[str, LabelSet], key: str, language: Language) -> None:
        """Offer sets, and show one of them."""
        self._sets, self.language = sets, language
        self.chooser.clear()
        for one in sets.values():
            self.chooser.addItem(both(one.name), one.key)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(key)))
        self._show()

    def set_fonts(self, fonts: TextFonts) -> None:
        """Take over fonts."""
        self._fonts = fonts
        self._show()

    def _choose(self, language: Language) -> None:
        self.language = language
        self._show()
        self.chosen.emit(str(self.chooser.currentData() or ""), language)

    def _show(self) -> None:
        self.buttons[self.language].setChecked(True)
        shown = self._sets.get(self.chooser.currentData())
        if shown is None:
            return
        rtl = self.language.direction is Direction.RTL
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        document = self.text.document()
        if self._fonts is not None:
            document.setDefaultFont(self._fonts.of(self.language))
        option = document.defaultTextOption()
        option.setTextDirection(way)
        document.setDefaultTextOption(option)
        self.text.setLayoutDirection(way)
        document.setMarkdown(guidelines_markdown(shown, self.language))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
