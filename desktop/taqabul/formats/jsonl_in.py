"""JSON Lines as bitexts: an object a line, in our words or in those that data sets use."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions
from taqabul.formats.encodings import decode
from taqabul.formats.given_pairs import GivenPair, arabic_first, as_bitext, status_from
from taqabul.formats.language_tags import language_of_tag
from taqabul.formats.raw import read_bytes

MOST_BYTES: Final = 512 * 1024 * 1024
_NESTED: Final = "translation"
_SIDES: Final = (("source", "target"), ("src", "tgt"), ("src", "trg"), ("source_text", "target_text"))
"""Keys of the two texts, where they do not name the language."""
_HINT: Final = (
    'Each line should hold an object such as {"ar": "…", "en": "…"} or {"source": "…", "target": "…"}.'
)


def read(path: Path, options: ImportOptions) -> BitextFile:
    """Read a file of pairs. Raises UnreadableFile, with the line where one is not understood."""
    data = read_bytes(path, MOST_BYTES)
    try:
        decoded = decode(data, options.encoding)
    except UnreadableFile as error:
        raise UnreadableFile(f"“{path.name}”: {error.message}", error.hint) from error
    pairs: list[GivenPair] = []
    unsaid: list[int] = []
    for number, found in _objects(decoded.text, path.name):
        pair, is_sure = _pair(found)
        if pair is None:
            raise UnreadableFile(f"Line {number:,} of “{path.name}” holds no pair of texts.", _HINT)
        if not is_sure:
            unsaid.append(len(pairs))
        pairs.append(pair)
    for place, pair in zip(unsaid, arabic_first([pairs[place] for place in unsaid]), strict=True):
        pairs[place] = pair
    return as_bitext(
        path.name,
        hashlib.sha256(data).hexdigest(),
        pairs,
        encoding=decoded.encoding,
        findings=(decoded.how,),
    )


def _objects(text: str, name: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableFile(f"Line {number:,} of “{name}” is no JSON: {error}.", _HINT) from error
        if not isinstance(found, dict):
            raise UnreadableFile(f"Line {number:,} of “{name}” holds no object.", _HINT)
        yield number, found


def _pair(found: Mapping[str, object]) -> tuple[GivenPair | None, bool]:
    """The pair of an object, and whether its keys say which side is Arabic."""
    nested = found.get(_NESTED)
    for one in (nested, found):
        if isinstance(one, dict):
            texts = {
                language: value
                for key, value in one.items()
                if (language := language_of_tag(key)) is not None
            }
            if texts.keys() >= set(Language):
                return _with(found, texts[Language.ARABIC], texts[Language.ENGLISH]), True
    for ours, theirs in _SIDES:
        if ours in found and theirs in found:
            return _with(found, found[ours], found[theirs]), False
    return None, False


def _with(found: Mapping[str, object], source: object, target: object) -> GivenPair:
    confidence = found.get("confidence")
    is_number = isinstance(confidence, int | float) and not isinstance(confidence, bool)
    return GivenPair(
        _text(source),
        _text(target),
        status_from(_text(found.get("status"))),
        float(confidence) if is_number and 0 <= confidence <= 1 else None,  # type: ignore[operator,arg-type]
        tuple(_texts(found.get("notes") or found.get("note"))),
        _text(found.get("reason")),
        "",
        tuple(_texts(found.get("source_ids"))),
        tuple(_texts(found.get("target_ids"))),
    )


def _text(value: object) -> str:
    match value:
        case str():
            return value
        case int() | float():
            return str(value)
        case _:
            return ""


def _texts(value: object) -> Sequence[str]:
    return [_text(one) for one in value] if isinstance(value, list) else [_text(value)] if value else []
