"""The bar above the rows that chooses which of them to work on."""

from dataclasses import replace

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.actions import tooltip
from taqabul.ui.core.date_field import give_calendar
from taqabul.ui.core.flow_layout import FlowBox
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.core.icons import icon
from taqabul.ui.queues.chip import Chip
from taqabul.ui.queues.filtering import Filtering
from taqabul.ui.queues.saved import SavedFilters
from taqabul.workflow.queues import CONDITIONS

MORE = QT_TRANSLATE_NOOP("FilterBar", "%n more match: &show")
FOUND = QT_TRANSLATE_NOOP("FilterBar", "%n pair(s) found")
MOMENTS = (
    ("visit", QT_TRANSLATE_NOOP("FilterBar", "my last visit")),
    ("0", QT_TRANSLATE_NOOP("FilterBar", "this morning")),
    ("7", QT_TRANSLATE_NOOP("FilterBar", "7 days ago")),
    ("30", QT_TRANSLATE_NOOP("FilterBar", "30 days ago")),
)


class FilterBar(QFrame):
    """Shows the conditions with their counts, and hands on what is chosen. Hidden until it is wanted."""

    def __init__(
        self, filtering: Filtering, rows: QWidget, saved: SavedFilters, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filter-bar")
        self.setAccessibleName(translate("FilterBar", "Filter"))
        self._filtering, self._rows, self.saved = filtering, rows, saved
        self._showing = False
        self.chips = {name: self._chip(name) for name in CONDITIONS}
        self.below = QSpinBox(self)
        self.since = QComboBox(self)
        self.date = QDateEdit(QDate.currentDate(), self)
        self.lowest_first = QCheckBox(translate("FilterBar", "Lowest confidence first"), self)
        self.only = QCheckBox(translate("FilterBar", "Hide the other pairs"), self)
        self.result = QLabel(self)
        self.more = QPushButton(self)
        self.close_button = QToolButton(self)
        self._dress()
        self._lay_out()
        self.paint_icons()
        self.below.valueChanged.connect(self._on_option_changed)
        self.since.currentIndexChanged.connect(self._on_option_changed)
        self.date.dateChanged.connect(self._on_option_changed)
        self.lowest_first.toggled.connect(self._on_option_changed)
        self.only.toggled.connect(self._on_only_toggled)
        filtering.changed.connect(self.show_filter)
        self.hide()

    def open(self) -> None:
        """Show the bar, ready to be used by keyboard; a second time, go back to the rows."""
        if self.isVisible() and self.isAncestorOf(self.window().focusWidget()):
            self.leave()
            return
        self.show()
        self._filtering.watch()
        down = [chip for chip in self.chips.values() if chip.isChecked()]
        (down or list(self.chips.values()))[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go back to the rows; the bar stays while a filter is on."""
        self._rows.setFocus()
        if self._filtering.asked.is_empty:
            self.close_bar()

    def close_bar(self) -> None:
        """Show all pairs again and put the bar away."""
        if not self._filtering.asked.is_empty:
            self._filtering.clear()
        self._filtering.watched = False
        self.hide()
        self._rows.setFocus()

    def show_filter(self) -> None:
        """Show the filter in force and what it finds; a filter set elsewhere brings the bar into view."""
        asked = self._filtering.asked
        if not asked.is_empty and self.isHidden():  # hidden itself, not with the page behind the overview
            self.show()
            self._filtering.watched = True
            self._filtering.recount()
            return
        self._showing = True
        try:
            for name, chip in self.chips.items():
                chip.setChecked(name in asked.conditions)
                chip.tell(self._filtering.counts.get(name) if self._filtering.known(name) else None)
            self.below.setValue(round(asked.below * 100))
            at = self.since.findData(asked.since)
            self.since.setCurrentIndex(at if at >= 0 else self.since.count() - 1)
            if at < 0:
                self.date.setDate(QDate.fromString(asked.since, Qt.DateFormat.ISODate))
            self.date.setVisible(at < 0)
            self.lowest_first.setChecked(asked.lowest_first)
            self.only.setChecked(self._filtering.only)
        finally:
            self._showing = False
        more = self._filtering.unshown
        self.more.setText(plural(MORE, more))
        self.more.setVisible(more > 0)
        self.result.setText("" if asked.is_empty else plural(FOUND, len(self._filtering.found)))

    def paint_icons(self) -> None:
        """Draw the icons in the colours in force."""
        self.close_button.setIcon(icon("close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the rows."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _chip(self, name: str) -> Chip:
        chip = Chip(name, self)
        chip.clicked.connect(lambda _checked: self._filtering.toggle(name))
        chip.stepped.connect(self._on_chip_stepped)
        chip.left.connect(self.leave)
        return chip

    def _dress(self) -> None:
        self.below.setRange(1, 100)
        self.below.setSuffix(translate("FilterBar", " %"))
        self.below.setAccessibleName(translate("FilterBar", "Low confidence means below"))
        self.below.setKeyboardTracking(False)
        for value, title in MOMENTS:
            self.since.addItem(say(title), value)
        self.since.addItem(translate("FilterBar", "a day"), None)
        self.since.setAccessibleName(translate("FilterBar", "Changed since"))
        give_calendar(self.date)
        self.date.setKeyboardTracking(False)
        self.date.setAccessibleName(translate("FilterBar", "Changed since the day"))
        self.date.hide()
        self.only.setChecked(True)
        self.result.setAccessibleName(translate("FilterBar", "Pairs that match"))
        self.more.setToolTip(tooltip(translate("FilterBar", "Look again what matches"), QKeySequence("F5")))
        self.more.setText(plural(MORE, 0))  # a button has a name, shown or not
        self.more.hide()
        self.more.clicked.connect(self._on_more_clicked)
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(16, 16))
        name = translate("FilterBar", "Show all pairs again")
        self.close_button.setAccessibleName(name)
        self.close_button.setToolTip(tooltip(name, QKeySequence("Backspace")))
        self.close_button.clicked.connect(self.close_bar)

    def _lay_out(self) -> None:
        chips = FlowBox(self.chips.values(), self)
        self.options = QHBoxLayout()
        self.options.setSpacing(6)
        self.options.addWidget(QLabel(translate("FilterBar", "Low: below"), self))
        self.options.addWidget(self.below)
        self.options.addWidget(QLabel(translate("FilterBar", "Changed since"), self))
        self.options.addWidget(self.since)
        self.options.addWidget(self.date)
        self.options.addWidget(self.lowest_first)
        self.options.addWidget(self.only)
        self.options.addStretch(1)
        self.options.addWidget(self.more)
        self.options.addWidget(self.result)
        self.options.addWidget(self.saved.button)
        self.options.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 6, 5)
        layout.setSpacing(5)
        layout.addWidget(chips)
        layout.addLayout(self.options)

    def _on_chip_stepped(self, step: int) -> None:
        chips = list(self.chips.values())
        at = next((at for at, chip in enumerate(chips) if chip.hasFocus()), 0)
        chips[min(max(at + step, 0), len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_option_changed(self) -> None:
        if self._showing:
            return
        day = self.date.date().toString(Qt.DateFormat.ISODate)
        self._filtering.ask(
            replace(
                self._filtering.asked,
                below=self.below.value() / 100,
                since=self.since.currentData() or day,
                lowest_first=self.lowest_first.isChecked(),
            )
        )

    def _on_more_clicked(self) -> None:
        self._rows.setFocus()
        self._filtering.look_again()

    def _on_only_toggled(self) -> None:
        if not self._showing:
            self._filtering.set_only(self.only.isChecked())
