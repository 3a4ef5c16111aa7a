"""What an export would write and lose, read beside the window for the dialog that asks."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ExportOptions
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.jobs import JobRunner
from taqabul.workflow.annotating import taking_out
from taqabul.workflow.exporting import ExportRow, Foretold, first_pairs, foretell
from taqabul.workflow.library import Library

MOST: Final = 10
"""Pairs that are shown as they will be written."""


class ExportLook:
    """Looks at what is chosen; only what was asked for last is answered.

    ``told`` hears of pairs, ``pairs`` the first of them, ``lost`` what a format of annotations loses, ``failed`` what
    people can do something about. No look holds more than is needed to answer: who asked may be gone.
    """

    def __init__(
        self,
        runner: JobRunner,
        told: Callable[[Foretold], None],
        pairs: Callable[[list[ExportRow]], None],
        lost: Callable[[list[str]], None],
        failed: Callable[[AppError], None],
    ) -> None:
        self._counting = Asking(runner, told, failed)
        self._reading = Asking(runner, pairs, failed)
        self._losing = Asking(runner, lost, failed)

    @property
    def waits(self) -> bool:
        """Whether an answer about pairs is still to come."""
        return self._counting.waits

    def at_pairs(self, library: Library, bitext: BitextId, out: Path, options: ExportOptions) -> None:
        """Count the pairs, and read the first."""
        self._losing.drop()
        self._reading.ask(lambda progress: first_pairs(library, bitext, options, MOST, progress))
        self._counting.ask(lambda progress: foretell(library, bitext, out, options, progress))

    def at_annotations(self, library: Library, bitext: BitextId, out: Path) -> None:
        """Find what a format of annotations loses."""
        self.drop_pairs()
        self._losing.ask(lambda _progress: taking_out.losses(library, bitext, out))

    def drop_pairs(self) -> None:
        """Want no answer about pairs any more."""
        self._reading.drop()
        self._counting.drop()

    def stop(self) -> None:
        """Want no answer any more, and ask nothing from now on."""
        for asking in (self._counting, self._reading, self._losing):
            asking.stop()
