"""Subtitles (SubRip, WebVTT, SubStation Alpha): a block a cue. Their times are not kept."""

import html
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Block, BlockKind, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.blocks import counted, text_file
from taqabul.formats.contents import ending_of
from taqabul.formats.raw import read_bytes
from taqabul.text.newlines import normalise_newlines

MOST_BYTES: Final = 16 * 1024 * 1024
_FORMATS: Final = {".srt": "srt", ".vtt": "vtt", ".ass": "ass", ".ssa": "ssa"}
_TIME_TAG: Final = regex.compile(r"<[\d:.]+>")
_DRAWING: Final = regex.compile(r"\{[^}]*\\p[1-9]")
_ARROW: Final = "-->"


def read(path: Path, options: ImportOptions) -> TextFile:
    """The cues in the order of their times, without tags and styles; lines stay lines, direction marks stay.

    Text without any cue is read as plain text. Raises UnreadableFile.
    """
    data = read_bytes(path, MOST_BYTES)
    decoded = plain_text.decode_named(data, path.name, options.encoding)
    text = normalise_newlines(decoded.text).replace("\0", "")
    form = _FORMATS.get(ending_of(path)) or _FORMATS.get(path.suffix.lower(), "srt")
    cues = list(_cues(path.name, _only_cues(text) if form == "vtt" else text, form))
    if not cues:
        file = plain_text.read(path, options)
        return replace(file, findings=(*file.findings, "There are no subtitles in it: read as plain text."))
    findings = [decoded.how, f"Read as subtitles: {counted(len(cues), 'cue')}; their times are not kept."]
    return text_file(
        path,
        data,
        (Block(cue, BlockKind.SUBTITLE) for cue in cues),
        encoding=decoded.encoding,
        certain=decoded.certain,
        findings=findings,
    )


def _cues(name: str, text: str, form: str) -> Iterator[str]:
    import pysubs2  # noqa: PLC0415 - only who reads subtitles waits for it

    try:
        with warnings.catch_warnings(action="ignore"):  # about fonts and margins
            file = pysubs2.SSAFile.from_string(text, format_=form)
    except (pysubs2.exceptions.Pysubs2Error, ValueError, LookupError, TypeError, OverflowError) as error:
        raise UnreadableFile(
            f"“{name}” is no file of subtitles that could be read.",
            "Save it as .srt in a program for subtitles and import that.",
        ) from error
    shown = [event for event in file if not event.is_comment and not _DRAWING.search(event.text)]
    shown.sort(key=lambda event: event.start)
    cues = dict.fromkeys((event.start, event.end, event.plaintext.strip()) for event in shown)
    return (html.unescape(cue) if form == "vtt" else cue for _, _, cue in cues if cue)


def _only_cues(text: str) -> str:
    """WebVTT without its comments, styles and the names of cues, which the library takes for words of the cue before."""
    cues = []
    for block in regex.split(r"\n[^\S\n]*\n", text):
        lines = block.split("\n")
        times = next((number for number, line in enumerate(lines) if _ARROW in line), None)
        if times is not None:
            cues.append("\n".join(lines[times:]))
    return str(_TIME_TAG.sub("", "\n\n".join(cues)))
