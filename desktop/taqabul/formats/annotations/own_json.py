"""Our own JSON: all that is known of a bitext and its annotations, and the same again when read.

The file is an object: ``format`` ("taqabul-annotations"), ``version`` (1), ``annotated``. The last holds the
fields of ``domain.annotated.AnnotatedBitext`` by their names, in lists and objects; fields that have their
default may be left out. ``resources/schemas`` has its JSON Schema (``own_schema``). Ids are numbers within the file, moments are ISO 8601, positions are code points.
"""

import json
from functools import cache
from typing import Any, BinaryIO, Final

from pydantic import TypeAdapter, ValidationError

from taqabul import __version__
from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.annotations.soundness import faults
from taqabul.formats.annotations.words import Cleaner

FORMAT: Final = "taqabul-annotations"
VERSION: Final = 1


@cache
def _adapter() -> TypeAdapter[AnnotatedBitext]:
    return TypeAdapter(AnnotatedBitext)


def records_schema() -> dict[str, Any]:
    """What ``annotated`` holds, as a JSON Schema."""
    return _adapter().json_schema()


class OwnJsonWriter:
    """Writes everything."""

    name = "Taqabul JSON"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:  # noqa: ARG002
        """Nothing is lost."""
        return []

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return len(annotated.annotations)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write it; return how many characters no file in UTF-8 can hold."""
        clean = Cleaner()
        held = _adapter().dump_python(annotated, exclude_defaults=True)
        whole = {"format": FORMAT, "version": VERSION, "made_by": f"taqabul {__version__}", "annotated": held}
        text = json.dumps(whole, ensure_ascii=False, indent=1, default=_plain)
        out.write(clean(text).encode())
        out.write(b"\n")
        return clean.replaced


def read(data: object) -> AnnotatedBitext:
    """What a file holds, from its JSON. Raises UnreadableFile where it is not such a file or is damaged."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UnreadableFile("The file is no Taqabul annotations file.", "Choose one that Taqabul exported.")
    if data.get("version") != VERSION:
        raise UnreadableFile(
            f"The annotations file has version {data.get('version')}; this Taqabul knows version {VERSION}.",
            "Update Taqabul.",
        )
    try:
        annotated = _adapter().validate_python(scrubbed(data.get("annotated")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise _damaged(f"{where}: {first['msg']}") from error
    wrong = next(faults(annotated), None)
    if wrong:
        raise _damaged(wrong)
    return annotated


def _damaged(what: str) -> UnreadableFile:
    return UnreadableFile(f"The annotations file is damaged: {what}.", "Export it anew.")


def scrubbed(value: Any) -> Any:  # noqa: ANN401  (JSON)
    """JSON with what no text can hold replaced, such as half a character."""
    if isinstance(value, str):
        return Cleaner()(value)
    if isinstance(value, list):
        return [scrubbed(one) for one in value]
    if isinstance(value, dict):
        return {scrubbed(key): scrubbed(one) for key, one in value.items()}
    return value


def _plain(value: object) -> str:
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat() if isoformat else value)
