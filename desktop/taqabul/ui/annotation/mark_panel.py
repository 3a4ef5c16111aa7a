"""All about one mark: its words, what is asked about it, its status, a comment, and what it is tied to."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.annotation import Annotation, Decision, Ruling
from taqabul.domain.labels import Attribute, AttributeKind, Words
from taqabul.text.direction import dir_attribute, isolated, isolated_by_letters
from taqabul.ui.annotation.attribute_form import AttributeForm
from taqabul.ui.annotation.fields import TextField
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.pens import line_colour
from taqabul.ui.annotation.quotes import in_place
from taqabul.ui.annotation.status_buttons import StatusButtons
from taqabul.ui.annotation.tie_part import Tie, TiePart
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.mixed_words import window_way
from taqabul.ui.core.scrolled import Scrolled
from taqabul.ui.core.theme import Colours

_COMMENT = Attribute("comment", AttributeKind.TEXT, Words())


class MarkPanel(Scrolled):
    """Shows a mark and says what a person changes of it, and from what they began. ``left`` asks to go back to the texts.

    ``lost`` gives what was written and could not be kept.
    """

    attributes_changed = Signal(object, object)
    comment_changed = Signal(str, str)
    status_changed = Signal(object)
    lost = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Annotation | None = None
        body = QWidget(self)
        self.head = QLabel(body)
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.RichText)
        self.statuses = StatusButtons(body)
        self.tied = TiePart(body)
        self.ties = self.tied.list
        self.form = AttributeForm(body)
        self.comment = TextField(_COMMENT, body)
        self.comment.edit.setAccessibleName(translate("Annotation", "Comment"))
        self.comment.edit.setPlaceholderText(translate("Annotation", "Comment (Enter keeps it)"))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.head)
        layout.addWidget(self.statuses)
        layout.addWidget(self.tied)
        layout.addWidget(self.form)
        layout.addWidget(self.comment)
        layout.addStretch(1)
        self.setWidget(body)
        self._parts = (self.form, self.comment, self.statuses)
        self._connect()

    def show_mark(
        self,
        mark: Annotation | None,
        book: LabelBook,
        ties: Sequence[Tie],
        people: Mapping[str, Sequence[str]],
        colours: Colours,
        decision: Decision | None = None,
    ) -> None:
        """Show a mark and what was decided on it, or that none is chosen."""
        if mark is None or self._shown is None or mark.id != self._shown.id:
            self._give_up()
        self._shown = mark
        for part in self._parts:
            part.setVisible(mark is not None)
        self.tied.show_ties(ties, colours)
        if mark is None:
            self.head.setText(
                f"<p style='color:{colours.muted.name()}'>"
                + escape(translate("Annotation", "No mark is chosen. “;” chooses the one under the cursor."))
                + "</p>"
            )
            return
        self.head.setText(head_html(mark, book, colours, decision))
        self.form.ask(book.attributes(mark), people, colours)
        self.form.show_values(mark.attributes)
        self.comment.show_values((mark.comment,) if mark.comment else ())
        self.statuses.show_status(mark.status)

    def _give_up(self) -> None:
        """The mark is left, or gone: what could not be kept on it is not to stand on another."""
        self.form.give_up()
        typed = self.comment.typed()
        self.comment.blockSignals(True)
        self.comment.edit.clearFocus()
        self.comment.show_values(())
        self.comment.blockSignals(False)
        if typed:
            self.lost.emit(typed)

    def fill_in(self) -> None:
        """Put the cursor where something is to be filled in."""
        if self._shown is not None and not self.form.begin():
            self.comment.setFocus()

    def write_comment(self) -> None:
        """Put the cursor into the comment."""
        if self._shown is not None:
            self.comment.setFocus()

    def _connect(self) -> None:
        self.statuses.chosen.connect(self.status_changed)
        self.form.changed.connect(lambda values: self.attributes_changed.emit(values, self.form.began))
        for form in (self.form, self.tied.form):
            form.lost.connect(self.lost)
        self.form.ended.connect(self.left)
        self.form.left.connect(self.left)
        self.comment.changed.connect(
            lambda: self.comment_changed.emit("".join(self.comment.values()), "".join(self.comment.began))
        )
        self.comment.done.connect(self.left)
        self.comment.left.connect(self.left)
        self.tied.left.connect(self.left)


def head_html(mark: Annotation, book: LabelBook, colours: Colours, decision: Decision | None = None) -> str:
    """A mark's label, words and author, and what became of it; the words in the direction of what they say."""
    colour = line_colour(book.label(mark).colour, colours).name()
    quotes = [in_place(span) for span in mark.spans] or [translate("Annotation", "the whole pair")]
    lost = [
        f"<p {dir_attribute(in_place(span))} style='color:{colours.poor.name()}'>⚠ {escape(in_place(span))}</p>"
        for span in mark.lost
    ]
    became = "" if decision is None else f"<p>{escape(fate(mark, decision))}</p>"
    who = f"{isolated(mark.author)}, {mark.created_at.astimezone():%Y-%m-%d %H:%M}"
    return (
        f"<p><span style='color:{colour}'>■</span> <b>{escape(book.name(mark))}</b></p>"
        + "".join(f"<p {dir_attribute(one)}>{escape(one)}</p>" for one in quotes)
        + "".join(lost)
        + f"<p {window_way()} style='color:{colours.muted.name()}'>{escape(who)}</p>"
        + became
    )


def fate(mark: Annotation, decision: Decision) -> str:
    """What somebody made of a mark, and why."""
    if mark.uid in decision.kept:
        said = translate("Annotation", "Stands, as {who} decided on {when}")
    elif decision.ruling is Ruling.EDITED:
        said = translate("Annotation", "Does not stand: {who} put something else in its place on {when}")
    else:
        said = translate("Annotation", "Does not stand, as {who} decided on {when}")
    told = said.format(who=isolated(decision.by), when=f"{decision.at.astimezone():%Y-%m-%d %H:%M}")
    return f"{told}: {isolated_by_letters(decision.reason)}" if decision.reason else told
