"""Many texts given other words at once: of those that somebody else changed meanwhile none is touched, and each is told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from taqabul.domain.changes import ChangeSet, LeftAlone
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.storage import journal
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.links import links_holding
from taqabul.workflow.draft import drafting
from taqabul.workflow.library import Library
from taqabul.workflow.reviewing.texts import paragraphs_of, set_texts
from taqabul.workflow.saving import watch_others
from taqabul.workflow.watch import touched_by

Holders = Mapping[tuple[ParagraphId, BitextId], LinkId]
"""The links that hold paragraphs, in each bitext."""
_TOLD = 3
_RECENT = 200


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph as a person saw it, by its number, and the words that it shall have."""

    paragraph: ParagraphId
    number: int
    seen: str
    wanted: str


def reword(library: Library, bitext: BitextId, verb: str, wordings: Sequence[Wording]) -> ChangeSet:
    """Give paragraphs other words, in one edit.

    Those that read differently by now, are gone, or whose rows somebody else changed unseen here are left alone and told
    (``ChangeSet.left``, their rows in ``spared``). Raises EditConflict where that is all of them, InvalidEdit where one would be empty.
    """
    ids = [one.paragraph for one in wordings]
    with drafting(library, bitext, verb) as draft:
        transaction = draft.transaction
        watch = watch_others(library, transaction, bitext)
        holders = links_holding(transaction, ids)
        unseen = {id_ for (id_, _), link in holders.items() if link in watch.links()}
        now = read_paragraphs(transaction, ids)
        free = [
            one
            for one in wordings
            if one.paragraph in now and now[one.paragraph].text == one.seen and one.paragraph not in unseen
        ]
        kept = {one.paragraph for one in free}
        missed = [one for one in wordings if one.paragraph not in kept]
        left = _told(transaction, bitext, missed, holders)
        if missed and not free:
            raise EditConflict(
                f"All that was to change was changed by somebody else meanwhile: {in_words(left)}.",
                "Look at it as it is now, then look for the words again; nothing was changed.",
            )
        spared = {
            link for (id_, of), link in holders.items() if of == bitext and id_ not in kept and id_ in now
        }
        # Who agreed to these words saw them as they are now, whatever the screen shows still; of the others they are told.
        watch.forgive(spared, ids)
        set_texts(
            draft,
            zip(
                paragraphs_of(draft, [one.paragraph for one in free]),
                (one.wanted for one in free),
                strict=True,
            ),
        )
    return replace(draft.changes, spared=tuple(sorted(spared)), left=left)


def in_words(left: Collection[LeftAlone]) -> str:
    """Which paragraphs those are, and who changed them: the first few."""
    told = [f"¶{one.number} ({one.by})" if one.by else f"¶{one.number}" for one in list(left)[:_TOLD]]
    return ", ".join([*told, *(["…"] if len(left) > _TOLD else [])])


def _told(
    transaction: Transaction, bitext: BitextId, missed: Iterable[Wording], holders: Holders
) -> tuple[LeftAlone, ...]:
    numbers = {one.paragraph: one.number for one in missed}
    by = _last_hands(transaction, bitext, numbers, holders) if numbers else {}
    return tuple(LeftAlone(number, by.get(id_, "")) for id_, number in numbers.items())


def _last_hands(
    transaction: Transaction, bitext: BitextId, paragraphs: Collection[ParagraphId], holders: Holders
) -> Mapping[ParagraphId, str]:
    """Who changed paragraphs or their rows last, as far as the last lines of the journal tell."""
    rows: dict[LinkId, set[ParagraphId]] = {}
    for (id_, of), link in holders.items():
        if of == bitext and id_ in paragraphs:
            rows.setdefault(link, set()).add(id_)
    found: dict[ParagraphId, str] = {}
    for act in journal.acts(transaction, bitext, _RECENT):
        touched = touched_by(act.author, journal.edit_of(transaction, act.of or act.id))
        met = touched.paragraphs.intersection(paragraphs).union(
            *(rows.get(link, ()) for link in touched.links)
        )
        for id_ in met:
            found.setdefault(id_, act.author)
        if len(found) == len(paragraphs):
            break
    return found
