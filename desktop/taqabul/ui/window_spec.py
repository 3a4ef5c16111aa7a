"""What a line in any part of the table of actions is: an action of the main window."""

from typing import TYPE_CHECKING

from taqabul.ui.core.actions import ActionSpec

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

    Spec = ActionSpec[MainWindow]
else:
    Spec = ActionSpec  # the window imports the table
