"""XLIFF 1.2 and 2.x, the files that translation tools work on: each segment is a pair."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Final

import regex
from lxml import etree

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions
from taqabul.formats.given_pairs import GivenPair, as_bitext, confidence_from, turned
from taqabul.formats.inline_codes import plain_text
from taqabul.formats.language_tags import language_of_tag
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import local_name, stream_xml

MOST_BYTES: Final = 512 * 1024 * 1024
_INTO_ARABIC: Final[Mapping[tuple[Language | None, Language | None], bool]] = {
    (Language.ARABIC, Language.ENGLISH): False,
    (Language.ENGLISH, Language.ARABIC): True,
}
_REASON: Final = "reason for review"
_OWN_GROUP: Final = "taqabul:pair"
_OWN_IDS: Final = regex.compile(r"([\d. ]*) \| ([\d. ]*)")
_SURE: Final = frozenset({"signed-off", "final", "reviewed"})
"""The states of either version that say that somebody agreed; most others only say how far the work is."""


def read(path: Path, options: ImportOptions) -> BitextFile:  # noqa: ARG001 - the file says how it is encoded
    """Read a translation from or into Arabic; files in it of other languages are left out. Raises UnreadableFile."""
    data = read_bytes(path, MOST_BYTES)
    reading = _Reading()
    pairs: list[GivenPair] = []
    for element in stream_xml(data, path.name, "{*}trans-unit", "{*}unit", "{*}xliff"):
        if local_name(element) == "xliff":
            reading.found_root = True
        else:
            pairs += reading.unit(element)
    if not (reading.found_root or pairs):
        raise UnreadableFile(
            f"“{path.name}” is not an XLIFF file.", "Choose a file that a translation tool exported."
        )
    if not pairs and reading.others:
        languages = ", ".join(f"{one} to {other}" for one, other in reading.others)
        raise UnreadableFile(
            f"“{path.name}” is a translation from {languages}.",
            "Choose one from Arabic into English, or from English into Arabic.",
        )
    return as_bitext(path.name, hashlib.sha256(data).hexdigest(), pairs, findings=reading.findings())


class _Reading:
    """Reads units one after the other, and counts what is left out."""

    def __init__(self) -> None:
        self.found_root = False
        self.others: Counter[tuple[str, str]] = Counter()
        self._codes = 0
        self._numbers = count(1)

    def unit(self, unit: "etree._Element") -> list[GivenPair]:
        """The pairs of a unit, Arabic first; none where it is in other languages."""
        source, target = _languages(unit)
        into_arabic = _INTO_ARABIC.get((language_of_tag(source), language_of_tag(target)))
        if into_arabic is None:
            self.others[source or "?", target or "?"] += 1
            return []
        found = self._old_pairs(unit) if local_name(unit) == "trans-unit" else self._new_pairs(unit)
        pairs = list(found)
        return [turned(pair) for pair in pairs] if into_arabic else pairs

    def findings(self) -> list[str]:
        """What was left out, in sentences."""
        found = []
        if self._codes:
            found.append(f"{self._codes:,} codes of the layout were left out of the texts.")
        found += [
            f"{number:,} units from {one} to {other} were left out."
            for (one, other), number in self.others.items()
        ]
        return found

    def _old_pairs(self, unit: "etree._Element") -> Iterator[GivenPair]:
        """XLIFF 1.2: the parts that ``seg-source`` and the target mark with the same number, or the whole unit."""
        source, parted, target = (_child(unit, name) for name in ("source", "seg-source", "target"))
        status = _old_status(unit, target)
        ours, theirs = _marked(parted), _marked(target)
        told = [note for note in unit if local_name(note) == "note"]
        notes = tuple(_all_text(note) for note in told if note.get("from") != _REASON)
        reason = "".join(_all_text(note) for note in told if note.get("from") == _REASON)
        if ours and (theirs or target is None or not _all_text(target).strip()):
            for number in [*ours, *(number for number in theirs if number not in ours)]:
                texts = self._text(ours.get(number)), self._text(theirs.get(number))
                yield GivenPair(*texts, status, None, notes, reason)
                notes = ()
        else:
            ids = _OWN_IDS.fullmatch(unit.get("resname", ""))
            yield GivenPair(
                self._text(source),
                self._text(target),
                status,
                None,
                notes,
                reason,
                source_ids=tuple(ids[1].split()) if ids else (),
                target_ids=tuple(ids[2].split()) if ids else (),
            )

    def _new_pairs(self, unit: "etree._Element") -> Iterator[GivenPair]:
        """XLIFF 2.x: segments, whose targets may stand in another order."""
        number = next(self._numbers)
        about = _metadata(unit)
        notes = {note.get("id", str(at)): _all_text(note) for at, note in enumerate(_notes(unit))}
        parts = [child for child in unit if local_name(child) in ("segment", "ignorable")]
        named = {part: [id_ for id_ in _noted(part) if id_ in notes] for part in parts}
        of_others = {id_ for ids in named.values() for id_ in ids}
        for place, part in enumerate(parts, start=1):
            source, target = _child(part, "source"), _child(part, "target")
            order = "" if target is None else target.get("order", "")
            at = int(order) if order.isascii() and order.isdecimal() and len(order) < 9 else place
            told = about.get(part.get("id", ""), {})
            on_this = [*named[part], *(id_ for id_ in notes if place == 1 and id_ not in of_others)]
            yield GivenPair(
                self._text(source),
                self._text(target),
                _new_status(part, told),
                confidence_from(told.get("confidence", "")),
                tuple(notes[id_] for id_ in on_this),
                told.get("reason", ""),
                told.get("changed-by", ""),
                tuple(told.get("source-ids", "").split()) if told else (f"{number}.{place}",),
                tuple(told.get("target-ids", "").split()) if told else (f"{number}.{at}",),
            )

    def _text(self, element: "etree._Element | None") -> str:
        if element is None:
            return ""
        text, codes = plain_text(element)
        self._codes += codes
        return text


def _languages(unit: "etree._Element") -> tuple[str, str]:
    """The tags of the languages of a unit, by what it stands in; empty where nothing says it."""
    for holder in unit.iterancestors():
        match local_name(holder):
            case "file" if holder.get("source-language"):
                return holder.get("source-language", ""), holder.get("target-language", "")
            case "xliff":
                return holder.get("srcLang", ""), holder.get("trgLang", "")
            case _:
                pass
    return "", ""


def _child(element: "etree._Element", name: str) -> "etree._Element | None":
    return next((child for child in element if local_name(child) == name), None)


def _marked(element: "etree._Element | None") -> dict[str, "etree._Element"]:
    """The segments that are marked in a source or target, by their number."""
    if element is None:
        return {}
    found: dict[str, etree._Element] = {}
    for one in element.iter("{*}mrk"):
        if one.get("mtype") == "seg":
            found.setdefault(one.get("mid", ""), one)
    return found


def _notes(unit: "etree._Element") -> "list[etree._Element]":
    held = _child(unit, "notes")
    return [child for child in (unit if held is None else held) if local_name(child) == "note"]


def _noted(segment: "etree._Element") -> list[str]:
    """The ids of the notes that markers in a segment name."""
    refs = (one.get("ref", "") for one in segment.iter("{*}mrk") if one.get("type") == "comment")
    return list(dict.fromkeys(ref.removeprefix("#n=") for ref in refs))


def _metadata(unit: "etree._Element") -> dict[str, dict[str, str]]:
    """What the metadata module says in our words, by the id of the segment that it is about."""
    groups = (one for one in unit.iter("{*}metaGroup") if one.get("category") == _OWN_GROUP)
    return {
        group.get("id", ""): {one.get("type", ""): _all_text(one) for one in group.iter("{*}meta")}
        for group in groups
    }


def _old_status(unit: "etree._Element", target: "etree._Element | None") -> LinkStatus:
    if target is not None and target.get("state-qualifier", "").startswith("rejected"):
        return LinkStatus.REJECTED
    if target is not None and target.get("state") == "needs-translation" and _is_ours(unit):
        return LinkStatus.REJECTED
    if unit.get("approved") == "yes":
        return LinkStatus.CONFIRMED
    return LinkStatus.PROPOSED if target is None else _status(target.get("state", ""))


def _is_ours(unit: "etree._Element") -> bool:
    file = next((one for one in unit.iterancestors() if local_name(one) == "file"), None)
    return file is not None and file.get("tool-id") == "taqabul"


def _status(state: str) -> LinkStatus:
    if state in _SURE:
        return LinkStatus.CONFIRMED
    return LinkStatus.NEEDS_REVIEW if state.startswith("needs-") else LinkStatus.PROPOSED


def _new_status(segment: "etree._Element", told: Mapping[str, str]) -> LinkStatus:
    word = told.get("status") or segment.get("subState", "").rpartition(":")[2]
    own = next((status for status in LinkStatus if status.value == word), None)
    return own or _status(segment.get("state", ""))


def _all_text(element: "etree._Element") -> str:
    return "".join(map(str, element.itertext()))
