"""PDF documents with text in them: paragraphs made of what stands on their pages."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Aside, BlockKind, Metadata, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.blocks import counted, text_file
from taqabul.formats.pdf_worker import Extracted, Failure, Refusal, work
from taqabul.formats.plausibility import hides_its_letters
from taqabul.formats.raw import kind_of, read_bytes

MAX_BYTES: Final = 256 * 1024 * 1024
_HEAD: Final = 1024
"""Bytes in which a PDF document says that it is one."""
PAGE_SECONDS: Final = 30
ALL_SECONDS: Final = 600
"""How long a page and a document may take."""
_STARTING_SECONDS: Final = 60
_SAMPLE: Final = 200_000
_HIDDEN: Final = (
    "Hardly a word of it is Arabic or English: its fonts may not say which letters they show. "
    "Where the letters are wrong, have its text recognised (OCR), or save the original as Word or text."
)

_REFUSALS: Final[Mapping[Refusal, tuple[str, str]]] = {
    Refusal.BROKEN: (
        "is damaged: it cannot be opened as a PDF document.",
        "Get it anew from where it comes, or print it to a new PDF from a program that opens it.",
    ),
    Refusal.PASSWORD: (
        "is protected by a password.",
        "Open it in a PDF viewer with the password, print it to a new PDF and import that.",
    ),
    Refusal.TOO_LONG: ("has too many pages or letters.", "Cut it into several files."),
    Refusal.NO_TEXT: (
        "holds no text: its pages are pictures, as scanners make them.",
        "Have its text recognised first (OCR), and import the document that comes of it.",
    ),
    Refusal.NO_LETTERS: (
        "does not say which letters its signs stand for.",
        "Have its text recognised (OCR), or save the original as Word or text.",
    ),
}


def read(path: Path, options: ImportOptions) -> TextFile:  # noqa: ARG001 - every reader is called so
    """Read a PDF document. Raises UnreadableFile, with a word on what to do, where it is broken, protected or scanned."""
    data = read_bytes(path, MAX_BYTES)
    if b"%PDF-" not in data[:_HEAD]:
        kind = kind_of(data)
        raise UnreadableFile(
            f"“{path.name}” is {kind}, not a PDF document."
            if kind
            else f"“{path.name}” is not a PDF document.",
            "Give it the extension of what it is, and import it again.",
        )
    extracted = _extracted(path)
    if isinstance(extracted, Refusal):
        what, hint = _REFUSALS[extracted]
        raise UnreadableFile(f"“{path.name}” {what}", hint)
    hidden = hides_its_letters("\n".join(block.text for block in extracted.blocks)[:_SAMPLE])
    return text_file(
        path,
        data,
        extracted.blocks,
        findings=[*([_HIDDEN] if hidden else []), *_findings(extracted)],
        metadata=Metadata(title=extracted.title, author=extracted.author),
        certain=not hidden,
    )


def _extracted(path: Path) -> Extracted | Refusal:
    """What a document holds, read by a process of its own that is stopped where it takes too long."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=work, args=(theirs, path), daemon=True)
    worker.start()
    theirs.close()
    end = time.monotonic() + ALL_SECONDS
    wait: float = _STARTING_SECONDS
    try:
        while time.monotonic() < end and ours.poll(wait):
            received = ours.recv()
            if isinstance(received, Failure):
                raise received
            if received is not None:
                result: Extracted | Refusal = received
                return result
            wait = PAGE_SECONDS
    except EOFError:  # the process ended: PDFium gave up, or there was no memory left
        return Refusal.BROKEN
    finally:
        worker.kill()
        worker.join()
        ours.close()
    raise UnreadableFile(
        f"“{path.name}” takes too long to read: its pages are too large or made to be so.",
        "Print it to a new PDF, or cut it into several files.",
    )


def _findings(extracted: Extracted) -> Iterator[str]:
    """What was found and done, in sentences."""
    yield (
        f"Read as a PDF document of {counted(extracted.pages, 'page')}; its paragraphs were put together from lines."
    )
    if extracted.empty_pages:
        yield f"{counted(extracted.empty_pages, 'page')} without text: if scanned, the document needs OCR."
    asides = Counter(block.aside for block in extracted.blocks if block.aside)
    notes = sum(block.kind is BlockKind.FOOTNOTE for block in extracted.blocks)
    for count, noun, what in (
        (asides[Aside.RUNNING_HEAD], "running head", "marked as none of the text"),
        (asides[Aside.PAGE_NUMBER], "page number", "marked as none of the text"),
        (extracted.columns, "page", "with columns, read column by column"),
        (notes, "footnote", "set after the text"),
        (extracted.references, "footnote number", "raised in the text taken out of it"),
        (extracted.shapes, "shape", "of a letter (presentation form) made a letter"),
        (extracted.strokes, "stroke", "that only stretches a word taken out"),
        (extracted.turned, "line", "with its last letter first turned around"),
        (extracted.lam_alef, "time", "lam and alef put in order"),
        (extracted.split_words, "space", "inside a word taken out"),
        (extracted.hyphens, "word", "parted at the end of a line joined"),
        (extracted.askew, "sign", "askew on the page left out"),
        (extracted.unmapped, "sign", "without a letter in the file missing: look the text over"),
    ):
        if count:
            yield f"{counted(count, noun)} {what}."
