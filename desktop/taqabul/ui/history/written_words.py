"""Versions of what people wrote, in words: notes, marks, relations, claims."""

from collections.abc import Sequence

from taqabul.domain.annotation import Annotation, Attributes, Relation
from taqabul.domain.claims import Claim
from taqabul.domain.labels import Attribute, Purpose
from taqabul.ui.annotation.label_book import LabelBook, in_words
from taqabul.ui.core.i18n import translate
from taqabul.workflow.act_versions import (
    ClaimVersions,
    MarkVersions,
    NoteVersions,
    RelationVersions,
)


def written(
    one: NoteVersions | MarkVersions | RelationVersions | ClaimVersions, book: LabelBook
) -> tuple[str, str | None, str | None]:
    """What changed, and its two versions, labels by their names in the book; None where it was not there."""
    match one:
        case NoteVersions():
            return translate("History", "Note"), one.before, one.after
        case MarkVersions():
            return translate("History", "Mark"), _mark(one.before, book), _mark(one.after, book)
        case RelationVersions():
            what = translate("History", "Relation")
            return what, _kind(one.before, book), _kind(one.after, book)
        case ClaimVersions():
            what = translate("History", "Claim")
            return what, _claim(one.before, book), _claim(one.after, book)


def _mark(mark: Annotation | None, book: LabelBook) -> str | None:
    if mark is None:
        return None
    quotes = " … ".join(span.quote for span in mark.spans if span.quote)
    lost = translate("History", "lost: {quote}")
    parts = [
        book.name(mark),
        f"“{quotes}”" if quotes else "",
        *(lost.format(quote=f"“{span.quote}”") for span in mark.lost),
        _values(mark.attributes, book.attributes(mark)),
        mark.comment,
    ]
    return " · ".join(part for part in parts if part)


def _kind(tie: Relation | None, book: LabelBook) -> str | None:
    if tie is None:
        return None
    kind = book.relation_type(tie)
    said = _values(tie.attributes, () if kind is None else kind.attributes)
    return " · ".join(part for part in (book.kind(tie), said) if part)


def _claim(claim: Claim | None, book: LabelBook) -> str | None:
    if claim is None:
        return None
    asked = [
        one
        for known in book.sets.values()
        if known.purpose is Purpose.CLAIMS
        for label in known.labels
        for one in label.attributes
    ]
    return " · ".join(
        part for part in (claim.arabic, claim.english, _values(claim.attributes, asked)) if part
    )


def _values(attributes: Attributes, asked: Sequence[Attribute]) -> str:
    """What is said, by the names of what was asked; by keys where nobody asks it any more."""
    known = {one.key: one for one in asked}
    said = []
    for key, values in attributes:
        attribute = known.get(key)
        name = key if attribute is None else in_words(attribute.name, key)
        choices = (
            {} if attribute is None else {one.key: in_words(one.name, one.key) for one in attribute.choices}
        )
        said.append(f"{name}: {' + '.join(choices.get(one, one) for one in values)}")
    return ", ".join(said)
