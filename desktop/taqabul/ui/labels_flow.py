"""Where label sets stand in the window: a dialog to change them, a dock with their guidelines."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget

from taqabul.domain.errors import AppError
from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Language
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.labels.guidelines_panel import GuidelinesPanel
from taqabul.ui.labels.sets_dialog import LabelSetsDialog
from taqabul.workflow.label_sets import label_sets

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

WIDTH = 400


class LabelsFlow(QObject):
    """Label sets on behalf of a main window. ``changed`` gives a set of which there is a new version."""

    changed = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel: GuidelinesPanel | None = None
        self.dock = QDockWidget(translate("Labels", "Guidelines"), window)
        self.dock.setObjectName("guidelines")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        window.tabifyDockWidget(window.history.dock, self.dock)
        self.dock.hide()

    def edit(self) -> None:
        """Open the dialog in which label sets are changed."""
        window = self._window
        settings = window.settings
        try:
            dialog = LabelSetsDialog(window.library, settings.last_folder, settings.guidelines_set, window)
        except AppError as error:
            window.messages.show_error(error)
            return
        dialog.saved.connect(self._on_saved)
        dialog.exec()
        dialog.deleteLater()

    def toggle_guidelines(self) -> None:
        """Show the guidelines beside the work, or hide them."""
        self._window.settings.guidelines = not self._window.settings.guidelines
        self.show_guidelines()
        self._window.refresh()

    def show_guidelines(self, key: str = "") -> None:
        """Show or hide the dock as wanted, with the set of this key where one is named."""
        window, settings = self._window, self._window.settings
        if key:
            settings.guidelines_set = key
        if settings.guidelines and window.has_page:
            self._fill()
        wanted = settings.guidelines and window.has_page and self.panel is not None
        if wanted and not self.dock.isVisible():
            self.dock.show()
            self.dock.raise_()
            window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)
        elif not wanted:
            self.dock.hide()

    def _fill(self) -> None:
        window, settings = self._window, self._window.settings
        try:
            sets = label_sets(window.library)
        except AppError as error:
            window.messages.show_error(error)
            return
        if self.panel is None:
            self.panel = GuidelinesPanel(self.dock)
            self.panel.chosen.connect(self._on_panel_chosen)
            self.dock.setWidget(self.panel)
        language = Language.ARABIC if settings.guidelines_arabic else Language.ENGLISH
        self.panel.show_sets(sets, settings.guidelines_set, language)
        self.panel.set_fonts(text_fonts(settings.zoom, settings))

    def _on_panel_chosen(self, key: str, language: Language) -> None:
        self._window.settings.guidelines_set = key
        self._window.settings.guidelines_arabic = language is Language.ARABIC

    def _on_saved(self, saved: LabelSet) -> None:
        self._window.settings.guidelines_set = saved.key
        self.show_guidelines()
        self.changed.emit(saved)
