"""brat standoff back in: a ZIP of documents, or one .ann file with its text beside it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from taqabul.domain.annotation import CONTEXT, AnnotationStatus, attributes_from
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.language import Side
from taqabul.formats.annotations.brat_names import (
    COMMENT,
    GAP,
    LINE_ENDS,
    PAIR,
    RECORD,
    STATUS,
    key_of,
    many_lines,
)
from taqabul.formats.annotations.incoming import Incoming, IncomingAnnotation, IncomingRelation, Quoted
from taqabul.formats.annotations.layout import BETWEEN_SIDES
from taqabul.formats.annotations.own_json import scrubbed
from taqabul.formats.annotations.words import moment
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_zip import open_zip

_BOUND: Final = re.compile(r"(T\S+)\t(\S+) ((?:\d{1,12} \d{1,12})(?:;\d{1,12} \d{1,12})*)(?:\t(.*))?")
_RELATION: Final = re.compile(r"(R\S+)\t(\S+) \S+?:(\S+) \S+?:(\S+)")
_ATTRIBUTE: Final = re.compile(r"[AM]\S*\t(\S+) (\S+)(?: (\S+))?")
_NOTE: Final = re.compile(r"#\S*\t(\S+) (\S+)(?:\t(.*))?", re.DOTALL)


def read_brat(path: Path) -> Incoming:
    """What brat's files hold. Raises UnreadableFile."""
    files = _zipped(path) if path.suffix.lower() == ".zip" else _beside(path)
    names = sorted(name[: -len(".ann")] for name in files if name.endswith(".ann"))
    if not names:
        raise UnreadableFile(
            f"“{path.name}” holds no .ann file.", "Choose a ZIP of brat's .txt and .ann files."
        )
    documents = [_Document(name, files.get(f"{name}.txt", ""), files[f"{name}.ann"]) for name in names]
    annotations: dict[str, IncomingAnnotation] = {}
    for document in documents:
        for one in document.annotations():
            known = annotations.get(one.key)
            annotations[one.key] = _joined(known, one) if known else one
    relations = tuple(one for document in documents for one in document.relations())
    remarks = tuple(remark for document in documents for remark in document.remarks)
    sides = {document.side for document in documents}
    told = frozenset(Side) if None in sides else frozenset(side for side in sides if side is not None)
    return Incoming(tuple(annotations.values()), relations, remarks=remarks, sides=told)


def _joined(known: IncomingAnnotation, more: IncomingAnnotation) -> IncomingAnnotation:
    """One annotation out of two lines about it."""
    return replace(
        known,
        spans=known.spans + more.spans,
        attributes=known.attributes or more.attributes,
        comment=known.comment or more.comment,
    )


