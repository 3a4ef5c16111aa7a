"""Which checks are made: the usual ones, and what a person chose otherwise, remembered between starts."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from taqabul.ui.checks.words import SPELLING, check_name
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.settings import Settings
from taqabul.ui.dialogs.realign_dialog import NAMES
from taqabul.workflow.checking import CHECKS, Check
from taqabul.workflow.spelling import without_dictionary


class CheckChooser(QObject):
    """``chosen`` where others are to be made. Only what differs from the usual is remembered."""

    chosen = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def checks(self) -> Sequence[Check]:
        """The checks to make."""
        turned = set(self._settings.turned_checks)
        return tuple(check for check in CHECKS if check.by_default is not (check.id in turned))

    def offer(self, at: QWidget) -> None:
        """Show all checks, those that are made ticked."""
        menu = QMenu(at)
        made = {check.id for check in self.checks}
        for check in CHECKS:
            action = menu.addAction(check_name(check.id))
            action.setCheckable(True)
            action.setChecked(check.id in made)
            action.setData(check.id)
            if check.id == SPELLING and (missing := without_dictionary()):
                names = ", ".join(say(NAMES[language]) for language in missing)
                told = translate("Checks", "{check} (no hunspell dictionary: {languages})")
                action.setText(told.format(check=check_name(SPELLING), languages=names))
                action.setEnabled(len(missing) < len(NAMES))
        menu.triggered.connect(lambda action: self._turn(action.data()))
        menu.popup(at.mapToGlobal(at.rect().topLeft()))

    def _turn(self, check: str) -> None:
        turned = set(self._settings.turned_checks) ^ {check}
        self._settings.turned_checks = sorted(turned)
        self.chosen.emit()
