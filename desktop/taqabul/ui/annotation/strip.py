"""The labels at hand and their keys, below the rows while annotating is on, with what is offered or said."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from taqabul.domain.labels import Label, LabelSet
from taqabul.ui.annotation.label_book import in_words, offered
from taqabul.ui.annotation.pens import draw_line, line_colour, tint
from taqabul.ui.core.flow_layout import FlowBox
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours

_SAMPLE = QSize(26, 16)
_MANY, _LINES = 18, 3


class LabelStrip(QFrame):
    """Shows one set. ``asked`` is a label clicked, ``next_asked`` wishes the next set, ``any_asked`` a label by its name."""

    asked = Signal(object)
    next_asked = Signal()
    any_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter-bar")
        self.setAccessibleName(translate("LabelStrip", "Labels"))
        self.buttons: dict[str, QToolButton] = {}
        self.set_button: QToolButton | None = None
        self.more: QToolButton | None = None
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setAccessibleName(translate("LabelStrip", "What is going on"))
        self._labels = QHBoxLayout()
        self._labels.setContentsMargins(0, 0, 0, 0)
        self._box: FlowBox | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(3)
        layout.addLayout(self._labels)
        layout.addWidget(self.words)
        self.hide()

    def show_set(self, label_set: LabelSet | None, colours: Colours) -> None:
        """Show the labels of a set: those that have a key."""
        if self._box is not None:
            self._labels.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
            self._box = None
        self.buttons, self.more = {}, None
        if label_set is None:
            return
        name = in_words(label_set.name, label_set.key)
        self.set_button = self._verb(f"{name}  ▸", translate("LabelStrip", "The next label set (F6)"))
        self.set_button.clicked.connect(self.next_asked)
        with_keys = [one for one in offered(label_set) if one.shortcut]
        self.buttons = {one.key: self._button(one, colours) for one in with_keys}
        parts = [self.set_button, *self.buttons.values()]
        many = len(with_keys) > _MANY
        if many or len(with_keys) < len(offered(label_set)):
            self.more = self._verb(
                translate("LabelStrip", "Others…  \\"), translate("LabelStrip", "Any label, by its name")
            )
            self.more.clicked.connect(self.any_asked)
            parts.insert(1 if many else len(parts), self.more)
        self._box = FlowBox(parts, self)
        if many:  # the texts need the room more: the rest have their keys, and are named by "Others"
            self._box.setMaximumHeight(self._box.height_of(_LINES))
        self._labels.addWidget(self._box)

    def tell(self, html: str) -> None:
        """Say something below the labels."""
        self.words.setText(html)

    def _verb(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setText(text)
        button.setToolTip(tip)
        return button

    def _button(self, label: Label, colours: Colours) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_SAMPLE)
        button.setIcon(sample(label, colours, self.devicePixelRatioF()))
        name = in_words(label.name, label.key)
        button.setText(f"{label.shortcut.upper()}  {name}")
        button.setAccessibleName(name)
        button.setToolTip(
            "\n".join(filter(None, (in_words(label.definition), in_words(label.example)))) or name
        )
        button.clicked.connect(lambda _checked=False: self.asked.emit(label))
        return button


def sample(label: Label, colours: Colours, ratio: float) -> QIcon:
    """How a label looks in the texts."""
    picture = QPixmap(_SAMPLE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    width, height = _SAMPLE.width(), _SAMPLE.height()
    painter.fillRect(QRectF(1, 1, width - 2, height - 5), tint(label.colour, colours, chosen=True))
    colour = line_colour(label.colour, colours)
    draw_line(painter, 1, width - 1, height - 3, label.pattern, colour, chosen=True)
    painter.end()
    return QIcon(picture)
