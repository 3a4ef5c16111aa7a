"""What a row says in words: its state, for tooltips, the details panel and people who listen."""

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.workflow.rows import Row

STATUS_NAMES = {
    LinkStatus.PROPOSED: QT_TRANSLATE_NOOP("Status", "Proposed"),
    LinkStatus.CONFIRMED: QT_TRANSLATE_NOOP("Status", "Confirmed"),
    LinkStatus.REJECTED: QT_TRANSLATE_NOOP("Status", "Rejected"),
    LinkStatus.NEEDS_REVIEW: QT_TRANSLATE_NOOP("Status", "Needs review"),
}
NOTES = QT_TRANSLATE_NOOP("Row", "%n note(s)")
HIGH, FAIR = 0.75, 0.5


def status_name(status: LinkStatus) -> str:
    """A status in the language of the interface."""
    return say(STATUS_NAMES[status])


def is_edited(row: Row) -> bool:
    """Whether a paragraph of the row differs from what was imported."""
    return any(one.text != one.imported for one in (*row.source, *row.target))


def confidence_text(confidence: float | None) -> str:
    """A confidence as a percentage; a dash where there is none."""
    return "–" if confidence is None else f"{confidence * 100:.0f} %"


def reason_text(row: Row) -> str:
    """Why a row is marked for review."""
    return translate("Row", "To be looked at: {reason}").format(reason=row.link.reason)


def state_text(row: Row) -> str:
    """One line on a row's state, as a screen reader says it."""
    parts = [status_name(row.link.status), row.link.shape]
    if row.link.bookmarked:
        parts.append(translate("Row", "bookmark"))
    if row.link.confidence is not None and not row.link.is_one_sided:
        parts.append(confidence_text(row.link.confidence))
    if row.notes:
        parts.append(plural(NOTES, len(row.notes)))
    if is_edited(row):
        parts.append(translate("Row", "text edited"))
    return ", ".join(parts)


def row_tooltip(row: Row) -> str:
    """What the state column says when pointed at: the state, who set it, the first words of the notes."""
    who = translate("Row", "by {author}, {date}").format(
        author=row.link.changed_by, date=f"{row.link.changed_at:%Y-%m-%d %H:%M}"
    )
    why = [reason_text(row)] if row.link.reason else []
    return "\n".join(
        [state_text(row), who, *why, *(f"“{note.text[:200]}” ({note.author})" for note in row.notes)]
    )
