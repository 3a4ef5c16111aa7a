"""XLIFF 2.1: a unit a pair, errors as localization-quality issues of its ITS module, other labels as markers."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Note
from taqabul.domain.bitext import Link
from taqabul.domain.ids import LinkId
from taqabul.domain.labels import Purpose
from taqabul.domain.language import Side
from taqabul.formats.annotations.brat_names import brat_name
from taqabul.formats.annotations.issue_types import SEVERITIES, issue_type
from taqabul.formats.annotations.layout import Layout, RunningText
from taqabul.formats.annotations.losses import broken, nothing_of, of_purpose, placed, told
from taqabul.formats.annotations.words import Cleaner, label_path
from taqabul.formats.characters import NOT_XML
from taqabul.formats.xliff_words import STATES_2, code_point
from taqabul.formats.xliff_words import XLIFF_2 as XLIFF

ITS: Final = "http://www.w3.org/2005/11/its"
NAMESPACES: Final[dict[str | None, str]] = {None: XLIFF, "its": ITS}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Marker = tuple[str, dict[str, str]]
"""A marker's id, and its attributes."""


class XliffWriter:
    """Writes XLIFF 2.1 with ITS."""

    name = "XLIFF 2.1 with ITS quality issues"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What units and markers cannot hold."""
        layout = Layout(annotated)
        errors = of_purpose(annotated, Purpose.ERRORS)
        others = sum(
            key not in ("severity", "correction")
            for one in annotated.annotations
            for key, _ in one.attributes
        )
        elsewhere = sum(note.link is None for note in annotated.notes)
        unknown = sum(
            issue_type([label.key for label in found.lineage(one.label)]) == "other"
            for one in errors
            if (found := annotated.label_sets.get(one.label_set))
        )
        crossing = _crossing(annotated)
        return [
            *told(sum(bool(one.value("severity")) for one in errors), "severity", "severities",
                  "written as numbers: neutral 0, minor 20, major 60, critical 100."),
            *told(unknown, "error with a category that ITS does not know",
                  "errors with a category that ITS does not know", "of the type “other”, named in the comment."),
            *told(others, "attribute other than severity and correction",
                  "attributes other than severity and correction", "left out."),
            *told(broken(layout, annotated.annotations), "discontinuous annotation", "discontinuous annotations",
                  "each stretch is marked by itself."),
            *told(crossing, "pair out of order", "pairs out of order",
                  "where their target stands in the target text is not written."),
            *told(elsewhere, "note on an annotation or a text", "notes on annotations or texts", "left out."),
            *nothing_of(
                annotated, relations="left out.", claims="left out.", orphans="left out.",
                statuses="left out, and so are names and times.",
            ),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return placed(annotated)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the file unit by unit; return how many characters XML could not hold."""
        clean = Cleaner(xml=True)
        languages = {side: annotated.text(side).document.language for side in Side}
        source, target = languages[Side.SOURCE], languages[Side.TARGET]
        root = {
            "version": "2.1",
            "srcLang": source.value,
            "trgLang": target.value,
            f"{{{ITS}}}version": "2.0",
        }
        file = {
            "id": "f1",
            "original": clean(annotated.bitext.title) or "untitled",
            "srcDir": source.direction.value,
            "trgDir": target.direction.value,
        }
        with etree.xmlfile(out, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element(f"{{{XLIFF}}}xliff", root, nsmap=NAMESPACES):
                xml.write("\n")
                with xml.element(f"{{{XLIFF}}}file", file):
                    xml.write("\n")
                    for unit in _units(annotated, clean):
                        xml.write(unit, "\n")
                xml.write("\n")
        return clean.replaced


def _units(annotated: AnnotatedBitext, clean: Cleaner) -> Iterator["etree._Element"]:
    layout = Layout(annotated)
    marked: dict[int, list[Annotation]] = {}
    for one in annotated.annotations:
        for row in dict.fromkeys(layout.rows[span.paragraph] for span in layout.spans(one)):
            marked.setdefault(row, []).append(one)
    notes: dict[LinkId, list[Note]] = {}
    for note in annotated.notes:
        if note.link is not None:
            notes.setdefault(note.link, []).append(note)
    for number, link in enumerate(annotated.links, start=1):
        unit = _unit({"id": f"u{number}", "name": str(link.id), _SPACE: "preserve"})
        _add_notes(unit, notes.get(link.id, []), clean)
        _add_segment(unit, layout, link, marked.get(number - 1, []), clean)
        yield unit
    if not annotated.links:
        # A file holds one unit at least.
        unit = _unit({"id": "u1"})
        etree.SubElement(etree.SubElement(unit, f"{{{XLIFF}}}segment"), f"{{{XLIFF}}}source")
        yield unit


def _add_notes(unit: "etree._Element", notes: list[Note], clean: Cleaner) -> None:
    if notes:
        held = etree.SubElement(unit, f"{{{XLIFF}}}notes")
        for number, note in enumerate(notes, start=1):
            category = clean(note.author) or "note"
            element = etree.SubElement(held, f"{{{XLIFF}}}note", id=f"n{number}", category=category)
            element.text = clean(note.text)


def _add_segment(
    unit: "etree._Element", layout: Layout, link: Link, annotations: list[Annotation], clean: Cleaner
) -> None:
    state, sub_state = STATES_2[link.status] if link.target else ("initial", None)
    segment = etree.SubElement(unit, f"{{{XLIFF}}}segment", id="s1", state=state)
    if sub_state:
        segment.set("subState", sub_state)
    markers = [_marker(layout, one, f"m{number}", clean) for number, one in enumerate(annotations, start=1)]
    for side in Side:
        if side is Side.TARGET and not link.target:
            continue
        wanted = set(link.side(side))
        held = [one for one in layout.annotated.text(side).paragraphs if one.id in wanted]
        text = RunningText(held, ["\n"] * (len(held) - 1))
        places = [
            (text.place(span), _numbered(layout, one, marker, side, number))
            for one, marker in zip(annotations, markers, strict=True)
            for number, span in enumerate(s for s in layout.on_side(one, side) if s.paragraph in text)
        ]
        element = etree.SubElement(segment, f"{{{XLIFF}}}{side}")
        _fill(element, text.text, places, clean)


def _numbered(layout: Layout, one: Annotation, marker: Marker, side: Side, number: int) -> Marker:
    """A marker with an id of its own where an annotation has several stretches on a side."""
    is_single = all(len(layout.on_side(one, each)) <= 1 for each in Side)
    name, values = marker
    return (name if is_single else f"{name}-{side}-{number + 1}"), values


def _marker(layout: Layout, one: Annotation, name: str, clean: Cleaner) -> Marker:
    sets = layout.annotated.label_sets
    found = sets.get(one.label_set)
    path = "/".join(label_path(sets, one))
    if found is None or found.purpose is not Purpose.ERRORS:
        told_more = f"{path}: {one.comment}" if one.comment else path
        return name, {"type": f"taqabul:{brat_name(one.label)}", "value": clean(told_more)}
    correction = f"→ {one.value('correction').strip()}" if one.values("correction") else ""
    *before, last = (part for part in (path, one.comment, correction) if part)
    comment = " ".join([*map(_ended, before), last])
    issue = issue_type([label.key for label in found.lineage(one.label)])
    severity = SEVERITIES.get(one.value("severity"))
    return name, {
        "type": "its:any",
        f"{{{ITS}}}locQualityIssueType": issue,
        f"{{{ITS}}}locQualityIssueComment": clean(comment),
        **({f"{{{ITS}}}locQualityIssueSeverity": severity} if severity else {}),
    }


def _unit(values: dict[str, str]) -> "etree._Element":
    return etree.Element(f"{{{XLIFF}}}unit", values, NAMESPACES)  # type: ignore[arg-type] # its stub knows no default


def _ended(part: str) -> str:
    """A part of a comment with a full stop, where it does not end as a sentence."""
    return part if part.endswith((".", "!", "?", "…", "؟")) else f"{part}."


def _fill(
    element: "etree._Element", text: str, places: list[tuple[tuple[int, int], Marker]], clean: Cleaner
) -> None:
    """Text with markers before and after stretches, which may overlap."""
    events: list[tuple[int, int, list[etree._Element]]] = []
    for (start, end), (name, values) in places:
        begin = etree.Element(f"{{{XLIFF}}}sm", {"id": name, **values})
        finish = etree.Element(f"{{{XLIFF}}}em", {"startRef": name})
        if start == end:
            events.append((start, 1, [begin, finish]))
        else:
            events += [(start, 2, [begin]), (end, 0, [finish])]
    for found in NOT_XML.finditer(text):
        if hexadecimal := code_point(found.group()):
            events.append((found.start(), 3, [etree.Element(f"{{{XLIFF}}}cp", {"hex": hexadecimal})]))
    at = 0
    for position, order, elements in sorted(events, key=lambda event: event[:2]):
        _add_text(element, clean(text[at:position]))
        at = position + (order == 3)
        for one in elements:
            element.append(one)
    _add_text(element, clean(text[at:]))


def _add_text(element: "etree._Element", text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _crossing(annotated: AnnotatedBitext) -> int:
    """How many pairs have a target that stands before that of an earlier pair."""
    ranks = {one.id: one.rank for one in annotated.target.paragraphs}
    firsts = [ranks[link.target[0]] for link in annotated.links if link.target]
    number, highest = 0, -1
    for rank in firsts:
        number += rank < highest
        highest = max(highest, rank)
    return number
