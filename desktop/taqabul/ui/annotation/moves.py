"""Moving the word cursor by key: visually to the sides, line by line, in reading order, by letters."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from taqabul.ui.annotation import walking, word_cursor
from taqabul.ui.annotation.word_cursor import WordCursor
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.bitext.selection import Place
from taqabul.ui.bitext.view import BitextView

if TYPE_CHECKING:
    from taqabul.ui.annotation.mode import Annotating


class Moves:
    """The moves of one mode, by the names of its keys."""

    def __init__(self, view: BitextView, mode: "Annotating") -> None:
        self._view, self._mode = view, mode

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each does."""
        made: dict[str, Callable[[], None]] = {
            "onwards": partial(self._read_on, 1),
            "back": partial(self._read_on, -1),
            "side": self._change_side,
            "release": self._release,
            "gap": self._toggle_gap,
            "hold": self._hold,
        }
        for name, extend in (("", False), ("extend-", True)):
            made |= {
                f"{name}right": partial(self._beside, 1, extend=extend),
                f"{name}left": partial(self._beside, -1, extend=extend),
                f"{name}down": partial(self._line, 1, extend=extend),
                f"{name}up": partial(self._line, -1, extend=extend),
                f"{name}first": partial(self._edge, 0, extend=extend),
                f"{name}last": partial(self._edge, -1, extend=extend),
            }
        for edge in ("start", "end"):
            made[f"{edge}-right"] = partial(self._trim, edge, 1)
            made[f"{edge}-left"] = partial(self._trim, edge, -1)
        made["sentence-right"] = partial(self._sentence, 1)
        made["sentence-left"] = partial(self._sentence, -1)
        return made

    def _beside(self, step: int, *, extend: bool) -> None:
        found = self._mode.now()
        if found is None:
            return
        place, laid, cursor = found
        rtl = _is_rtl(laid)
        forward = 1 if (step > 0) != rtl else -1
        if cursor.gap is not None and not extend:
            self._mode.put(word_cursor.next_gap(laid.paragraph.text, cursor, forward))
            return
        goal = walking.beside(laid, cursor.head, step, rtl=rtl)
        if goal is not None:
            self._mode.put(cursor.to(goal, extend=extend))
        elif not extend:
            self._enter(place, forward)

    def _line(self, step: int, *, extend: bool) -> None:
        found = self._mode.now()
        if found is None:
            self._enter_any(step)
            return
        place, laid, cursor = found
        goal = walking.above_or_below(laid, cursor.head, step)
        if goal is not None:
            self._mode.put(cursor.to(goal, extend=extend))
        elif not extend:
            self._enter(place, step, x=walking.middle(laid, cursor.head))
        else:
            self._edge(-1 if step > 0 else 0, extend=True)

    def _read_on(self, step: int) -> None:
        found = self._mode.now()
        if found is None:
            return
        place, laid, cursor = found
        goal = word_cursor.next_word(laid.paragraph.text, cursor, step)
        if goal is not None:
            self._mode.put(cursor.to(goal, extend=False))
        else:
            self._enter(place, step)

    def _sentence(self, step: int) -> None:
        found = self._mode.now()
        if found is None:
            return
        place, laid, cursor = found
        forward = 1 if (step > 0) != _is_rtl(laid) else -1
        spans = [(one.start, one.end) for one in laid.paragraph.sentences]
        begun = [span for span in spans if span[0] <= cursor.head[0]]
        if forward > 0:
            goals = [span for span in spans if span[0] > cursor.head[0]]
        else:
            goals = [span for span in begun if span[0] < cursor.head[0]][-1:]
        goal = word_cursor.at_word(laid.paragraph.text, goals[0][0]) if goals else None
        if goal is not None and goal.head != cursor.head:
            self._mode.put(goal)
        else:
            self._enter(place, forward)

    def _edge(self, which: int, *, extend: bool) -> None:
        found = self._mode.now()
        if found is None:
            return
        _place, laid, cursor = found
        text = laid.paragraph.text
        goal = word_cursor.at_word(text, 0 if which == 0 else len(text))
        if goal is not None:
            self._mode.put(cursor.to(goal.head, extend=extend))

    def _trim(self, edge: str, step: int) -> None:
        found = self._mode.now()
        if found is not None:
            _place, laid, cursor = found
            forward = 1 if (step > 0) != _is_rtl(laid) else -1
            self._mode.put(word_cursor.trimmed(laid.paragraph.text, cursor, edge, forward))

    def _release(self) -> None:
        found = self._mode.now()
        if found is not None:
            self._mode.put(word_cursor.released(found[1].paragraph.text, found[2]))

    def _toggle_gap(self) -> None:
        found = self._mode.now()
        if found is None:
            return
        text, cursor = found[1].paragraph.text, found[2]
        self._mode.put(
            word_cursor.at_word(text, cursor.span[0])
            if cursor.gap is not None
            else word_cursor.in_gap(text, cursor.span[0])
        )

    def _hold(self) -> None:
        self._mode.held = self._mode.chosen()
        self._read_on(1)

    def _change_side(self) -> None:
        place = self._view.place()
        if place is None:
            return
        other = self._view.place_in(place.position, place.side.other, place.part)
        self._view.go_to(other.position, other.side, other.part)

    def _enter(self, place: Place, step: int, *, x: float | None = None) -> None:
        """Go on in the next paragraph of this side (the one before, with -1) that has words."""
        goal = self._view.neighbour(place, step)
        while goal is not None:
            if goal.paragraph is not None:
                laid = self._view.cell(goal.position, goal.side).paragraphs[goal.part]
                text = laid.paragraph.text
                if x is None:
                    cursor = word_cursor.at_word(text, 0 if step > 0 else len(text))
                else:
                    span = walking.entering(laid, x, from_above=step > 0)
                    cursor = None if span is None else WordCursor(span, span)
                if cursor is not None:
                    self._mode.put(cursor, place=goal)
                    return
            goal = self._view.neighbour(goal, step)

    def _enter_any(self, step: int) -> None:
        place = self._view.place()
        if place is not None:
            self._enter(place, step)


def _is_rtl(laid: LaidParagraph) -> bool:
    """Whether a paragraph runs from right to left; a turned one does otherwise than its language."""
    return laid.layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
