"""Paragraphs of Word documents as XML: both directions, corrections as tracked changes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

from taqabul.domain.language import Direction, Language
from taqabul.formats.rows import Segment
from taqabul.formats.xml_text import attribute, escaped
from taqabul.text.changes import differences
from taqabul.text.direction import runs

_LANGUAGES = '<w:lang w:val="en-GB" w:bidi="ar-SA"/>'


class DocxText:
    """Makes paragraphs; numbers the changes it tracks."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def paragraph(self, text: str, language: Language, style: str = "") -> str:
        """A paragraph of a language; line feeds in it are breaks."""
        return _paragraph(_runs(text, language), language.direction, style)

    def corrected(self, segment: Segment, language: Language) -> str:
        """A paragraph whose corrections, where there are any, are changes that Word can take or refuse."""
        if segment.imported is None:
            return self.paragraph(segment.text, language)
        pieces = []
        for kind, text in differences(segment.imported, segment.text):
            deleted = kind == "removed"
            inside = _runs(text, language, "delText" if deleted else "t")
            pieces.append(
                inside if kind == "same" else self._change("del" if deleted else "ins", inside, segment)
            )
        return _paragraph("".join(pieces), language.direction, "")

    def _change(self, kind: str, inside: str, segment: Segment) -> str:
        moment = (segment.corrected_at or datetime.fromtimestamp(0, UTC)).astimezone(UTC)
        at = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        by = attribute(segment.corrected_by or "Taqabul")
        return f'<w:{kind} w:id="{next(self._numbers)}" w:author={by} w:date="{at}">{inside}</w:{kind}>'


def _paragraph(inside: str, direction: Direction, style: str) -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    bidi = "<w:bidi/>" if direction is Direction.RTL else ""
    return f"<w:p><w:pPr>{styled}{bidi}</w:pPr>{inside}</w:p>"


def _runs(text: str, language: Language, element: str = "t") -> str:
    return "".join(_run(piece, way, element) for way, piece in runs(text, language.direction))


def _run(text: str, direction: Direction, element: str) -> str:
    rtl = "<w:rtl/>" if direction is Direction.RTL else ""
    return f"<w:r><w:rPr>{rtl}{_LANGUAGES}</w:rPr>{''.join(_content(text, element))}</w:r>"


def _content(text: str, element: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "<w:br/>"
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield "<w:tab/>"
            if piece:
                yield f'<w:{element} xml:space="preserve">{escaped(piece)}</w:{element}>'
