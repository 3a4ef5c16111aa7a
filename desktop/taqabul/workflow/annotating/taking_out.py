"""A bitext's annotations as files of the field, and what each format would lose, told before it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from taqabul.domain.errors import UnsupportedFormat
from taqabul.domain.ids import BitextId
from taqabul.formats.annotations.registry import (
    WRITERS,
    AnnotationWriter,
    ending_of,
    format_name,
    writer_named,
)
from taqabul.formats.atomic import check_place, replacing
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.library import Library

__all__ = [
    "TakenOut",
    "annotation_formats",
    "check_annotation_output",
    "ending_of",
    "format_names",
    "is_for_annotations",
    "losses",
    "take_out",
]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was written where: how many annotations, and in sentences what the format could not hold.

    ``replaced_characters`` are those that it had no place for.
    """

    path: Path
    format: str
    annotations: int
    losses: tuple[str, ...]
    replaced_characters: int


def annotation_formats() -> dict[str, str]:
    """The formats that annotations can be written in: ending of the file's name, with its dot, to name."""
    return {ending: writer.name for ending, writer in WRITERS.items()}


def format_names() -> list[str]:
    """What the command line calls the formats."""
    return [format_name(ending) for ending in WRITERS]


def is_for_annotations(out: Path) -> bool:
    """Whether the ending of a file's name asks for annotations."""
    return ending_of(out) is not None


def check_annotation_output(out: Path, format_: str | None = None) -> None:
    """Raise UnsupportedFormat or CannotWrite where writing annotations there is known to fail."""
    _writer(out, format_)
    check_place(out)


def losses(library: Library, bitext: BitextId, out: Path, format_: str | None = None) -> list[str]:
    """What would be lost in a file, a sentence with a number each. Raises UnsupportedFormat."""
    return _writer(out, format_).losses(annotated_bitext(library, bitext))


def take_out(
    library: Library,
    bitext: BitextId,
    out: Path,
    format_: str | None = None,
    tell: Callable[[Sequence[str]], None] | None = None,
) -> TakenOut:
    """Write a bitext's annotations; the ending of the file's name says the format unless it is named.

    ``tell`` hears before anything is written what will be lost. The file is replaced whole or not at all. Raises
    UnsupportedFormat, CannotWrite, InvalidInput.
    """
    writer = _writer(out, format_)
    annotated = annotated_bitext(library, bitext)
    lost = tuple(writer.losses(annotated))
    if tell is not None:
        tell(lost)
    with replacing(out) as stream:
        replaced = writer.write(annotated, stream)
    return TakenOut(out, writer.name, writer.held(annotated), lost, replaced)


def _writer(out: Path, format_: str | None) -> AnnotationWriter:
    if format_ is not None:
        return writer_named(format_)
    ending = ending_of(out)
    if ending is None:
        known = ", ".join(WRITERS)
        raise UnsupportedFormat(
            f"Taqabul cannot write annotations into this kind of file: {out}",
            f"End the file's name in one of: {known}.",
        )
    return WRITERS[ending]
