"""Versions of what people wrote, in words: notes, marks, relations, claims."""

from taqabul.domain.annotation import Annotation, Attributes, Relation
from taqabul.domain.claims import Claim
from taqabul.ui.core.i18n import translate
from taqabul.workflow.versions import ClaimVersions, MarkVersions, NoteVersions, RelationVersions


def written(
    one: NoteVersions | MarkVersions | RelationVersions | ClaimVersions,
) -> tuple[str, str | None, str | None]:
    """What changed, and its two versions; None where it was not there."""
    match one:
        case NoteVersions():
            return translate("History", "Note"), one.before, one.after
        case MarkVersions():
            return translate("History", "Mark"), _mark(one.before), _mark(one.after)
        case RelationVersions():
            what = translate("History", "Relation")
            return what, _kind(one.before), _kind(one.after)
        case ClaimVersions():
            what = translate("History", "Claim")
            return what, _claim(one.before), _claim(one.after)


def _mark(mark: Annotation | None) -> str | None:
    if mark is None:
        return None
    quotes = " … ".join(span.quote for span in mark.spans if span.quote)
    lost = translate("History", "lost: {quote}")
    parts = [
        mark.label,
        f"“{quotes}”" if quotes else "",
        *(lost.format(quote=f"“{span.quote}”") for span in mark.lost),
        _values(mark.attributes),
        mark.comment,
    ]
    return " · ".join(part for part in parts if part)


def _kind(tie: Relation | None) -> str | None:
    return None if tie is None else " · ".join(part for part in (tie.kind, _values(tie.attributes)) if part)


def _claim(claim: Claim | None) -> str | None:
    if claim is None:
        return None
    return " · ".join(part for part in (claim.arabic, claim.english, _values(claim.attributes)) if part)


def _values(attributes: Attributes) -> str:
    return ", ".join(f"{key}: {' + '.join(values)}" for key, values in attributes)
