"""Why a pair was matched: what speaks for it, in words a translator understands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from taqabul.domain.bitext import Evidence
from taqabul.text.direction import isolated
from taqabul.ui.bitext.row_words import confidence_text, reason_text, status_name
from taqabul.ui.bitext.state_painter import draw_confidence
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.ui.core.theme import LIGHT, Colours
from taqabul.workflow import alone
from taqabul.workflow.rows import Row

PARTS = {
    "meaning": QT_TRANSLATE_NOOP("Evidence", "Meaning"),
    "numbers": QT_TRANSLATE_NOOP("Evidence", "Numbers and dates"),
    "names": QT_TRANSLATE_NOOP("Evidence", "Names"),
    "length": QT_TRANSLATE_NOOP("Evidence", "Length"),
    "position": QT_TRANSLATE_NOOP("Evidence", "Order"),
}


class Meter(QProgressBar):
    """A thin bar from 0 to 100, empty and without a figure where nothing can be said."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.setRange(0, 100)
        self.setAccessibleName(name)
        self.setTextVisible(False)

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(90, 10)

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(40, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A track and how much of it is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, self.height() / 2 - 3, self.width(), 6)
        painter.setBrush(self.colours.line)
        painter.drawRoundedRect(track, 3, 3)
        if self.value() > 0:
            filled = QRectF(track)
            filled.setWidth(max(6.0, track.width() * self.value() / 100))
            if self.isRightToLeft():
                filled.moveRight(track.right())
            painter.setBrush(self.colours.accent)
            painter.drawRoundedRect(filled, 3, 3)
        painter.end()


class ConfidenceDot(QWidget):
    """The confidence's shape, as in the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.confidence: float | None = None
        self.setFixedSize(15, 15)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A circle, full, half or empty."""
        if self.confidence is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_confidence(painter, QRectF(1.5, 1.5, 12, 12), self.confidence, self.colours)
            painter.end()


class EvidencePanel(QWidget):
    """The evidence of one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel(self)
        self.summary.setObjectName("evidence-summary")
        self.who = QLabel(self)
        self.who.setWordWrap(True)
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.dot = ConfidenceDot(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self._meters: dict[str, tuple[Meter, QLabel]] = {}
        for line, (part, name) in enumerate(PARTS.items()):
            meter, figure = Meter(say(name), self), QLabel(self)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance("100 %"))
            grid.addWidget(QLabel(say(name), self), line, 0)
            grid.addWidget(meter, line, 1)
            grid.addWidget(figure, line, 2)
            self._meters[part] = (meter, figure)
        head = QGridLayout()
        head.addWidget(self.dot, 0, 0)
        head.addWidget(self.summary, 0, 1)
        head.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.why)
        layout.addLayout(grid)
        layout.addWidget(self.who)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self.dot.colours = colours
        for meter, _ in self._meters.values():
            meter.colours = colours
        self.update()

    def show_row(self, row: Row | None) -> None:
        """Tell about a row."""
        if row is None:
            self._show_evidence(Evidence())
            self.summary.clear()
            self.who.clear()
            self.why.hide()
            self._show_dot(None)
            return
        link = row.link
        self._show_dot(None if link.is_one_sided else link.confidence)
        self._show_evidence(link.evidence)
        if link.is_one_sided:
            words = translate("Evidence", "{status} · {shape} · nothing faces it")
        elif link.confidence is None:
            words = translate("Evidence", "{status} · {shape} · linked by a person")
        else:
            words = translate("Evidence", "{status} · {shape} · {confidence} sure")
        confidence = confidence_text(link.confidence)
        self.summary.setText(
            words.format(status=status_name(link.status), shape=link.shape, confidence=confidence)
        )
        self.why.setText(reason_text(row))
        self.why.setVisible(bool(link.reason))
        when = f"{link.changed_at.astimezone():%Y-%m-%d %H:%M}"
        words = (
            translate("Evidence", "Kept alone, {when}")
            if link.changed_by == alone.ENGINE
            else translate("Evidence", "Last changed by {who}, {when}")
        )
        self.who.setText(words.format(who=isolated(link.changed_by), when=when))

    def _show_dot(self, confidence: float | None) -> None:
        self.dot.confidence = confidence
        self.dot.setVisible(confidence is not None)
        self.dot.update()

    def _show_evidence(self, evidence: Evidence) -> None:
        known = evidence.parts()
        for part, (meter, figure) in self._meters.items():
            share = known.get(part)
            meter.setValue(0 if share is None else round(share * 100))
            figure.setText("–" if share is None else f"{share * 100:.0f} %")
            meter.setToolTip(
                translate("Evidence", "Nothing to compare") if share is None else confidence_text(share)
            )
