"""Every place where the words of a mark stand, each with a tick: those ticked get its label."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.text.direction import isolated
from taqabul.ui.annotation.quotes import quoted
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.search.snippets import Snippet, marks
from taqabul.ui.search.ticked_list import TickLine, TickList
from taqabul.workflow.annotating.propagating import Occurrence, Scope

PUT = QT_TRANSLATE_NOOP("Propagate", "&Mark %n place(s)")
FOUND = QT_TRANSLATE_NOOP("Propagate", "%n place(s) more")


class PropagateDialog(QDialog):
    """Asks where else a label shall stand. ``asked`` wishes the places for the scope and spelling chosen."""

    asked = Signal()

    def __init__(self, label: str, quote: str, language: Language, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Propagate", "The same words elsewhere"))
        self.resize(900, 520)
        self._language = language
        self.places: list[Occurrence] = []
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(translate("Propagate", "Where to look"))
        for scope, name in (
            (Scope.DOCUMENT, translate("Propagate", "In this text")),
            (Scope.PROJECT, translate("Propagate", "In this project")),
            (Scope.LIBRARY, translate("Propagate", "In the whole library")),
        ):
            self.scope.addItem(name, scope.value)
        self.clitics = QCheckBox(translate("Propagate", "With what Arabic &joins to words"), self)
        self.both = QCheckBox(translate("Propagate", "Mark the &counterparts too"), self)
        self.count = QLabel(self)
        self.list = TickList(look, self)
        self.list.setAccessibleName(translate("Propagate", "Places"))
        self.all = QPushButton(translate("Propagate", "Tick &all"), self)
        self.none = QPushButton(translate("Propagate", "Tick &none"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.put = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.put.setDefault(True)
        title = QLabel(
            translate("Propagate", "{label}: {quote}").format(label=label, quote=quoted(quote)), self
        )
        title.setWordWrap(True)
        self._lay_out(title)
        self.scope.currentIndexChanged.connect(self.asked)
        self.clitics.toggled.connect(self.asked)
        self.all.clicked.connect(lambda: self.list.lines.tick_all(ticked=True))
        self.none.clicked.connect(lambda: self.list.lines.tick_all(ticked=False))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.lines.dataChanged.connect(self._count)
        self.list.setFocus()
        self.wait()

    @property
    def chosen_scope(self) -> Scope:
        """Where to look."""
        return Scope(self.scope.currentData())

    @property
    def ticked(self) -> list[Occurrence]:
        """The places that are agreed to."""
        return [self.places[row] for row in self.list.lines.ticked]

    def wait(self) -> None:
        """Places are being looked for."""
        self.places = []
        self.list.show_lines(())
        self.count.setText(translate("Propagate", "Looking…"))
        self._count_ticked()

    def show_places(self, places: Sequence[Occurrence], titles: Mapping[BitextId, str]) -> None:
        """Show these; those that have the label already are seen and not ticked.

        ``titles`` name the bitexts where places may stand in several.
        """
        self.places = list(places)
        self.list.show_lines([self._line(one, titles.get(one.bitext, "")) for one in places])
        self._count()

    def _line(self, place: Occurrence, title: str) -> TickLine:
        spans = [(place.stretch.start, place.stretch.end)]
        snippet = Snippet(place.text, self._language, marks(spans, "word"), place.stretch.start)
        words = translate("Propagate", "Paragraph {n}: {before}{quote}{after}").format(
            n=place.number, before=place.before, quote=place.quote, after=place.after
        )
        if title:
            words = f"{isolated(title)}: {words}"
        return TickLine(place.number, snippet, words, free=not place.marked, title=title)

    def _count(self) -> None:
        self.count.setText(plural(FOUND, sum(not one.marked for one in self.places)))
        self._count_ticked()

    def _count_ticked(self) -> None:
        ticked = len(self.list.lines.ticked)
        self.put.setText(plural(PUT, ticked))
        self.put.setEnabled(ticked > 0)

    def _lay_out(self, title: QLabel) -> None:
        above = QHBoxLayout()
        for widget in (self.scope, self.clitics, self.both):
            above.addWidget(widget)
        above.addStretch(1)
        above.addWidget(self.count)
        below = QHBoxLayout()
        for button in (self.all, self.none):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
