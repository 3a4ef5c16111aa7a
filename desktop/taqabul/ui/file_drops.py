"""Files and folders dropped on the window are read, as those are that were chosen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class FileDrops(QObject):
    """Takes what is dropped on a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether something on its way to the window was files."""
        if watched is self._window and isinstance(event, QDragEnterEvent | QDropEvent):
            files = _files(event.mimeData().urls())
            if files:
                event.acceptProposedAction()
            if isinstance(event, QDropEvent):
                self._take(files)
            return True
        return super().eventFilter(watched, event)

    def _take(self, files: list[Path]) -> None:
        window = self._window
        if not files or window.runner.holding:
            return
        if len(files) == 1 and files[0].is_dir():
            window.folders.look_into(files[0])
        else:
            window.files.open(files)


def _files(urls: list[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
