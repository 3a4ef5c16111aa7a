"""The hands of a long session: keys for the window, and for every dialog that comes up, an answer by key."""

import faulthandler
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.ui.dialogs.fonts_dialog import FontsDialog
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.dialogs.sure_dialog import SureDialog
from taqabul.ui.main_window import MainWindow
from taqabul.ui.search.replace_dialog import ReplaceDialog

KEY = Qt.Key
YES = {QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.YesRole}
REASONS = ("number missing", "الاسم ناقص", "too free", "سؤال")
PATIENCE = 900
"""Seconds after which work that goes on beside the window counts as hung."""


def pause(milliseconds: int) -> None:
    """Let the window work; unlike QTest.qWait, let Python's other threads work meanwhile too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Hands(QObject):
    """Presses keys in a window; ``agrees`` decides on the next dialogs, ``met`` counts them, ``stops`` are times."""

    def __init__(self, window: MainWindow, chance: random.Random, folder: Path) -> None:
        super().__init__()
        self.window, self.chance, self.folder = window, chance, folder
        self.met: Counter[str] = Counter()
        self.stops: dict[str, float] = defaultdict(float)
        self.agrees: Callable[[], bool] = lambda: self.chance.random() < 0.8
        self.words = ""
        self.answers: dict[type[QWidget], Callable[[Any], None]] = {
            ReasonDialog: lambda dialog: self.fill(dialog.line, self.chance.choice(REASONS)),
            SureDialog: lambda dialog: self.fill(dialog.least.lineEdit(), str(self.chance.randint(60, 99))),
            ReplaceDialog: lambda dialog: QTest.keyClick(dialog.list, KEY.Key_Space),
            FontsDialog: self._another_size,
            ExportDialog: self._another_file,
            QInputDialog: self._write_words,
        }
        self._answering = False
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self._looking.start(10)

    @property
    def focus(self) -> QWidget:
        """Who has the keyboard."""
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    def press(self, keys: str | Qt.Key, widget: QWidget | None = None, *, times: int = 1) -> None:
        """Press a key, named as in the table of actions, where the keyboard is (or on a widget)."""
        combination = QKeySequence(keys)[0]
        for _ in range(times):
            self._come_forward()
            goal = widget or self.focus
            self._wait_for_dialog(goal)
            met, start = self.met.total(), time.perf_counter()
            QTest.keyClick(goal, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
            if met == self.met.total():
                name = combination.toString() if hasattr(combination, "toString") else str(keys)
                self.stops[name] = max(self.stops[name], time.perf_counter() - start)

    def write(self, text: str, widget: QWidget | None = None) -> None:
        """Type letters of any script."""
        goal = widget or self.focus
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(goal, event)

    def settle(self) -> None:
        """Wait until nothing is being done beside the window any more."""
        end, calm = time.monotonic() + PATIENCE, 0
        while calm < 2:  # what a job leads to, a dialog say, comes up an event later
            pause(15)
            busy = self.window.runner.jobs or QApplication.activeModalWidget() is not None
            calm = 0 if busy else calm + 1
            if time.monotonic() > end:
                faulthandler.dump_traceback()
                raise AssertionError(f"still at it: {[job.title for job in self.window.runner.jobs]}")
        self._come_forward()

    def _come_forward(self) -> None:
        """Have the keyboard: the offscreen platform leaves this to us when a dialog closes."""
        above = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if above is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)

    def _wait_for_dialog(self, goal: QWidget) -> None:
        """A dialog that has just come up is answered first; no key gets past it."""
        end = time.monotonic() + PATIENCE
        while (above := QApplication.activeModalWidget()) is not None and above is not goal.window():
            if self._answering or time.monotonic() > end:
                return
            pause(10)

    def rest(self) -> None:
        """Answer no dialog any more."""
        self._looking.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or self._answering or not dialog.isVisible():
            return
        self._answering = True
        try:
            self.met[type(dialog).__name__] += 1
            self._prepare(dialog)
            wanted = self._yes(dialog) if self.agrees() else None
            if wanted is not None and wanted.isEnabled():
                QTest.keyClick(wanted, KEY.Key_Space)
            if dialog.isVisible():
                QTest.keyClick(dialog, KEY.Key_Escape)
        finally:
            self._answering = False

    def _prepare(self, dialog: QWidget) -> None:
        """Fill in what a dialog asks for."""
        dialog.grab()
        if type(dialog) in self.answers:
            self.answers[type(dialog)](dialog)

    def _another_size(self, dialog: FontsDialog) -> None:
        points = self.chance.choice(list(dialog.groups.values())).points
        QTest.keyClick(points, self.chance.choice((KEY.Key_Up, KEY.Key_Down)))

    def _another_file(self, dialog: ExportDialog) -> None:
        name = f"out-{self.met.total()}.{self.chance.choice(('tmx', 'csv', 'tsv', 'jsonl'))}"
        self.fill(dialog.file, str(self.folder / name))

    def _write_words(self, dialog: QInputDialog) -> None:
        if self.words:
            self.fill(dialog.findChild(QLineEdit), self.words)

    def fill(self, line: QLineEdit, text: str) -> None:
        """Write over what stands in a line."""
        QTest.keyClick(line, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(text, line)

    def _yes(self, dialog: QWidget) -> QAbstractButton | None:
        """The button that agrees."""
        if isinstance(dialog, QFileDialog) or not isinstance(dialog, QDialog):
            return None
        if isinstance(dialog, QMessageBox):
            return dialog.button(QMessageBox.StandardButton.Yes)
        for box in dialog.findChildren(QDialogButtonBox):
            for button in box.buttons():
                if box.buttonRole(button) in YES:
                    return button
        return None
