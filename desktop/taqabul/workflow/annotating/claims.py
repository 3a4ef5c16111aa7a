"""Claims gathered from their mentions, in whatever language and document: begun, joined, parted, described."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Final, TypeVar

from taqabul.domain.annotation import Annotation, AnnotationStatus, Attributes
from taqabul.domain.changes import ChangeSet
from taqabul.domain.claims import Claim
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.ids import AnnotationId, BitextId, ClaimId, new_uid
from taqabul.domain.language import Language
from taqabul.storage.annotations import read_annotations
from taqabul.storage.claims import read_claims
from taqabul.storage.documents import read_documents, read_paragraphs
from taqabul.storage.mentions import annotations_tied_to, mention_ids
from taqabul.workflow.annotating.marking import Given, on_top, placed, put_changed, put_mark
from taqabul.workflow.annotating.mirroring import marked_counterparts
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.word_links import Stretch

Said = TypeVar("Said", str, AnnotationStatus)
NORMALISED: Final = {Language.ARABIC: "normalised_arabic", Language.ENGLISH: "normalised_english"}
"""Attributes of a mention in which people put the claim in plain words."""
OF_THE_CLAIM: Final = (
    "type",
    "verifiable",
    "check_worthiness",
    "urgency",
    "harm",
    "quantity",
    "unit",
    "date",
    "date_hijri",
    "place",
    "topic",
    "evidence",
    "evidence_accessed",
    "verdict",
    "verdict_date",
)
"""Attributes that say something of a claim as a whole: a claim begun from a mention takes them over."""


def new_claim(
    library: Library,
    mentions: Sequence[AnnotationId],
    arabic: str | None = None,
    english: str | None = None,
) -> ChangeSet:
    """Begin a claim with mentions, which leave the claims they were of; it comes back in ``claims``.

    What was marked as their counterpart in the other language comes with them. Without a text it has the first mention's plain words in that language, or the words marked, of the mention
    or of what is tied to it across the languages. Its history is kept in the bitext of the first mention.
    """
    with _drafting(library, "new claim", mentions=mentions) as draft:
        found = _mentions(draft, mentions)
        _put_claim(draft, [*found, *_facing(draft, found)], arabic, english)
    return draft.changes


def gather(library: Library, claim: ClaimId, mentions: Sequence[AnnotationId]) -> ChangeSet:
    """Have annotations of any bitexts be mentions of a claim, and of no other, with their counterparts.

    The history is kept in the bitext of the first mention, where somebody who gathers it there takes it back.
    """
    with _drafting(library, "gather", mentions=mentions) as draft:
        _claims(draft, [claim])
        found = _mentions(draft, mentions)
        for one in (*found, *_facing(draft, found)):
            put_changed(draft, one, replace(one, claim=claim))
    return draft.changes


def gather_passage(
    library: Library, claim: ClaimId, bitext: BitextId, stretches: Sequence[Stretch], given: Given
) -> ChangeSet:
    """Mark words that nobody marked yet, as a mention of a claim; its history is kept in the words' bitext."""
    with drafting(library, bitext, "gather") as draft:
        known = _claims(draft, [claim])[0]
        mark = put_mark(draft, placed(draft, stretches), given)
        draft.written.annotations.put(replace(mark, claim=known.id))
    return draft.changes


def release(library: Library, mentions: Sequence[AnnotationId]) -> ChangeSet:
    """Have annotations be mentions of no claim; a claim without mentions stays."""
    with _drafting(library, "release", mentions=mentions) as draft:
        for one in _mentions(draft, mentions):
            put_changed(draft, one, replace(one, claim=None))
    return draft.changes


def merge_claims(library: Library, claim: ClaimId, others: Sequence[ClaimId]) -> ChangeSet:
    """Make one claim of several: the first, which gets their mentions, and what it does not say itself."""
    with _drafting(library, "merge claims", claim=claim) as draft:
        first, *rest = _claims(draft, dict.fromkeys([claim, *others]))
        if not rest:
            raise InvalidEdit("One claim alone cannot be merged.", "Choose two or more.")
        merged = first
        for one in rest:
            merged = replace(
                merged,
                arabic=merged.arabic or one.arabic,
                english=merged.english or one.english,
                attributes=_both(merged.attributes, one.attributes),
            )
            draft.written.claims.drop(one)
        _put_changed(draft, first, merged)
        for mention in _mentions_of(draft, [one.id for one in rest]):
            put_changed(draft, mention, replace(mention, claim=claim))
    return draft.changes


def split_claim(library: Library, claim: ClaimId, mentions: Sequence[AnnotationId]) -> ChangeSet:
    """Begin another claim with some of a claim's mentions. Raises InvalidEdit where none or all are chosen."""
    with _drafting(library, "split claim", claim=claim) as draft:
        chosen = [one for one in _mentions(draft, mentions) if one.claim == claim]
        if not chosen or len(chosen) == len(_mentions_of(draft, [claim])):
            raise InvalidEdit("Nothing would be parted.", "Choose some of the claim's mentions, not all.")
        _put_claim(draft, chosen)
    return draft.changes


