"""Findings as a table: how severe, which pair, what."""

from taqabul.ui.checks.words import SEVERITIES, check_name, message_of
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.ui.core.lines_model import LinesModel
from taqabul.workflow.checking import Found


class FoundModel(LinesModel[Found]):
    """Findings, the most severe first, a line each."""

    headings = (
        QT_TRANSLATE_NOOP("Checks", "Severity"),
        QT_TRANSLATE_NOOP("Checks", "Pair"),
        QT_TRANSLATE_NOOP("Checks", "Finding"),
    )

    def cells(self, one: Found) -> tuple[str, ...]:
        """The words of a line."""
        return say(SEVERITIES[one.severity]), f"{one.row:,}", message_of(one)

    def tip(self, one: Found, column: int) -> str:  # noqa: ARG002
        """What it says, and which check."""
        return f"{check_name(one.check)}: {message_of(one)}"
