"""RTF documents: paragraphs, headings, items, cells and notes, in whatever way their letters are written."""

from pathlib import Path
from typing import Final

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Metadata, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.blocks import counted, iso_date, running_head, text_file
from taqabul.formats.raw import read_bytes
from taqabul.formats.rtf_reading import Reading
from taqabul.formats.rtf_tokens import pieces

_START: Final = b"{\\rtf"
MOST_WORDS: Final = 4_000_000
"""Words and groups of a file: letters of other scripts are one or two each, and a book has a million letters."""


def read(path: Path, options: ImportOptions) -> TextFile:  # noqa: ARG001 - a document says itself how it is encoded
    """The paragraphs of a document, its notes after the text, its headers and footers as asides at the end.

    Deletions that were tracked are left out, and so are numbers that the program made. Raises UnreadableFile.
    """
    data = read_bytes(path)
    if not data.lstrip().startswith(_START):
        raise UnreadableFile(f"“{path.name}” is no RTF document.", "Choose a document with text in it.")
    if data.count(b"\\") + data.count(b"{") > MOST_WORDS:
        raise UnreadableFile(
            f"“{path.name}” holds too much for RTF.", "Save it as Word, or cut it into several files."
        )
    reading = Reading(path.name)
    for piece in pieces(data):
        reading.take(piece)
    reading.finish()
    findings = ["Read as an RTF document."]
    if reading.deletions:
        findings.append("Its tracked changes were read as if accepted.")
    if reading.notes:
        findings.append(f"{counted(len(reading.notes), 'paragraph')} of notes after the text.")
    heads = list(dict.fromkeys(block.text.strip() for block in reading.heads))
    return text_file(
        path,
        data,
        [*reading.body, *reading.notes, *(running_head(text) for text in heads if text)],
        encoding="rtf",
        findings=findings,
        metadata=Metadata(
            title=reading.said["title"].strip(),
            author=reading.said["author"].strip(),
            date=iso_date(reading.created),
        ),
    )
