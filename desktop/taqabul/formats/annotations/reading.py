"""Files of annotations that come back in, by what they hold rather than by their names."""

import json
from pathlib import Path
from typing import Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.annotations import own_json
from taqabul.formats.annotations.brat_reader import read_brat
from taqabul.formats.annotations.incoming import Incoming
from taqabul.formats.annotations.web_reader import read_web
from taqabul.formats.raw import read_bytes

READ_ENDINGS: Final = (".json", ".jsonld", ".zip", ".ann")
"""What a file dialog offers."""


def read_annotations(path: Path) -> AnnotatedBitext | Incoming:
    """What a file of annotations holds: our JSON all there is, Web Annotations and brat's what they quote.

    Raises UnreadableFile.
    """
    if path.suffix.lower() in (".zip", ".ann"):
        return read_brat(path)
    try:
        return _from_json(path)
    except RecursionError as error:
        raise _no_annotations(path) from error


def _from_json(path: Path) -> AnnotatedBitext | Incoming:
    content = read_bytes(path)
    try:
        data = json.loads(content)
    except ValueError as error:
        raise _no_annotations(path) from error
    if isinstance(data, dict) and data.get("format") == own_json.FORMAT:
        return own_json.read(data)
    return read_web(data)


def _no_annotations(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"“{path.name}” holds no annotations that Taqabul reads.",
        "Choose Taqabul's JSON, Web Annotations in JSON-LD, or a ZIP of brat's files. Texts are brought in by aligning them.",
    )
