"""Labels and types of relation chosen by their names."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from taqabul.domain.labels import LabelSet, RelationType
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.annotation.tying import Types
from taqabul.ui.core.i18n import translate
from taqabul.ui.palette.entries import Entry
from taqabul.ui.palette.palette import Palette

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class LabelPalettes:
    """Asks over a window; the cursor is then put back into the texts, unless told."""

    def __init__(self, window: "MainWindow", to_texts: Callable[[], None]) -> None:
        self._window, self._to_texts = window, to_texts

    def ask_label(self, desk: Desk) -> None:
        """Give the label that somebody chooses."""
        if desk.marker.set is None:
            return
        name = desk.marker.book.set_name(desk.marker.set.key)
        entries = [
            Entry(
                one.key,
                in_words(one.name, one.key),
                name,
                partial(desk.marker.mark, one),
                one.shortcut,
            )
            for one in desk.labels()
        ]
        self._ask(entries, translate("Annotation", "Which label"))

    def ask_type(
        self,
        types: Types,
        then: Callable[[LabelSet, RelationType], None],
        back: Callable[[], None] | None = None,
    ) -> None:
        """Go on with the type of relation that somebody chooses."""
        entries = [
            Entry(
                f"{known.key}/{kind.key}",
                in_words(kind.name, kind.key),
                in_words(known.name, known.key),
                partial(then, known, kind),
            )
            for known, kind in types
        ]
        self._ask(entries, translate("Annotation", "Which relation"), back)

    def _ask(self, entries: list[Entry], asked: str, back: Callable[[], None] | None = None) -> None:
        palette = Palette(entries, (), self._window)
        palette.query.setPlaceholderText(asked)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.accepted.connect(lambda: palette.chosen and palette.chosen.run())
        palette.finished.connect(back or self._to_texts)
        palette.show()
