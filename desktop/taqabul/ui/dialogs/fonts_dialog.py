"""Chooses family, size and line spacing of each language; the texts behind the dialog follow at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Direction, Language
from taqabul.ui.bitext.look import SAMPLES
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.settings import Settings

FIELDS = ("family", "points", "spacing")
SYSTEMS = {
    Language.ARABIC: QFontDatabase.WritingSystem.Arabic,
    Language.ENGLISH: QFontDatabase.WritingSystem.Latin,
}


class FontsDialog(QDialog):
    """Writes to the settings whatever is chosen and says so by ``chosen``; leaving without keeping takes it back."""

    chosen = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("FontsDialog", "Fonts of the texts"))
        self._settings = settings
        self._before = {name: getattr(settings, name) for name in _names()}
        titles = {
            Language.ARABIC: translate("FontsDialog", "Arabic"),
            Language.ENGLISH: translate("FontsDialog", "English"),
        }
        self.groups = {one: FontGroup(one, titles[one], settings, self) for one in Language}
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(self._on_defaults_asked)
        layout = QVBoxLayout(self)
        for group in self.groups.values():
            layout.addWidget(group)
            group.changed.connect(self.chosen)
        layout.addWidget(self.buttons)

    def reject(self) -> None:
        """Leave everything as it was."""
        self._take(self._before)
        super().reject()

    def _on_defaults_asked(self) -> None:
        usual = Settings()
        self._take({name: getattr(usual, name) for name in _names()})

    def _take(self, values: dict[str, object]) -> None:
        for name, value in values.items():
            setattr(self._settings, name, value)
        for group in self.groups.values():
            group.show_settings()
        self.chosen.emit()


class FontGroup(QGroupBox):
    """The font of one language, with a line set in it."""

    changed = Signal()

    def __init__(self, language: Language, title: str, settings: Settings, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._language, self._settings = language, settings
        self.family = QFontComboBox(self)
        self.family.setWritingSystem(SYSTEMS[language])
        self.family.setAccessibleName(translate("FontsDialog", "{language} font").format(language=title))
        self.points = QDoubleSpinBox(self, minimum=5, maximum=72, singleStep=0.5, decimals=1, suffix=" pt")
        self.points.setAccessibleName(translate("FontsDialog", "{language} size").format(language=title))
        self.spacing = QSpinBox(self, minimum=80, maximum=300, singleStep=10, suffix=" %")
        self.spacing.setAccessibleName(
            translate("FontsDialog", "{language} line spacing").format(language=title)
        )
        self.sample = QLabel(SAMPLES[language], self)
        self.sample.setWordWrap(True)
        rtl = language.direction is Direction.RTL
        self.sample.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        sizes = QHBoxLayout()
        sizes.addWidget(self.points)
        sizes.addWidget(QLabel(translate("FontsDialog", "line spacing"), self))
        sizes.addWidget(self.spacing)
        sizes.addStretch(1)
        form = QFormLayout(self)
        form.addRow(translate("FontsDialog", "Font"), self.family)
        form.addRow(translate("FontsDialog", "Size"), sizes)
        form.addRow(self.sample)
        self.show_settings()
        self.family.currentFontChanged.connect(self._on_family_chosen)
        self.points.valueChanged.connect(lambda value: self._set("points", value))
        self.spacing.valueChanged.connect(lambda value: self._set("spacing", value))

    def show_settings(self) -> None:
        """Show what the settings say."""
        font = text_fonts(100, self._settings).of(self._language)
        for control in (self.family, self.points, self.spacing):
            control.blockSignals(True)
        self.family.setCurrentFont(font)
        self.points.setValue(font.pointSizeF())
        self.spacing.setValue(self._get("spacing"))
        for control in (self.family, self.points, self.spacing):
            control.blockSignals(False)
        self.sample.setFont(font)

    def _on_family_chosen(self, font: QFont) -> None:
        self._set("family", font.family())

    def _get(self, name: str) -> int:
        return int(getattr(self._settings, f"{_prefix(self._language)}_{name}"))

    def _set(self, name: str, value: object) -> None:
        setattr(self._settings, f"{_prefix(self._language)}_{name}", value)
        self.sample.setFont(text_fonts(100, self._settings).of(self._language))
        self.changed.emit()


def _prefix(language: Language) -> str:
    return "arabic" if language is Language.ARABIC else "english"


def _names() -> list[str]:
    return [f"{_prefix(language)}_{name}" for language in Language for name in FIELDS]
