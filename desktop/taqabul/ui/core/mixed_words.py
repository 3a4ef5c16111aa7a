"""Words of any script in a window of either direction: they run as their own first letter says, where they stand as they stood."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QStyledItemDelegate

from taqabul.text.direction import isolated, isolated_by_letters


class MixedWords(QStyledItemDelegate):
    """Shows titles, names and notes, which may be Arabic in an English window or the reverse."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """The words, kept apart from the direction of the window."""
        return isolated(super().displayText(value, locale))


class Remarks(QStyledItemDelegate):
    """Shows what people remarked on texts, which may begin with a word quoted from the other language."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """The words, running as most of their letters do."""
        return isolated_by_letters(super().displayText(value, locale))


def window_way() -> str:
    """The attribute that has a line of HTML run as the window does, where Qt would go by a name that begins it."""
    return f"dir='{'rtl' if QGuiApplication.isRightToLeft() else 'ltr'}'"


def elided(words: str, metrics: QFontMetrics | QFontMetricsF, room: float) -> str:
    """As many words as there is room for, with their dots where they end, whichever way the window runs."""
    elide = Qt.TextElideMode.ElideRight
    if isinstance(metrics, QFontMetricsF):
        return isolated(metrics.elidedText(words, elide, room))
    return isolated(metrics.elidedText(words, elide, int(room)))
