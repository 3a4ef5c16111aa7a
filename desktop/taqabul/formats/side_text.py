"""The text of one side by itself, as people corrected it: plain, or as a Word document."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from taqabul.domain.language import Language
from taqabul.formats.docx_file import opened
from taqabul.formats.docx_text import DocxText
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader
from taqabul.formats.xml_text import XmlText


@dataclass(frozen=True)
class SideWriter:
    """Writes the paragraphs of the side in a language; pairs do not matter to it."""

    name: str
    language: Language
    is_document: bool
    cannot_hold = frozenset[Kind]()

    def write_text(self, paragraphs: Iterable[str], out: BinaryIO, header: ExportHeader) -> int:
        """Write all paragraphs; return how many characters the format could not hold and were left out."""
        if not self.is_document:
            out.writelines(
                (f"\n{paragraph}\n" if number else f"{paragraph}\n").encode()
                for number, paragraph in enumerate(paragraphs)
            )
            return 0
        text, make = XmlText(), DocxText()
        with opened(out, header.title, header.created_at) as body:
            for paragraph in paragraphs:
                body(text.encoded(make.paragraph(paragraph, self.language)))
        return text.dropped
