"""The formats that annotations can be written in, by the ending of the file's name or by their own name."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.errors import UnsupportedFormat
from taqabul.domain.labels import Purpose
from taqabul.formats.annotations.brat import BratWriter
from taqabul.formats.annotations.claim_review import ClaimReviewWriter
from taqabul.formats.annotations.conll import ConllWriter
from taqabul.formats.annotations.marot import MarotWriter
from taqabul.formats.annotations.own_json import OwnJsonWriter
from taqabul.formats.annotations.tables import CsvTableWriter
from taqabul.formats.annotations.web_annotation import WebAnnotationWriter
from taqabul.formats.annotations.workbook import WorkbookWriter
from taqabul.formats.annotations.xliff import XliffWriter
from taqabul.formats.annotations.xmi import XmiWriter


class AnnotationWriter(Protocol):
    """Writes a bitext with its annotations in one format; ``name`` is what people call the format."""

    @property
    def name(self) -> str:
        """What people call the format."""

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What the format cannot hold of this, a sentence with a number each."""

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write it; return how many characters the format could not hold and were replaced."""


WRITERS: Final[Mapping[str, AnnotationWriter]] = {
    ".json": OwnJsonWriter(),
    ".jsonld": WebAnnotationWriter(),
    ".brat.zip": BratWriter("brat, a document a side", together=False),
    ".brat-both.zip": BratWriter("brat, both sides in one", together=True),
    ".xmi.zip": XmiWriter("UIMA CAS XMI, a document a side", together=False),
    ".xmi-both.zip": XmiWriter("UIMA CAS XMI, both sides in one", together=True),
    ".conll.zip": ConllWriter(),
    ".its.xlf": XliffWriter(),
    ".marot.tsv": MarotWriter(),
    ".claimreview.jsonld": ClaimReviewWriter(),
    ".claims.csv": CsvTableWriter("Claims as a table", Purpose.CLAIMS),
    ".errors.csv": CsvTableWriter("Errors as a table", Purpose.ERRORS),
    ".claims.xlsx": WorkbookWriter("Claims as an Excel workbook", Purpose.CLAIMS),
    ".errors.xlsx": WorkbookWriter("Errors as an Excel workbook", Purpose.ERRORS),
    ".annotations.xlsx": WorkbookWriter("Excel workbook of tables"),
}
"""Writers by the ending of the file's name, of which the longest that fits counts."""


def format_name(ending: str) -> str:
    """What the command line calls a format: its ending without dots and wrapping, ``brat-both``."""
    return ending.removesuffix(".zip").lstrip(".").replace(".", "-")


def ending_of(path: Path) -> str | None:
    """The ending that decides a file's format; None where it is no format of annotations."""
    name = path.name.lower()
    fitting = [ending for ending in WRITERS if name.endswith(ending) and len(name) > len(ending)]
    return max(fitting, key=len, default=None)


def writer_named(name: str) -> AnnotationWriter:
    """The writer that the command line calls so; raises UnsupportedFormat."""
    named = {format_name(ending): writer for ending, writer in WRITERS.items()}
    if name not in named:
        raise UnsupportedFormat(f"There is no format called {name}.", f"There are: {', '.join(named)}.")
    return named[name]
