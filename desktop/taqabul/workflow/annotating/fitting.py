"""What a file tells by quotes, fitted to a bitext of the library: the same texts with what the file says of them.

Where the file cannot say something, the annotation keeps what it has here: another side's stretches, those that
had lost their place, a claim.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Note, Relation, Span
from taqabul.domain.claims import Claim
from taqabul.domain.ids import AnnotationId, ClaimId, LinkId, NoteId, RelationId
from taqabul.formats.annotations.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingClaim,
    IncomingNote,
    IncomingRelation,
    Quoted,
)
from taqabul.formats.annotations.layout import Layout
from taqabul.workflow.annotating.bringing_sets import Found
from taqabul.workflow.annotating.placing_quotes import QuotePlacer


class Fitting:
    """One file and one bitext; ``fitted`` is the outcome, ``remarks`` what had no place in it.

    ``author`` signs what nobody has signed. ``claims`` are those of the library.
    """

    def __init__(
        self,
        ours: AnnotatedBitext,
        incoming: Incoming,
        labels: Found,
        author: str,
        claims: Iterable[Claim],
    ) -> None:
        self.remarks: list[str] = []
        self._ours, self._incoming, self._labels, self._author = ours, _once(incoming), labels, author
        self._now = datetime.now(UTC)
        self._layout = Layout(ours)
        self._placer = QuotePlacer(self._layout.texts)
        self._by_uid = {one.uid: one for one in ours.annotations}
        self._by_content = {_content(one): one for one in reversed(ours.annotations)}
        self._claims = {one.uid: one for one in claims}
        self._ids: dict[str, AnnotationId] = {}
        self._far: dict[AnnotationId, str] = {}

    @property
    def fitted(self) -> AnnotatedBitext:
        """The bitext as the file has it."""
        claims = [self._claim(one) for one in self._incoming.claims]
        self._claims |= {one.uid: one for one in claims}
        annotations = [found for one in self._incoming.annotations if (found := self._annotation(one))]
        relations = [self._relation(one) for one in self._incoming.relations]
        notes = self._notes()
        used = {one.claim for one in annotations}
        mentioned = [one for one in self._claims.values() if one.id in used and one not in claims]
        return replace(
            self._ours,
            annotations=tuple({one.uid: one for one in annotations}.values()),
            relations=tuple({one.uid: one for one in relations if one.source != one.target}.values()),
            notes=tuple({one.uid: one for one in notes}.values()),
            claims=(*claims, *mentioned),
            label_sets={},
            elsewhere=self._far,
            decisions=(),
        )

    def _annotation(self, one: IncomingAnnotation) -> Annotation | None:
        label_set, label = self._labels[one.label_set, one.label]
        spans, lost = self._placed(one.spans)
        lost += [home for quoted in one.lost if (home := self._placer.home(quoted)) is not None]
        link = self._row(spans) if one.on_pair else None
        if link is not None:
            spans, lost = [], []
        if not (spans or lost or link):
            self.remarks.append(f"“{label}” has no place in these texts.")
            return None
        created, author = one.created_at or self._now, one.author or self._author
        claim = self._claims.get(one.claim)
        if one.claim and claim is None:
            self.remarks.append(f"The claim of “{label}” is neither in the file nor in the library.")
        made = Annotation(
            AnnotationId(len(self._ids) + 1),
            one.uid or self._named(label_set, label, spans, lost, link),
            self._ours.bitext.id,
            label_set,
            label,
            author,
            created,
            one.changed_by or author,
            one.changed_at or created,
            tuple(spans),
            link,
            tuple(lost),
            one.attributes,
            one.comment,
            one.status,
            claim.id if claim else None,
        )
        known = self._by_uid.get(made.uid) or (None if one.uid else self._by_content.get(_content(made)))
        self._ids[one.key] = made.id
        if known is None:
            return made
        return replace(known, id=made.id) if not one.uid else self._completed(made, known)

    def _completed(self, made: Annotation, known: Annotation) -> Annotation:
        """An annotation as the file has it, with what the file does not speak of as it is here."""
        others = [span for span in known.spans if self._layout.side_of(span) not in self._incoming.sides]
        merged = replace(
            made,
            spans=(*others, *made.spans),
            lost=(*known.lost, *(span for span in made.lost if span not in known.lost)),
            claim=known.claim if made.claim is None else made.claim,
        )
        merged = replace(merged, lost=()) if merged.link is not None else merged
        if made.changed_at == known.changed_at and _said(merged) != _said(known):
            # Another program changed it without signing.
            return replace(merged, changed_by=self._author, changed_at=self._now)
        return merged

    def _relation(self, one: IncomingRelation) -> Relation:
        label_set, kind = self._labels[one.label_set, f"→{one.kind}"]
        source, target = self._end(one.source), self._end(one.target)
        uids = {id_: uid for uid, id_ in self._ids.items()} | self._far
        named = one.uid or self._named(label_set, kind, uids[source], uids[target])
        known = next((each for each in self._ours.relations if each.uid == named), None)
        return Relation(
            RelationId(0),
            named,
            self._ours.bitext.id,
            label_set,
            kind,
            source,
            target,
            one.author or (known.author if known else self._author),
            one.at or (known.at if known else self._now),
            one.attributes or (known.attributes if known else ()),
        )

    def _end(self, key: str) -> AnnotationId:
        """The annotation that the file calls so; one that is not in the file is somewhere else."""
        if key in self._ids:
            return self._ids[key]
        id_ = next((id_ for id_, uid in self._far.items() if uid == key), None)
        if id_ is None:
            id_ = AnnotationId(-1 - len(self._far))
            self._far[id_] = key
        return id_

    def _notes(self) -> list[Note]:
        found: list[Note] = []
        ids: dict[str, NoteId] = {}
        for number, one in enumerate(self._incoming.notes, start=1):
            note = self._note(one, NoteId(number), ids.get(one.thread))
            if note is None:
                self.remarks.append(f"A note of {note_author(one)} has no place in these texts.")
                continue
            ids[note.uid] = note.id
            found.append(note)
        return found

    def _note(self, one: IncomingNote, id_: NoteId, thread: NoteId | None) -> Note | None:
        annotation = self._ids.get(one.annotation) if one.annotation else None
        document = None if one.document is None else self._ours.text(one.document).document.id
        link = self._row(self._placed(one.pair)[0]) if one.pair else None
        if (annotation, document, link) == (None, None, None) or not one.text.strip():
            return None
        return Note(
            id_,
            self._ours.bitext.id,
            link,
            one.text,
            one.author or self._author,
            one.at or self._now,
            annotation,
            document,
            thread,
            one.resolved,
            one.uid or self._named(one.text, one.author, one.at, link, document),
        )

    def _claim(self, one: IncomingClaim) -> Claim:
        created, author = one.created_at or self._now, one.author or self._author
        return Claim(
            ClaimId(-1 - len(self._claims)),
            one.uid,
            self._ours.bitext.id,
            author,
            created,
            one.changed_by or author,
            one.changed_at or created,
            one.arabic,
            one.english,
            one.status,
            one.attributes,
        )

    def _placed(self, quotes: Iterable[Quoted]) -> tuple[list[Span], list[Span]]:
        """Stretches with a place, and those without one."""
        placed: dict[Span, None] = {}
        lost = []
        for quoted in quotes:
            found = self._placer.placed(quoted)
            placed |= dict.fromkeys(found)
            if not found and (home := self._placer.home(quoted)) is not None:
                lost.append(home)
        return [*placed], lost

    def _row(self, spans: Iterable[Span]) -> LinkId | None:
        """The row that holds the first of some stretches."""
        rows = self._layout.rows
        number = next((rows[span.paragraph] for span in spans if span.paragraph in rows), None)
        return None if number is None else self._ours.links[number].id

    def _named(self, *content: object) -> str:
        """A name that follows from what is named, for what the file does not name."""
        return uuid5(NAMESPACE_URL, f"urn:x-taqabul:{self._ours.bitext.id}/{content}").hex


def _once(incoming: Incoming) -> Incoming:
    """A file without what it says a second time."""
    return replace(
        incoming,
        annotations=tuple({one.key: one for one in incoming.annotations}.values()),
        relations=tuple(
            {one.uid or (one.source, one.target, one.kind): one for one in incoming.relations}.values()
        ),
        notes=tuple({one.uid or id(one): one for one in incoming.notes}.values()),
        claims=tuple({one.uid: one for one in incoming.claims}.values()),
    )


def note_author(note: IncomingNote) -> str:
    """Who wrote a note, in words."""
    return note.author or "nobody"


def _content(one: Annotation) -> object:
    """What makes two annotations the same where no name tells them apart."""
    lost = frozenset(span.quote for span in one.lost)
    return one.label_set, one.label, frozenset(one.spans), one.link, lost


def _said(one: Annotation) -> object:
    return _content(one), one.attributes, one.comment, one.status, one.claim
