"""Relations by key: one mark is where it begins, another where it ends, then its type is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from taqabul.domain.annotation import Annotation, Attributes, Relation
from taqabul.domain.ids import BitextId
from taqabul.domain.labels import LabelSet, RelationType
from taqabul.text.direction import isolated, isolated_by_letters
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.annotation.marker import Marker
from taqabul.ui.annotation.quotes import in_place
from taqabul.ui.annotation.store import MarkStore
from taqabul.ui.annotation.tie_part import Tie
from taqabul.ui.core.i18n import translate
from taqabul.workflow.annotating import reading, relating
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_head

Types = Sequence[tuple[LabelSet, RelationType]]
_TITLE = 44
"""Characters of a title that have room in a line of the panel."""
AskType = Callable[[Types, Callable[[LabelSet, RelationType], None]], None]


@dataclass
class Begun:
    """The mark at which a relation was begun; kept while other bitexts are opened."""

    mark: Annotation | None = None


class Tying(QObject):
    """Begins a relation at a mark and ends it at another; the beginning is kept while other bitexts are opened."""

    changed = Signal()

    def __init__(
        self, library: Library, marker: Marker, store: MarkStore, begun: Begun, ask: AskType
    ) -> None:
        super().__init__(marker)
        self._library, self._marker, self._store, self._begun, self._ask = library, marker, store, begun, ask

    @property
    def start(self) -> Annotation | None:
        """Where the relation begins."""
        return self._begun.mark

    def relate(self) -> None:
        """Begin a relation at the mark picked out, or end there the one that was begun."""
        if self._marker.mark_chosen() is None and not self._marker.choose_here():
            return
        chosen = self._marker.mark_chosen()
        if chosen is None:
            return
        start = self.start
        if start is None or start.id == chosen.id:
            self._begun.mark = None if start is not None else chosen
            self.changed.emit()
            return
        types = self._marker.book.relations_between(start, chosen)
        if not types:
            self._marker.told.emit(
                translate(
                    "Annotating", "No relation of their label sets goes from the one mark to the other."
                )
            )
        elif len(types) == 1:
            self._tie(start, chosen, *types[0])
        else:
            self._ask(types, lambda label_set, kind: self._tie(start, chosen, label_set, kind))

    def cancel(self) -> bool:
        """Let the beginning go; False where there is none."""
        if self.start is None:
            return False
        self._begun.mark = None
        self.changed.emit()
        return True

    def drop(self, bitext: BitextId, relation: Relation) -> None:
        """Take a relation away."""
        self._marker.change(lambda: relating.unrelate(self._library, bitext, [relation.id]))

    def retype(self, bitext: BitextId, relation: Relation, ask: AskType) -> None:
        """Have somebody choose another type for a relation, of those that may go from its one end to its other."""
        source, target = reading.annotations(self._library, (relation.source, relation.target))
        now = (relation.label_set, relation.kind)
        types = [
            (known, kind)
            for known, kind in self._marker.book.relations_between(source, target)
            if (known.key, kind.key) != now
        ]
        if not types:
            self._marker.told.emit(
                translate("Annotating", "No other relation of their label sets ties these two.")
            )
            return

        def give(label_set: LabelSet, kind: RelationType) -> None:
            self._marker.change(
                lambda: relating.set_relation(self._library, bitext, relation.id, label_set.key, kind.key)
            )

        ask(types, give)

    def turn(self, bitext: BitextId, relation: Relation) -> None:
        """Let a relation run the other way, where its type may."""
        source, target = reading.annotations(self._library, (relation.source, relation.target))
        ways = self._marker.book.relations_between(target, source)
        if (relation.label_set, relation.kind) not in [(known.key, kind.key) for known, kind in ways]:
            words = translate("Annotating", "“{kind}” does not go the other way between these two.")
            self._marker.told.emit(words.format(kind=self._marker.book.kind(relation)))
            return
        self._marker.change(lambda: relating.turn_relation(self._library, bitext, relation.id))

    def set_attributes(self, bitext: BitextId, relation: Relation, values: Attributes) -> None:
        """Say of a relation just this."""
        if values != relation.attributes:
            self._marker.change(
                lambda: relating.set_relation_attributes(self._library, bitext, relation.id, values)
            )

    def ties(self, mark: Annotation) -> list[Tie]:
        """The relations of a mark in words."""
        row = self._store.row_holding(mark.id)
        if row is None:
            return []
        known = {one.id: one for one in row.everything} | dict(row.ends)
        made = []
        for one in row.relations:
            if mark.id not in {one.source, one.target}:
                continue
            other = one.target if one.source == mark.id else one.source
            end = known.get(other)
            words = "…" if end is None else self._end(end, mark.bitext)
            arrow = "→" if one.source == mark.id else "←"
            kind = self._marker.book.relation_type(one)
            asked = () if kind is None else kind.attributes
            made.append(Tie(one, other, f"{arrow} {self._marker.book.kind(one)} {arrow} {words}", asked))
        return made

    def _end(self, mark: Annotation, here: BitextId) -> str:
        """The other end of a relation, with the text it is in where that is not this one."""
        words = f"{self._marker.book.name(mark)}: {_words(mark)}"
        if mark.bitext == here:
            return words
        title = bitext_head(self._library, mark.bitext).title
        short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
        return f"{words}\n{isolated(short)}"

    def _tie(self, start: Annotation, end: Annotation, label_set: LabelSet, kind: RelationType) -> None:
        bitext = start.bitext
        done = self._marker.perform(
            lambda: relating.relate(self._library, bitext, start.id, end.id, label_set.key, kind.key)
        )
        if done is not None:
            self._begun.mark = None
            self._marker.told.emit(
                translate("Annotating", "Related: {kind}.").format(kind=in_words(kind.name, kind.key))
            )
            self._marker.pick(end.id)
            self.changed.emit()


def _words(mark: Annotation) -> str:
    """The parts of a mark, one after the other as its text runs."""
    parts = " … ".join(isolated(in_place(span)) for span in mark.spans)
    return isolated_by_letters(parts) if parts else translate("Annotation", "the whole pair")
