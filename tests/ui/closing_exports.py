"""Leaves the export dialog again and again while it reads, then ends the program as it was told to.

    python -m tests.ui.closing_exports FOLDER (close | window | quit) [TIMES]

Run by ``test_export_closing.py`` in a process of its own, whose end is what is tested: 0 where all went well, 3 where a worker
destroyed what belongs to the window.
"""

import faulthandler
import random
import sys
import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ImportOptions, Level
from taqabul.ui.core.settings import Settings
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.ui.main_window import MainWindow
from taqabul.workflow import aligning
from taqabul.workflow.importing import import_files
from taqabul.workflow.library import Library, open_library

ROWS = 500
NAMES = ("a.tmx", "a.moses", "a.xmi.zip", "a.v1.xlf", "a.conll.zip")


def bitext_of(library: Library, folder: Path) -> BitextId:
    """A bitext that takes a while to read."""
    texts = {
        "ar": [f"وصل الوفد رقم {n} إلى القاهرة. ثم عاد." for n in range(ROWS)],
        "en": [f"Delegation {n} reached Cairo. Then it left." for n in range(ROWS)],
    }
    files = [folder / f"{name}.txt" for name in texts]
    for file, paragraphs in zip(files, texts.values(), strict=True):
        file.write_text("\n\n".join(paragraphs), encoding="utf-8")
    report = import_files(library, files, ImportOptions())
    assert report.pair is not None
    cut = [[len(one) for one in side] for side in aligning.texts_of(library, *report.pair)]
    assert [len(side) for side in cut] == [ROWS, ROWS]
    links = tuple(ProposedLink((n,), (n,), 0.5) for n in range(ROWS))
    parts = tuple(ProposedLink((n,), (n,), 0.5) for n in range(min(map(sum, cut))))
    rest = [
        *(ProposedLink((n,), ()) for n in range(len(parts), sum(cut[0]))),
        *(ProposedLink((), (n,)) for n in range(len(parts), sum(cut[1]))),
    ]
    return aligning.create_bitext(library, *report.pair, Alignment(links, (*parts, *rest), "by hand"))


class Closing:
    """Opens the dialog, leaves it at a moment drawn by chance, and begins again."""

    def __init__(self, window: MainWindow, bitext: BitextId, folder: Path, end: str, times: int) -> None:
        self.window, self.bitext, self.folder, self.end, self.times = window, bitext, folder, end, times
        self.chance, self.left = random.Random(times), 0
        self.freed_by: set[str] = set()

    def begin(self) -> None:
        """Show the dialog, and choose what takes long."""
        dialog = ExportDialog(
            self.window.library, self.bitext, self.folder / "a.tmx", self.window.runner, self.window
        )
        weakref.finalize(dialog, lambda: self.freed_by.add(threading.current_thread().name))
        dialog.show()
        dialog.choices.level.setCurrentIndex(dialog.choices.level.findData(Level.SENTENCE))
        dialog.output.file.setText(str(self.folder / self.chance.choice(NAMES)))
        dialog.count()
        assert self.window.runner.jobs
        QTimer.singleShot(self.chance.randrange(60), lambda: self.leave(dialog))

    def leave(self, dialog: ExportDialog) -> None:
        """Leave it in one of the ways there are, or end everything."""
        self.left += 1
        if self.left >= self.times:
            if self.end == "window":
                self.window.close()
            elif self.end == "close":
                dialog.reject()
                dialog.deleteLater()
                self.window.close()
            QApplication.quit()
            return
        way = self.chance.randrange(3)
        if way == 0:
            dialog.reject()
        elif way == 1:
            dialog.close()
        dialog.deleteLater()
        del dialog
        QTimer.singleShot(self.chance.randrange(10), self.begin)


def main() -> int:
    """Run to the end."""
    faulthandler.enable()
    folder, end = Path(sys.argv[1]), sys.argv[2]
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    app = QApplication([])
    library = open_library(folder / "library.db", "Rana")
    bitext = bitext_of(library, folder)
    window = MainWindow(library, Settings(last_folder=str(folder)))
    window.show()
    closing = Closing(window, bitext, folder, end, times)
    QTimer.singleShot(0, closing.begin)
    app.exec()
    library.close()
    return 0 if closing.freed_by <= {threading.main_thread().name} else 3


if __name__ == "__main__":
    sys.exit(main())
