"""Opens a library before there is a window, in a thread: what is waited for is said, and passwords are asked for here."""

import gc
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout

from taqabul.domain.errors import Cancelled
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.password_dialog import ask_password
from taqabul.workflow.library import Library
from taqabul.workflow.passwords import Answer, AskPassword

POLL_MS = 10
NOTICE_MS = 700
"""Most libraries open sooner: then nothing is shown."""


class OpeningNotice(QDialog):
    """Says which library is being opened, and what that may wait for; its one button gives up."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setWindowTitle("Taqabul")
        words = translate(
            "Opening",
            "Opening {place}.\n\nIt is being upgraded, another program is at work in it just now, or its server is slow. If it cannot be opened you are told so in some seconds.",
        )
        self.words = QLabel(words.format(place=isolated(place)), self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for each in (self.words, bar, buttons):
            layout.addWidget(each)
        self.setMinimumWidth(440)


def open_beside(place: str, open_it: Callable[[AskPassword], Library]) -> Library:
    """What ``open_it`` gives, called in a thread with a way to ask for passwords; ``place`` is what people call it.

    Raises what it raises, and Cancelled where the person gave up waiting; a library that opens afterwards is let go.
    """
    return _Waiting(place, open_it).result()


class _Questions:
    """Passwords asked for by the thread. It may be the last to hold this, so nothing of Qt's is in it."""

    def __init__(self) -> None:
        self.asked: SimpleQueue[tuple[str, str]] = SimpleQueue()
        self.answers: SimpleQueue[Answer | None] = SimpleQueue()

    def ask(self, address: str, trouble: str) -> Answer | None:
        """Called in the thread."""
        self.asked.put((address, trouble))
        return self.answers.get()


class _Waiting:
    """An event loop of its own until the thread is done."""

    def __init__(self, place: str, open_it: Callable[[AskPassword], Library]) -> None:
        self._questions = _Questions()
        self._found: Future[Library] = Future()
        self._given_up = False
        self._notice, self._loop = OpeningNotice(place), QEventLoop()
        self._notice.rejected.connect(self._give_up)
        self._clock, self._patience = QTimer(), QTimer()
        self._clock.setInterval(POLL_MS)
        self._clock.timeout.connect(self._look)
        self._patience.setSingleShot(True)
        self._patience.setInterval(NOTICE_MS)
        self._patience.timeout.connect(self._notice.show)
        given = (self._found, open_it, self._questions.ask)
        self._thread = Thread(target=_work, args=given, name="taqabul-opening", daemon=True)

    def result(self) -> Library:
        """Wait for it; the thread shall meet no object of Qt's, not even as garbage.

        So nobody looks for garbage before it has ended, however long after people gave up that is.
        """
        gc.disable()
        try:
            return self._waited()
        finally:
            if not self._thread.is_alive():
                gc.enable()

    def _waited(self) -> Library:
        self._thread.start()
        self._clock.start()
        self._patience.start()
        while not (self._found.done() or self._given_up):
            self._loop.exec()  # which also ends where Qt takes the notice for the last window
        self._clock.stop()
        self._patience.stop()
        self._notice.hide()
        self._notice.deleteLater()
        if self._given_up:
            self._questions.answers.put(None)
            self._found.add_done_callback(_let_go)
            raise Cancelled
        self._thread.join()
        return self._found.result()

    def _look(self) -> None:
        try:
            question = self._questions.asked.get_nowait()
        except Empty:
            if self._found.done():
                self._loop.quit()
            return
        self._patience.stop()
        self._notice.hide()
        self._questions.answers.put(ask_password(*question))
        self._patience.start()

    def _give_up(self) -> None:
        self._given_up = True
        self._loop.quit()


def _work(found: Future[Library], open_it: Callable[[AskPassword], Library], ask: AskPassword) -> None:
    try:
        found.set_result(open_it(ask))
    except BaseException as error:  # noqa: BLE001  (raised where it is waited for)
        found.set_exception(error)


def _let_go(found: Future[Library]) -> None:
    if found.exception() is None:
        found.result().close()
