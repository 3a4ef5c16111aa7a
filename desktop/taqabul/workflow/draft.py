"""An edit in the making: verbs change records in it, and it is saved as a whole when they are done."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from taqabul.domain.annotation import Annotation
from taqabul.domain.bitext import Bitext, Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, ParagraphId, SentenceId
from taqabul.storage import documents
from taqabul.storage.counters import Kind, take
from taqabul.storage.database import Transaction
from taqabul.storage.links import link_neighbours, read_links
from taqabul.workflow.annotating.carrying import Part, Rewritten
from taqabul.workflow.library import Library
from taqabul.workflow.placing import place
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.relinking import in_order, relinked, sentences_of
from taqabul.workflow.saving import save
from taqabul.workflow.sheet import Sheet
from taqabul.workflow.written import Written


@contextmanager
def drafting(library: Library, bitext: BitextId, verb: str) -> "Iterator[Draft]":
    """A draft that is saved, in the transaction it is read in, when the block ends without an error."""
    with library.database.write() as transaction:
        draft = Draft(library, transaction, bitext_in(transaction, bitext), verb)
        yield draft
        draft.save()


class Draft:
    """Records of one bitext (and of others that share its documents) on their way to another state."""

    def __init__(self, library: Library, transaction: Transaction, bitext: Bitext, verb: str) -> None:
        self.transaction = transaction
        self.bitext = bitext
        self.author = library.author
        self.now = datetime.now(UTC)
        self.changes = ChangeSet(bitext.id, verb)
        self._library = library
        self._links = Sheet[LinkId, Link](read_links)
        self._paragraphs = Sheet[ParagraphId, Paragraph](documents.read_paragraphs)
        self.written = Written(transaction)
        self._parts: dict[ParagraphId, tuple[Part, ...]] = {}
        self._unfit: set[LinkId] = set()
        self._coarse: set[LinkId] = set()
        self._grown: dict[SentenceId, tuple[SentenceId, ...]] = {}
        self._heirs_of_bookmarks: set[LinkId] = set()
        self._pinned: list[Annotation] = []

    @contextmanager
    def visiting(self, bitext: BitextId) -> Iterator[None]:
        """Write in another bitext for a while, in the same edit; its history stays with the draft's own."""
        own, self.bitext = self.bitext, bitext_in(self.transaction, bitext)
        try:
            yield
        finally:
            self.bitext = own

    def link(self, id_: LinkId) -> Link:
        """A link as it shall be."""
        return self.links([id_])[0]

    def links(self, ids: Iterable[LinkId]) -> list[Link]:
        """Links as they shall be."""
        found = self.links_anywhere(ids)
        if any(link.bitext != self.bitext.id for link in found):
            raise InvalidEdit("The row is not part of this bitext.", "Choose rows of this bitext.")
        return found

    def links_anywhere(self, ids: Iterable[LinkId]) -> list[Link]:
        """Links of any bitext as they shall be."""
        return self._links.read(self.transaction, ids)

    def paragraphs(self, ids: Iterable[ParagraphId]) -> list[Paragraph]:
        """Paragraphs as they shall be."""
        return self._paragraphs.read(self.transaction, ids)

    def take(self, kind: Kind) -> int:
        """A number for a new record."""
        return take(self.transaction, kind)[0]

    def put(self, link: Link) -> None:
        """Have a link as given, signed; its sentences are linked anew if its paragraphs changed."""
        known = self._links.after.get(link.id) or self._links.before.get(link.id)
        if known is None or (known.source, known.target) != (link.source, link.target):
            self._unfit.add(link.id)
        rank = known.rank if known else link.rank  # the row may have been moved to make room for others
        self._links.after[link.id] = replace(link, rank=rank, changed_by=self.author, changed_at=self.now)

    def join(self, link: Link, paragraphs: Iterable[ParagraphId]) -> Link:
        """Make a link hold just these paragraphs because a person says so."""
        return self._hold(link, paragraphs, LinkStatus.CONFIRMED)

    def leave(self, link: Link, paragraphs: Iterable[ParagraphId]) -> Link:
        """Make a link hold what others left in it: nobody said that these face each other."""
        return self._hold(link, paragraphs, LinkStatus.PROPOSED)

    def _hold(self, link: Link, paragraphs: Iterable[ParagraphId], status: LinkStatus) -> Link:
        source, target = self.sides(paragraphs)
        held = replace(
            link,
            source=source,
            target=target,
            status=status,
            confidence=None,
            evidence=Evidence(),
            sentences=(),
            reason="",
        )
        self.put(held)
        return held

    def sides(
        self, paragraphs: Iterable[ParagraphId]
    ) -> tuple[tuple[ParagraphId, ...], tuple[ParagraphId, ...]]:
        """Paragraphs of the two documents, each side in its document's order."""
        records = sorted(self.paragraphs(paragraphs), key=lambda one: one.rank)
        return (
            tuple(one.id for one in records if one.document == self.bitext.source),
            tuple(one.id for one in records if one.document == self.bitext.target),
        )

    def drop(self, link: Link, heir: Link) -> None:
        """Take a link out; what people wrote about it goes to its heir, and so does its bookmark."""
        self.written.inherit(link.id, heir.id)
        if link.bookmarked or link.id in self._heirs_of_bookmarks:
            self._heirs_of_bookmarks.add(heir.id)
        self._heirs_of_bookmarks.discard(link.id)
        self._links.after[link.id] = None
        self._unfit.discard(link.id)

    def bookmark(self, link: Link, *, on: bool) -> None:
        """Give a link a bookmark, or take it away; that says nothing about the link, so it is not signed."""
        self._links.after[link.id] = replace(link, bookmarked=on)

    def new_links(self, how_many: int, beside: Link, *, after: bool = True) -> list[Link]:
        """Empty links that stand right after (or before) another."""
        ranks, moved = place(how_many, beside.rank, self._links.after, self._rows, after=after)
        for link in self.links(moved):
            self._links.after[link.id] = replace(link, rank=moved[link.id])
        ids = take(self.transaction, "link", how_many)
        return [
            Link(
                LinkId(id_),
                self.bitext.id,
                rank,
                (),
                (),
                LinkStatus.PROPOSED,
                None,
                Evidence(),
                self.author,
                self.now,
            )
            for id_, rank in zip(ids, ranks, strict=True)
        ]

    def _rows(self, rank: int, after: bool, how_many: int) -> list[tuple[LinkId, int]]:
        return link_neighbours(self.transaction, self.bitext.id, rank, after=after, how_many=how_many)

    def put_paragraph(self, paragraph: Paragraph) -> None:
        """Have a paragraph as given."""
        self._paragraphs.after[paragraph.id] = paragraph

    def drop_paragraph(self, paragraph: Paragraph) -> None:
        """Take a paragraph out."""
        self._paragraphs.after[paragraph.id] = None

    def paragraph_rank(self, beside: Paragraph) -> int:
        """A rank right after a paragraph."""

        def neighbours(rank: int, after: bool, how_many: int) -> list[tuple[ParagraphId, int]]:
            return documents.paragraph_neighbours(
                self.transaction, beside.document, rank, after=after, how_many=how_many
            )

        ranks, moved = place(1, beside.rank, self._paragraphs.after, neighbours, after=True)
        for paragraph in self.paragraphs(moved):
            self.put_paragraph(replace(paragraph, rank=moved[paragraph.id]))
        return ranks[0]

    def part(self, paragraph: ParagraphId, parts: tuple[Part, ...]) -> None:
        """Say to the letter where a paragraph's old text stands from now on, for what people wrote on it."""
        self._parts[paragraph] = parts

    def pin(self, annotation: Annotation) -> None:
        """Have an annotation lie where it says in the new texts; it is not carried there."""
        self._pinned.append(annotation)

    def refit(self, link: Link) -> None:
        """Link a link's sentences anew, because its paragraphs' sentences changed."""
        self._links.after[link.id] = link
        self._unfit.add(link.id)

    def pair_in_order(self, links: Iterable[LinkId]) -> None:
        """Have no sentences of these links aligned: there are too many of them for a person to wait."""
        self._coarse.update(links)

    def grow(self, sentence: SentenceId, into: tuple[SentenceId, ...]) -> None:
        """Say that a sentence became several: they face what it faced."""
        self._grown[sentence] = into

    def save(self) -> None:
        """Write the draft."""
        self._settle()
        self._carry()
        edit = Edit(
            self.bitext.id,
            self.changes.verb,
            self._links.replacement(),
            self._paragraphs.replacement(),
            **self.written.parts(),
        )
        self.changes = save(self._library, self.transaction, edit)

    def _settle(self) -> None:
        known = {
            (link.bitext, id_): part
            for link in self._links.before.values()
            for part in map(self._as_grown, link.sentences)
            for id_ in part.source + part.target
        }
        unfit = self.links_anywhere(self._unfit)
        self.paragraphs(id_ for link in unfit for id_ in link.source + link.target)  # all at once
        for link in unfit:
            source = sentences_of(self.paragraphs(link.source))
            target = sentences_of(self.paragraphs(link.target))
            keys = [(link.bitext, id_) for id_ in (*source, *target)]
            parts = dict.fromkeys(known[key] for key in keys if key in known)
            coarse = link.id in self._coarse
            sentences = in_order(source, target) if coarse else relinked(source, target, parts)
            self._links.after[link.id] = replace(link, sentences=sentences)
        for link in self.links_anywhere(self._heirs_of_bookmarks):
            self.bookmark(link, on=True)

    def _carry(self) -> None:
        after = {id_: one.text for id_, one in self._paragraphs.after.items() if one is not None}
        rewritten = {
            id_: Rewritten(one.text, after.get(id_, ""), self._parts.get(id_, ()))
            for id_, one in self._paragraphs.before.items()
            if id_ in self._paragraphs.after and after.get(id_) != one.text
        }
        if rewritten:
            self.written.carry(rewritten, after)
        for annotation in self._pinned:
            self.written.annotations.put(annotation)

    def _as_grown(self, part: SentenceLink) -> SentenceLink:
        if self._grown.keys().isdisjoint(part.source + part.target):
            return part
        sides = (part.source, part.target)
        source, target = (tuple(n for id_ in ids for n in self._grown.get(id_, (id_,))) for ids in sides)
        return replace(part, source=source, target=target)
