"""Versions in words: what a table of changes says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taqabul.domain.bitext import Link, LinkStatus
from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Direction, Language, Side
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.bitext.row_words import confidence_text, status_name
from taqabul.ui.core.i18n import translate
from taqabul.ui.history.written_words import written
from taqabul.workflow.act_versions import (
    DirectionVersions,
    LinkVersions,
    TextVersions,
    VerdictVersions,
    Versions,
)
from taqabul.workflow.history import JournalEntry
from taqabul.workflow.versions import Changes

Numbers = Mapping[ParagraphId, int]


@dataclass(frozen=True)
class ChangeLine:
    """A change as a line: what changed, its two versions in words, and the language they are in, if one."""

    what: str
    before: str | None
    after: str | None
    language: Language | None
    versions: Versions


def act_text(act: JournalEntry, verb: str) -> str:
    """What was done, with undoing said."""
    words = {
        "undo": translate("History", "undid “{verb}”"),
        "redo": translate("History", "did “{verb}” again"),
    }.get(act.kind, "{verb}")
    return words.format(verb=verb)


def lines(changes: Changes, languages: Mapping[Side, Language], book: LabelBook) -> list[ChangeLine]:
    """The changes of an act."""
    return [_line(one, changes.numbers, languages, book) for one in changes.versions]


def _line(one: Versions, numbers: Numbers, languages: Mapping[Side, Language], book: LabelBook) -> ChangeLine:
    match one:
        case TextVersions():
            what = translate("History", "Text {n}").format(n=one.number)
            return ChangeLine(what, one.before, one.after, languages[one.side], one)
        case DirectionVersions():
            what = translate("History", "Direction of text {n}").format(n=one.number)
            own = languages[one.side].direction
            return ChangeLine(what, _way(one.before or own), _way(one.after or own), None, one)
        case LinkVersions():
            before, after = (
                None if link is None else _link(link, numbers) for link in (one.before, one.after)
            )
            return ChangeLine(translate("History", "Pair"), before, after, None, one)
        case VerdictVersions():
            what = translate("History", "A pair that is gone")
            if one.now is not None:
                what = _sides(one.now, numbers)
            said = [_verdict(verdict.status, verdict.reason) for verdict in (one.before, one.after)]
            return ChangeLine(what, said[0], said[1], None, one)
        case _:
            return ChangeLine(*written(one, book), None, one)


def _way(direction: Direction) -> str:
    if direction is Direction.RTL:
        return translate("History", "right to left")
    return translate("History", "left to right")


def _link(link: Link, numbers: Numbers) -> str:
    parts = [_sides(link, numbers), _verdict(link.status, link.reason)]
    if link.confidence is not None:
        parts.append(confidence_text(link.confidence))
    if link.bookmarked:
        parts.append(translate("History", "bookmark"))
    return " · ".join(parts)


def _sides(link: Link, numbers: Numbers) -> str:
    return f"{_numbers(link.source, numbers)} – {_numbers(link.target, numbers)}"


def _numbers(paragraphs: Sequence[ParagraphId], numbers: Numbers) -> str:
    return "+".join(str(numbers.get(id_, "?")) for id_ in paragraphs) or translate("History", "nothing")


def _verdict(status: LinkStatus, reason: str) -> str:
    return f"{status_name(status)} ({reason})" if reason else status_name(status)
