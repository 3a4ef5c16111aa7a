"""Words of any script in a list or a table: each cell runs as its own first letter says, where it stands as it stood."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStyledItemDelegate

from taqabul.text.direction import isolated


class MixedWords(QStyledItemDelegate):
    """Shows titles, names and notes, which may be Arabic in an English window or the reverse."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """The words, kept apart from the direction of the window."""
        return isolated(super().displayText(value, locale))