def set_claim(
    library: Library,
    claim: ClaimId,
    *,
    arabic: str | None = None,
    english: str | None = None,
    attributes: Attributes | None = None,
    status: AnnotationStatus | None = None,
    before: Claim | None = None,
) -> ChangeSet:
    """Say something else of a claim; what is not given, or is as it was ``before``, stays.

    With ``before``, the claim the person began from, EditConflict is raised where somebody else changed the same meanwhile.
    """
    with _drafting(library, "change claim", claim=claim) as draft:
        old = _claims(draft, [claim])[0]
        if before is not None:
            arabic = _on_top(old.arabic, before.arabic, arabic, old)
            english = _on_top(old.english, before.english, english, old)
            status = _on_top(old.status, before.status, status, old)
            if attributes is not None:
                attributes = on_top(old.attributes, before.attributes, attributes, old.changed_by)
        new = replace(
            old,
            arabic=old.arabic if arabic is None else " ".join(arabic.split()),
            english=old.english if english is None else " ".join(english.split()),
            attributes=old.attributes if attributes is None else attributes,
            status=old.status if status is None else status,
        )
        _put_changed(draft, old, new)
    return draft.changes


def delete_claim(library: Library, claim: ClaimId) -> ChangeSet:
    """Take a claim away; its mentions stay, as mentions of none."""
    with _drafting(library, "delete claim", claim=claim) as draft:
        for mention in _mentions_of(draft, [claim]):
            put_changed(draft, mention, replace(mention, claim=None))
        draft.written.claims.drop(_claims(draft, [claim])[0])
    return draft.changes


@contextmanager
def _drafting(
    library: Library, verb: str, claim: ClaimId | None = None, mentions: Sequence[AnnotationId] = ()
) -> Iterator[Draft]:
    """A draft of the bitext that keeps the history of a claim, or of the first mention's."""
    with library.database.read() as transaction:
        if claim is not None:
            found = [one.bitext for one in read_claims(transaction, [claim]).values()]
        else:
            known = read_annotations(transaction, mentions[:1])
            found = [one.bitext for one in known.values()]
    if not found:
        raise EditConflict(
            "What you chose is not there any more: it was changed meanwhile.",
            "Look at the claims as they are now; nothing was changed.",
        )
    with drafting(library, found[0], verb) as draft:
        yield draft


def _put_claim(
    draft: Draft, mentions: Sequence[Annotation], arabic: str | None = None, english: str | None = None
) -> None:
    first = mentions[0]
    said = _plain_words(draft, mentions)
    claim = Claim(
        ClaimId(draft.take("claim")),
        new_uid(),
        draft.bitext.id,
        draft.author,
        draft.now,
        draft.author,
        draft.now,
        said.get(Language.ARABIC, "") if arabic is None else " ".join(arabic.split()),
        said.get(Language.ENGLISH, "") if english is None else " ".join(english.split()),
        attributes=tuple((key, values) for key, values in first.attributes if key in OF_THE_CLAIM),
    )
    draft.written.claims.put(claim)
    for one in mentions:
        put_changed(draft, one, replace(one, claim=claim.id))


def _plain_words(draft: Draft, mentions: Sequence[Annotation]) -> dict[Language, str]:
    """What mentions, and what is tied to them in their bitexts, say in each language.

    In plain words where somebody put it so, or else as marked.
    """
    transaction = draft.transaction
    tied = annotations_tied_to(transaction, [one.id for one in mentions])
    homes = {one.bitext for one in mentions}
    facing = [one for one in read_annotations(transaction, tied).values() if one.bitext in homes]
    everything = [*mentions, *facing]
    texts = read_paragraphs(transaction, {span.paragraph for one in everything for span in one.spans})
    documents = read_documents(transaction, {text.document for text in texts.values()})
    language_of = {one.id: one.language for one in documents}
    said: dict[Language, str] = {}
    for language, key in NORMALISED.items():
        written = next((one.value(key) for one in everything if one.value(key)), "")
        marked = (
            " … ".join(
                span.quote
                for span in one.spans
                if span.quote and language_of[texts[span.paragraph].document] is language
            )
            for one in everything
        )
        said[language] = " ".join((written or next(filter(None, marked), "")).split())
    return said


def _facing(draft: Draft, mentions: Sequence[Annotation]) -> list[Annotation]:
    """What was marked as the counterparts of mentions and is of no claim yet."""
    return [one for one in marked_counterparts(draft, mentions) if one.claim is None]


def _mentions(draft: Draft, ids: Iterable[AnnotationId]) -> list[Annotation]:
    return draft.written.annotations.read(draft.transaction, dict.fromkeys(ids))


def _mentions_of(draft: Draft, claims: Sequence[ClaimId]) -> list[Annotation]:
    ids = mention_ids(draft.transaction, claims)
    return _mentions(draft, [id_ for some in ids.values() for id_ in some])


def _claims(draft: Draft, ids: Iterable[ClaimId]) -> list[Claim]:
    return draft.written.claims.read(draft.transaction, ids)


def _on_top(now: Said, before: Said, wished: Said | None, claim: Claim) -> Said | None:
    """What somebody wishes, None where that is what they began from."""
    if wished in (None, before):
        return None
    if now not in (before, wished):
        raise EditConflict(
            "The claim was changed meanwhile.", "Look at it as it is now.", (claim.changed_by,)
        )
    return wished


def _put_changed(draft: Draft, old: Claim, new: Claim) -> None:
    if new != old:
        draft.written.claims.put(replace(new, changed_by=draft.author, changed_at=draft.now))


def _both(ours: Attributes, theirs: Attributes) -> Attributes:
    """What both say; where they differ, ours."""
    return tuple(sorted((dict(theirs) | dict(ours)).items()))
