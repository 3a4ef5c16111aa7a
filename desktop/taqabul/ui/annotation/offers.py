"""After a stretch was marked: what faces it on the other side is offered, and one key marks it and ties the two.

After a place between two words: the words of the other side that face none, and may be missing there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import QObject, QTimer, Signal

from taqabul.domain.annotation import Annotation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import ParagraphId
from taqabul.domain.labels import LabelSet, Place, Purpose, RelationType
from taqabul.ui.annotation.label_book import in_words, stands_on
from taqabul.ui.annotation.marker import Marker
from taqabul.ui.annotation.overlay import AnnotationOverlay
from taqabul.ui.annotation.quotes import quoted
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow.annotating import mirroring
from taqabul.workflow.annotating.counterparts import Counterpart, counterpart_in_row
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

_MOST_KINDS = 9


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be marked as the counterpart of a mark; ``quote`` are its words."""

    mark: Annotation
    stretches: tuple[Stretch, ...]
    quote: str


class Offers(QObject):
    """At most one offer at a time; it goes when it is declined or something else is marked."""

    changed = Signal()

    def __init__(
        self, page: BitextPage, runner: JobRunner, marker: Marker, overlay: AnnotationOverlay
    ) -> None:
        super().__init__(marker)
        self._page, self._runner, self._marker, self._overlay = page, runner, marker, overlay
        self.offer: Offer | None = None
        self._job: Job[Counterpart | None] | None = None
        self._seeking: Callable[[], None] | None = None

    @property
    def waits(self) -> bool:
        """Whether a counterpart is being looked for."""
        return self._seeking is not None or self._job is not None

    def seek(self, mark: Annotation) -> None:
        """Look for what faces a mark of the row under the cursor, beside the window."""
        self.decline()
        place = self._page.view.place()
        stretches = [Stretch(one.paragraph, one.start, one.end) for one in mark.spans if not one.is_gap]
        if mark.spans and not stretches and self._may_lie_on_words(mark):
            stretches = [Stretch(one.paragraph, one.start, one.end) for one in mark.spans]
        if place is None or not stretches or place.row.link.is_one_sided:
            return
        self._seeking = partial(self._begin, mark, place.row, stretches)
        QTimer.singleShot(0, self, self._go)  # the mark is painted first

    def _go(self) -> None:
        begin, self._seeking = self._seeking, None
        if begin is not None:
            begin()

    def _begin(self, mark: Annotation, row: Row, stretches: Sequence[Stretch]) -> None:
        linker = self._page.word_lights.linker
        self._job = self._runner.start(
            lambda _progress: counterpart_in_row(linker, row, stretches),
            lambda found: self._take(mark, row, found),
            self._raise,
        )

    def _may_lie_on_words(self, mark: Annotation) -> bool:
        """Whether the words missing at a place can be marked as it is."""
        known = self._marker.book.sets.get(mark.label_set)
        is_error = known is not None and known.purpose is Purpose.ERRORS
        return is_error or stands_on(self._marker.book.label(mark), Place.SPAN)

    def decline(self) -> bool:
        """Let the offer go; False where there is none."""
        self._seeking = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.offer is None:
            return False
        self._put(None)
        return True

    def accept(self, kind: RelationType | None = None) -> bool:
        """Mark what is offered and tie the two, by the set's first relation across unless told; False without an offer."""
        offer, known = self.offer, self._set()
        if offer is None:
            return False
        kinds = self._kinds()
        kind = kind or (kinds[0] if kinds else None)
        library, bitext = self._page.library, self._page.summary.id
        joins = kind is None and known is not None and known.purpose is Purpose.ERRORS

        def write() -> ChangeSet:
            if joins:
                return mirroring.stretch_over(library, bitext, offer.mark.id, offer.stretches)
            return mirroring.mark_counterpart(
                library,
                bitext,
                offer.mark.id,
                offer.stretches,
                None if kind is None else kind.key,
            )

        if self._marker.perform(write) is not None:
            self._put(None)
            self._marker.pick(offer.mark.id)
        return True

    def accept_by(self, key: str, held: str) -> bool:
        """Accept with the relation a digit stands for; False where it stands for none."""
        kinds = self._kinds() if self.offer is not None and not held else []
        if key.isdecimal() and 1 <= int(key) <= min(len(kinds), _MOST_KINDS):
            return self.accept(kinds[int(key) - 1])
        return False

    def words(self) -> str:
        """What is offered, and by which keys, as HTML; empty where nothing is."""
        if self.offer is None:
            return ""
        said = translate("LabelStrip", "Counterpart: {quote} – <b>Enter</b> {kind}, Esc declines")
        kinds = self._kinds()
        first = in_words(kinds[0].name, kinds[0].key) if kinds else translate("LabelStrip", "marks it")
        others = "".join(
            f"  ·  <b>{number}</b>\u00a0{escape(in_words(kind.name, kind.key))}"
            for number, kind in enumerate(kinds[:_MOST_KINDS], start=1)
            if number > 1
        )
        return (
            said.format(quote=f"<b>{escape(quoted(self.offer.quote[:60]))}</b>", kind=escape(first)) + others
        )

    def _set(self) -> LabelSet | None:
        return None if self.offer is None else self._marker.book.sets.get(self.offer.mark.label_set)

    def _kinds(self) -> list[RelationType]:
        known = self._set()
        return [] if known is None else [one for one in known.relations if one.across and not one.deprecated]

    def _take(self, mark: Annotation, row: Row, found: Counterpart | None) -> None:
        self._job = None
        if found is None or not found.stretches or self._marker.chosen != mark.id:
            return
        texts = {one.id: one.text for one in (*row.source, *row.target)}
        quote = " … ".join(texts[one.paragraph][one.start : one.end] for one in found.stretches)
        self._put(Offer(mark, found.stretches, quote))

    def _put(self, offer: Offer | None) -> None:
        self.offer = offer
        offered: dict[ParagraphId, list[tuple[int, int]]] = {}
        for one in offer.stretches if offer is not None else ():
            offered.setdefault(one.paragraph, []).append((one.start, one.end))
        before, self._overlay.offered = self._overlay.offered, offered
        self._page.view.paint_paragraphs({*before, *offered})
        self.changed.emit()

    def _raise(self, error: Exception) -> None:
        self._job = None
        raise error
