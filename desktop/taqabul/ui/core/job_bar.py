"""The bar that shows long work: what it is, how far it is, and a way to stop it."""

from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job, JobRunner


class JobBar(QFrame):
    """Shows the oldest job that has a title; hidden while there is none."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.title = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(translate("JobBar", "Progress"))
        self.progress.setMaximumHeight(16)
        self.cancel = QPushButton(translate("JobBar", "Cancel"), self)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addWidget(self.title)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.cancel)
        runner.started.connect(self._refresh)
        runner.progressed.connect(self._refresh)
        runner.ended.connect(self._refresh)
        self.hide()

    def _shown(self) -> Job[Any] | None:
        return next((job for job in self._runner.jobs if job.title), None)

    def _refresh(self, _job: object) -> None:
        job = self._shown()
        self.setVisible(job is not None)
        if job is None:
            return
        stopping = job.stop.is_set()
        self.title.setText(translate("JobBar", "Stopping…") if stopping else job.title)
        self.progress.setRange(0, job.total)
        self.progress.setValue(job.done)
        self.cancel.setEnabled(not stopping)

    def _on_cancel_clicked(self) -> None:
        job = self._shown()
        if job is not None:
            job.cancel()
            self._refresh(job)
