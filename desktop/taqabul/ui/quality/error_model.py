"""The marked errors as a table: where, what, how severe, the words, the correction."""

from taqabul.domain.annotation import AnnotationStatus
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.ui.core.lines_model import LinesModel
from taqabul.ui.labels.label_tree import both
from taqabul.workflow.marked_errors import MarkedError

SEVERITY_NAMES = {
    "neutral": QT_TRANSLATE_NOOP("Quality", "neutral"),
    "minor": QT_TRANSLATE_NOOP("Quality", "minor"),
    "major": QT_TRANSLATE_NOOP("Quality", "major"),
    "critical": QT_TRANSLATE_NOOP("Quality", "critical"),
}


COMMENT = 6
"""The column of comments."""


class ErrorModel(LinesModel[MarkedError]):
    """Errors in the order of rows, a line each."""

    headings = (
        QT_TRANSLATE_NOOP("Quality", "Pair"),
        QT_TRANSLATE_NOOP("Quality", "Error"),
        QT_TRANSLATE_NOOP("Quality", "Severity"),
        QT_TRANSLATE_NOOP("Quality", "Original"),
        QT_TRANSLATE_NOOP("Quality", "Translation"),
        QT_TRANSLATE_NOOP("Quality", "Correction"),
        QT_TRANSLATE_NOOP("Quality", "Comment"),
        QT_TRANSLATE_NOOP("Quality", "By"),
        QT_TRANSLATE_NOOP("Quality", "Status"),
    )

    def cells(self, one: MarkedError) -> tuple[str, ...]:
        """The words of a line."""
        return (
            "–" if one.row is None else str(one.row + 1),
            both(one.name),
            severity_name(one.severity),
            one.source,
            one.target,
            one.correction,
            one.comment,
            one.annotator,
            say(STATUSES[AnnotationStatus(one.status)]),
        )


def severity_name(severity: str) -> str:
    """A severity in words; one that is none of the four as it is."""
    return say(SEVERITY_NAMES[severity]) if severity in SEVERITY_NAMES else severity or "–"
