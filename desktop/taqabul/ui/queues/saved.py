"""The filters kept under a name: a button with their menu, and what it does."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import translate
from taqabul.ui.queues.filtering import Filtering
from taqabul.workflow import saved_filters
from taqabul.workflow.library import Library
from taqabul.workflow.queues import Filter


class SavedFilters(QObject):
    """Keeps filters in the library and sets them again. ``failed`` tells what could not be done."""

    failed = Signal(object)

    def __init__(self, library: Library, filtering: Filtering, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._filtering, self._window = library, filtering, parent
        self.menu = QMenu(parent)
        self.menu.aboutToShow.connect(self.fill)
        self.button = QToolButton(parent)
        self.button.setText(translate("SavedFilters", "Saved"))
        self.button.setAccessibleName(translate("SavedFilters", "Saved filters"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)

    def fill(self) -> None:
        """Make the menu of what there is now."""
        self.menu.clear()
        kept = saved_filters.saved_filters(self._library)
        for name, asked in kept.items():
            self._add(self.menu, name, asked)
        if kept:
            self.menu.addSeparator()
        keep = self.menu.addAction(translate("SavedFilters", "&Save this filter…"))
        keep.setEnabled(not self._filtering.asked.is_empty)
        keep.triggered.connect(lambda _checked: self.ask_name())
        if kept:
            gone = self.menu.addMenu(translate("SavedFilters", "&Delete"))
            for name in kept:
                action = gone.addAction(name.replace("&", "&&"))
                action.triggered.connect(lambda _checked, name=name: self.forget(name))

    def ask_name(self) -> None:
        """Ask for a name, and keep the filter in force under it."""
        name, agreed = QInputDialog.getText(
            self._window,
            translate("SavedFilters", "Save this filter"),
            translate("SavedFilters", "Name; another filter of that name gives way:"),
        )
        if agreed:
            self.keep(name)

    def keep(self, name: str) -> None:
        """Keep the filter in force under a name."""
        try:
            saved_filters.save_filter(self._library, name, self._filtering.asked)
        except AppError as error:
            self.failed.emit(error)

    def forget(self, name: str) -> None:
        """Keep a filter no longer."""
        try:
            saved_filters.forget_filter(self._library, name)
        except AppError as error:
            self.failed.emit(error)

    def _add(self, menu: QMenu, name: str, asked: Filter) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(asked == self._filtering.asked)
        action.triggered.connect(lambda _checked: self._filtering.ask(asked))
