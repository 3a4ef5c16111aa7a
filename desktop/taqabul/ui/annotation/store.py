"""The annotations of the rows that are looked at: read a page of rows at a time, kept until something changes them."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import AnnotationId, LinkId, ParagraphId
from taqabul.ui.annotation.lanes import Mark, marks_in
from taqabul.ui.bitext.model import BitextModel
from taqabul.workflow.annotating.reading import OnRows
from taqabul.workflow.rows import Row

PAGE = 8
"""Rows read at a time, a quarter of them above: about as many with marks as a window shows."""
KEPT_ROWS = 2048


@dataclass(frozen=True, slots=True)
class OnRow:
    """What lies on one row: ``spans`` in its texts, ``whole`` on it as a pair, ``lost`` what lost its place there."""

    spans: tuple[Annotation, ...] = ()
    whole: tuple[Annotation, ...] = ()
    lost: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    ends: tuple[tuple[AnnotationId, Annotation], ...] = ()
    """The annotations of other rows and bitexts that its relations lead to."""

    @property
    def chips(self) -> tuple[Annotation, ...]:
        """What is said below the row's texts."""
        return (*self.whole, *self.lost)

    @property
    def everything(self) -> tuple[Annotation, ...]:
        """All of them, each once."""
        return tuple({one.id: one for one in (*self.spans, *self.whole, *self.lost)}.values())


ReadRows = Callable[[Sequence[LinkId]], Mapping[LinkId, OnRow]]


@dataclass
class _Kept:
    row: OnRow
    marks: dict[ParagraphId, tuple[Mark, ...]] = field(default_factory=dict)


class MarkStore(QObject):
    """Gives the annotations of rows. ``changed`` says that what was given may not be so any more."""

    changed = Signal()

    def __init__(
        self,
        read: ReadRows,
        read_one: Callable[[AnnotationId], Annotation],
        model: BitextModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._read_one, self._model = read, read_one, model
        self._early: tuple[LinkId, Annotation] | None = None
        self._kept: OrderedDict[LinkId, _Kept] = OrderedDict()
        model.modelAboutToBeReset.connect(self.forget_all)

    def on_row(self, link: LinkId) -> OnRow:
        """What lies on a row."""
        return self._row(link).row

    def marks(self, link: LinkId, paragraph: ParagraphId) -> tuple[Mark, ...]:
        """What lies in a paragraph of a row."""
        kept = self._row(link)
        found = kept.marks.get(paragraph)
        if found is None:
            found = kept.marks[paragraph] = marks_in(paragraph, kept.row.spans)
        return found

    def known(self, annotation: AnnotationId) -> Annotation | None:
        """An annotation of the rows looked at lately."""
        row = self.row_holding(annotation)
        return None if row is None else next(one for one in row.everything if one.id == annotation)

    def row_holding(self, annotation: AnnotationId) -> OnRow | None:
        """The row of an annotation, of those looked at lately."""
        link = self.link_holding(annotation)
        return None if link is None else self._kept[link].row

    def link_holding(self, annotation: AnnotationId) -> LinkId | None:
        """Whose row that is."""
        return next(
            (
                link
                for link, kept in reversed(self._kept.items())
                if any(one.id == annotation for one in kept.row.everything)
            ),
            None,
        )

    def apply(self, changes: ChangeSet) -> Annotation | None:
        """An edit was made: the rows it touched are read again when they are looked at.

        Where it wrote what was given early and nothing else, that is put in its place, and comes back.
        """
        early, self._early = self._early, None
        if early is not None and _writes_only(changes, early[0]):
            written = self._read_one(changes.annotations[0])
            if written.spans == early[1].spans and early[0] in self._kept:
                self._put_in_place(early[0], early[1], written)
                return written
        self._forget_touched(changes)
        return None

    def _put_in_place(self, link: LinkId, early: Annotation, written: Annotation) -> None:
        kept = self._kept[link]
        spans = tuple(written if one is early else one for one in kept.row.spans)
        marks = {
            id_: tuple(replace(one, annotation=written) if one.annotation is early else one for one in some)
            for id_, some in kept.marks.items()
        }
        self._kept[link] = _Kept(replace(kept.row, spans=spans), marks)
        self.changed.emit()

    def _forget_touched(self, changes: ChangeSet) -> None:
        if changes.relations:
            self.forget_all()
            return
        came = (link for link, _ in changes.inserted)
        moved = (link for link, _ in changes.moved)
        self.forget((*changes.removed, *changes.touched, *came, *moved))

    def put_early(self, link: LinkId, annotation: Annotation) -> None:
        """Give an annotation with its row before it is written; reading the row again is the end of it."""
        kept = self._row(link).row
        self._kept[link] = _Kept(replace(kept, spans=(*kept.spans, annotation)))
        self._early = link, annotation
        self._look_again(link)

    def take_back(self, link: LinkId) -> None:
        """What was given early could not be written."""
        self._early = None
        self.forget([link])
        self._look_again(link)

    def _look_again(self, link: LinkId) -> None:
        position = self._model.row_of(link)
        if position >= 0:
            self._model.marks_changed.emit(position, position)

    def forget(self, links: Iterable[LinkId]) -> None:
        """Read these rows again when they are looked at."""
        for link in links:
            self._kept.pop(link, None)
        self.changed.emit()

    def forget_all(self) -> None:
        """Read everything again."""
        self._kept.clear()
        self.changed.emit()

    def read_together(self, links: Iterable[LinkId]) -> None:
        """Have what lies on rows at hand, by one reading of those that are not."""
        wanted = [link for link in links if link not in self._kept]
        if not wanted:
            return
        found = self._read(wanted)
        for one in wanted:
            self._kept[one] = _Kept(found.get(one, OnRow()))
        while len(self._kept) > KEPT_ROWS:
            self._kept.popitem(last=False)

    def _row(self, link: LinkId) -> _Kept:
        kept = self._kept.get(link)
        if kept is None:
            self._read_page(link)
            kept = self._kept.setdefault(link, _Kept(OnRow()))
        self._kept.move_to_end(link)
        return kept

    def _read_page(self, link: LinkId) -> None:
        position = self._model.row_of(link)
        start = max(0, position - PAGE // 4)
        page = self._model.table.links[start : start + PAGE] if position >= 0 else [link]
        self.read_together(LinkId(int(one)) for one in page)


def _writes_only(changes: ChangeSet, link: LinkId) -> bool:
    """Whether an edit put one annotation on one row and did nothing else."""
    other = (changes.relations, changes.removed, changes.inserted, changes.moved, changes.paragraphs)
    return len(changes.annotations) == 1 and changes.marked == (link,) == changes.touched and not any(other)


def on_row(found: OnRows, row: Row) -> OnRow:
    """Of what lies on some rows, what lies on one."""
    paragraphs = [one.id for one in (*row.source, *row.target)]
    spans = {one.id: one for id_ in paragraphs for one in found.by_paragraph.get(id_, ())}
    whole = found.by_pair.get(row.link.id, ())
    here = {*spans, *(one.id for one in whole)}
    if not here:
        return OnRow()
    relations = tuple(one for one in found.relations if one.source in here or one.target in here)
    others = {id_ for one in relations for id_ in (one.source, one.target)} - here
    known = {**found.annotations, **found.ends}
    return OnRow(
        tuple(spans.values()),
        whole,
        tuple(one for one in spans.values() if one.is_orphan),
        relations,
        tuple((id_, known[id_]) for id_ in others if id_ in known),
    )