class _Document:
    """One text with the lines about it."""

    def __init__(self, name: str, text: str, lines: str) -> None:
        self._name, self._text = name, text
        self.remarks: list[str] = []
        self._bounds: dict[str, tuple[str, list[tuple[int, int]], str]] = {}
        self._ties: dict[str, tuple[str, str, str]] = {}
        self._attributes: dict[str, list[tuple[str, str]]] = {}
        self._notes: dict[str, list[tuple[str, str]]] = {}
        passed_over = sum(not self._take(line) for line in re.split("\r?\n", lines) if line.strip())
        if passed_over:
            self.remarks.append(
                f"{name}.ann: {passed_over} lines were passed over (events, normalisations …)."
            )

    def _take(self, line: str) -> bool:
        if found := _BOUND.fullmatch(line):
            number, name, where, quote = found.groups()
            places = [tuple(map(int, place.split())) for place in where.split(";")]
            self._bounds[number] = (name, [(a, b) for a, b in places], quote or "")
        elif found := _RELATION.fullmatch(line.rstrip()):
            number, name, first, second = found.groups()
            self._ties[number] = (name, first, second)
        elif found := _ATTRIBUTE.fullmatch(line.rstrip()):
            name, number, value = found.groups()
            self._attributes.setdefault(number, []).append((name, value or ""))
        elif found := _NOTE.fullmatch(line):
            name, number, text = found.groups()
            self._notes.setdefault(number, []).append((name, many_lines(text or "")))
        return found is not None

    def annotations(self) -> Iterator[IncomingAnnotation]:
        """Its annotations; lines with the same uid are one."""
        for number, (name, places, quote) in self._bounds.items():
            record = self._record(number)
            attributes = dict(self._attributes.get(number, []))
            gap = attributes.get(GAP)
            status = attributes.get(STATUS, "")
            label_set = str(record.get("set", ""))
            yield IncomingAnnotation(
                key=self._key(number),
                uid=str(record.get("uid", "")),
                label_set=label_set,
                label=key_of(name).removeprefix(f"{label_set}."),
                spans=tuple(self._quoted(a, b) for a, b in self._stretches(places, gap)) or self._lost(quote),
                on_pair=PAIR in attributes,
                attributes=attributes_from(self._values(number)),
                comment="\n".join(text for name, text in self._notes.get(number, []) if name == COMMENT),
                status=AnnotationStatus(status)
                if status in set(AnnotationStatus)
                else AnnotationStatus.DRAFT,
                author=str(record.get("author", "")),
                created_at=moment(str(record.get("created", ""))),
                changed_by=str(record.get("changed_by", "")),
                changed_at=moment(str(record.get("changed", ""))),
                claim=str(record.get("claim", "")),
            )

    def relations(self) -> Iterator[IncomingRelation]:
        """Its relations."""
        for number, (name, first, second) in self._ties.items():
            if first not in self._bounds or second not in self._bounds:
                self.remarks.append(f"{self._name}.ann: {number} leads nowhere and was left out.")
                continue
            record = self._record(number)
            yield IncomingRelation(
                uid=str(record.get("uid", "")),
                label_set=str(record.get("set", "")),
                kind=key_of(name),
                source=self._key(first),
                target=self._key(second),
                author=str(record.get("author", "")),
                at=moment(str(record.get("at", ""))),
            )

    def _key(self, number: str) -> str:
        return str(self._record(number).get("uid") or f"{self._name}/{number}")

    def _record(self, number: str) -> Mapping[str, Any]:
        for name, text in self._notes.get(number, []):
            if name == RECORD:
                try:
                    record = json.loads(text)
                except (ValueError, RecursionError):
                    continue
                if isinstance(record, dict):
                    return {str(key): value for key, value in scrubbed(record).items()}
        return {}

    def _values(self, number: str) -> dict[str, list[str]]:
        values: dict[str, list[str]] = {}
        for name, value in self._attributes.get(number, []):
            if name not in (GAP, PAIR, STATUS):
                values.setdefault(key_of(name), []).append(key_of(value) or "yes")
        for name, text in self._notes.get(number, []):
            if name not in (COMMENT, RECORD):
                values.setdefault(key_of(name), []).append(text)
        return values

    def _stretches(self, places: list[tuple[int, int]], gap: str | None) -> list[tuple[int, int]]:
        """The places in the text, joined where only line ends part them."""
        inside = [(start, end) for start, end in places if 0 <= start <= end <= len(self._text)]
        if gap is not None:
            return [(start, start) if gap == "before" else (end, end) for start, end in inside[:1]]
        joined: list[tuple[int, int]] = []
        for start, end in inside:
            between = self._text[joined[-1][1] : start] if joined else ""
            if between and len(between) == 1 and between in LINE_ENDS:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined

    def _quoted(self, start: int, end: int) -> Quoted:
        side, first, last = self.side, 0, len(self._text)
        cut = self._text.find(BETWEEN_SIDES)
        if side is None and cut >= 0:
            after = cut + len(BETWEEN_SIDES)
            side, first, last = (Side.TARGET, after, last) if start >= after else (Side.SOURCE, 0, cut)
        prefix = self._text[max(first, start - CONTEXT) : start]
        suffix = self._text[end : min(last, end + CONTEXT)]
        return Quoted(side, start - first, end - first, self._text[start:end], prefix, suffix)

    def _lost(self, quote: str) -> tuple[Quoted, ...]:
        return (Quoted(self.side, None, None, quote),)

    @property
    def side(self) -> Side | None:
        """The side that its name tells; None where it does not."""
        name = self._name.rpartition("/")[2]
        return next((side for side in Side if name.startswith(f"{side}-")), None)


def _zipped(path: Path) -> dict[str, str]:
    with open_zip(read_bytes(path), path.name) as archive:
        wanted = sorted(name for name in archive.names if name.endswith((".ann", ".txt")))
        return {name: _decoded(path, archive.read(name)) for name in wanted}


def _beside(path: Path) -> dict[str, str]:
    return {
        f"{path.stem}{place.suffix.lower()}": _decoded(place, read_bytes(place))
        for place in (path, path.with_suffix(".txt"))
        if place == path or place.exists()
    }


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"“{path.name}” is not in UTF-8, which brat's files are.", "Save it as UTF-8."
        ) from error
