"""The words to find and how to find them: kind, place, spelling. Both the bar and the results ask by it."""

from dataclasses import fields, replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from taqabul.domain.search import EXACT, Folding, Kind, Query, Where
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate

PAUSE_MS = 150
KINDS = {
    Kind.PART: QT_TRANSLATE_NOOP("Search", "Parts of words"),
    Kind.WORD: QT_TRANSLATE_NOOP("Search", "Whole words"),
    Kind.CLITICS: QT_TRANSLATE_NOOP("Search", "Words, with و ال ب ل …"),
    Kind.REGEX: QT_TRANSLATE_NOOP("Search", "Regular expression"),
    Kind.FUZZY: QT_TRANSLATE_NOOP("Search", "Similar: typos, names"),
    Kind.MEANING: QT_TRANSLATE_NOOP("Search", "Meaning, either language"),
}
PLACES = {
    Where.EVERYWHERE: QT_TRANSLATE_NOOP("Search", "Everywhere"),
    Where.TEXTS: QT_TRANSLATE_NOOP("Search", "Both texts"),
    Where.SOURCE: QT_TRANSLATE_NOOP("Search", "Source"),
    Where.TARGET: QT_TRANSLATE_NOOP("Search", "Target"),
    Where.NOTES: QT_TRANSLATE_NOOP("Search", "Notes"),
}
SWITCHES = {
    "tashkeel": QT_TRANSLATE_NOOP("Search", "&Vowel signs: كِتَاب and كتاب"),
    "alef": QT_TRANSLATE_NOOP("Search", "&Hamza: أ إ آ and ا, ؤ and و, ئ and ي"),
    "ya": QT_TRANSLATE_NOOP("Search", "&Yaa: ى and ي, Persian ی ک"),
    "ta_marbuta": QT_TRANSLATE_NOOP("Search", "&Taa marbuta: ة and ه"),
    "tatweel": QT_TRANSLATE_NOOP("Search", "&Kashida: كتـــاب"),
    "digits": QT_TRANSLATE_NOOP("Search", "&Digits: ١٢ and 12"),
    "case": QT_TRANSLATE_NOOP("Search", "&Capitals and accents"),
}


class SearchForm(QWidget):
    """``asked`` follows a pause in typing and each choice, ``chosen`` a choice that is to be remembered."""

    asked = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(translate("Search", "Find in texts and notes"))
        self.query.setAccessibleName(translate("Search", "Words to find"))
        self.query.setClearButtonEnabled(True)
        self.query.setMinimumWidth(220)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(translate("Search", "How to find"))
        for kind, name in KINDS.items():
            self.kind.addItem(say(name), kind)
        self.where = QComboBox(self)
        self.where.setAccessibleName(translate("Search", "Where to find"))
        for where, name in PLACES.items():
            self.where.addItem(say(name), where)
        self.spelling = QToolButton(self)
        self.spelling.setAccessibleName(translate("Search", "Which spellings are the same"))
        self.spelling.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.spelling.setIconSize(QSize(14, 14))
        self.switches: dict[str, QAction] = {}
        self.spelling.setMenu(self._menu())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.query, self.kind, self.where, self.spelling):
            layout.addWidget(part)
        layout.setStretch(0, 1)
        self.query.textChanged.connect(self._pause.start)
        self.kind.currentIndexChanged.connect(self._on_choice)
        self.where.currentIndexChanged.connect(self._on_choice)
        self._tell_spelling()

    def question(self) -> Query:
        """What is asked now."""
        return Query(
            self.query.text(),
            Kind(self.kind.currentData()),
            Where(self.where.currentData()),
            self.folding(),
            self.endings.isChecked(),
        )

    def folding(self) -> Folding:
        """Which differences do not count."""
        return Folding(**{name: action.isChecked() for name, action in self.switches.items()})

    def choose(self, query: Query, *, with_text: bool = False) -> None:
        """Take over choices, and the words too if told so, without asking."""
        for one in (self, self.query, self.kind, self.where):
            one.blockSignals(True)
        self.kind.setCurrentIndex(max(0, self.kind.findData(query.kind)))
        self.where.setCurrentIndex(max(0, self.where.findData(query.where)))
        for name, action in self.switches.items():
            action.setChecked(getattr(query.folding, name))
        self.endings.setChecked(query.endings)
        if with_text:
            self.query.setText(query.text)
        for one in (self, self.query, self.kind, self.where):
            one.blockSignals(False)
        self._tell_spelling()

    def stop(self) -> None:
        """Ask nothing any more of what was typed."""
        self._pause.stop()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addSection(translate("Search", "Take as the same"))
        for field in fields(Folding):
            action = menu.addAction(say(SWITCHES[field.name]))
            action.setCheckable(True)
            action.setChecked(True)
            action.triggered.connect(self._on_choice)
            self.switches[field.name] = action
        menu.addSeparator()
        for name, folding in (
            (translate("Search", "&All of these"), Folding()),
            (translate("Search", "&None: exactly as typed"), EXACT),
        ):
            menu.addAction(name).triggered.connect(lambda _=False, folding=folding: self._fold(folding))
        menu.addSeparator()
        self.endings = menu.addAction(translate("Search", "Words with &pronouns at their end: كتابهم"))
        self.endings.setCheckable(True)
        self.endings.setChecked(True)
        self.endings.triggered.connect(self._on_choice)
        return menu

    def _fold(self, folding: Folding) -> None:
        self.choose(replace(self.question(), folding=folding))
        self._on_choice()

    def _on_choice(self) -> None:
        self._tell_spelling()
        self._pause.stop()
        self.chosen.emit()
        self.asked.emit()

    def _tell_spelling(self) -> None:
        folding = self.folding()
        texts = {
            Folding(): translate("Search", "Any spelling"),
            EXACT: translate("Search", "Exactly as typed"),
        }
        self.spelling.setText(texts.get(folding, translate("Search", "Some spellings")))
        ranked = Kind(self.kind.currentData()).is_ranked
        self.spelling.setEnabled(not ranked)
        self.endings.setEnabled(self.kind.currentData() == Kind.CLITICS)
