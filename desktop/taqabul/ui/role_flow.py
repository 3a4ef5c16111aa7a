"""What one's role includes, as it is now: owners change roles while others are at work."""

from typing import TYPE_CHECKING

from taqabul.domain.errors import AppError, NotAllowed, ServerGone
from taqabul.domain.roles import Right, Role, may
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.message_bar import Kind
from taqabul.ui.rights import reasons
from taqabul.workflow.team import Standing, standing, take_over

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class RoleFlow:
    """On behalf of a main window: greys what one's role does not include, asks the server again, tells what changed."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._refused = False
        self._asking = Asking(window.runner, self._on_known, self._on_unknown)

    def start(self) -> None:
        """Offer what the role includes that one has now; where the server refuses something, it may have changed."""
        window = self._window
        self._offer()
        window.actions_table.refused = window.messages.show_message
        if window.library.server is not None:
            window.messages.failed.connect(self._on_failed)

    def ask(self) -> None:
        """Ask the server, beside the window."""
        library = self._window.library
        self._asking.ask(lambda _: standing(library))

    def stop(self) -> None:
        """The window closes."""
        self._asking.stop()

    def _offer(self) -> None:
        window = self._window
        role = window.library.role
        window.actions_table.forbid(reasons(role, on_server=window.library.server is not None))
        window.start.take_texts(allowed=may(role, Right.IMPORT))

    def _on_failed(self, error: AppError) -> None:
        if isinstance(error, NotAllowed):
            self._refused = True
            self.ask()

    def _on_known(self, now: Standing) -> None:
        window, refused, self._refused = self._window, self._refused, False
        if now.role == window.library.role:
            if refused and now.role is None:  # which says more than what was refused
                window.messages.show_message(_told(None), kind=Kind.PROBLEM)
            return
        take_over(window.library, now)
        self._offer()
        window.refresh()
        window.messages.show_message(_told(now.role), kind=Kind.PROBLEM)

    def _on_unknown(self, error: AppError) -> None:
        if not isinstance(error, ServerGone):  # that is told by who listens
            self._window.messages.show_error(error)


def _told(role: Role | None) -> str:
    if role is None:
        return translate(
            "Rights",
            "You have no role in this library: nothing you do in it is kept. An owner of it gives roles. What you are typing can still be copied.",
        )
    words = translate(
        "Rights",
        "Your role in this library was changed: it is {role} now. What it does not include is greyed.",
    )
    return words.format(role=role)
