"""TMX 1.x, the exchange format of translation memories, streamed: each translation unit is a pair."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile, Metadata
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions
from taqabul.formats.given_pairs import GivenPair, as_bitext, confidence_from, status_from
from taqabul.formats.inline_codes import plain_text
from taqabul.formats.language_tags import language_of_tag
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import local_name, stream_xml

MOST_BYTES: Final = 512 * 1024 * 1024
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A translation unit: its texts by the tag of their language, and what is said of it."""

    texts: Mapping[str, str]
    properties: Mapping[str, str]
    notes: tuple[str, ...]
    changed_by: str


def read(path: Path, options: ImportOptions) -> BitextFile:  # noqa: ARG001 - the file says how it is encoded
    """Read a translation memory. Of several Arabic or English variants, those in most units are taken.

    Raises UnreadableFile.
    """
    data = read_bytes(path, MOST_BYTES)
    title, units, codes = "", [], 0
    found_root = False
    for element in stream_xml(data, path.name, "{*}tu", "{*}header", "{*}tmx"):
        match local_name(element):
            case "tu":
                unit, dropped = _unit(element)
                units.append(unit)
                codes += dropped
            case "header":
                title = _properties(element).get("title", "")
            case _:
                found_root = True
    if not (units or found_root):
        raise UnreadableFile(
            f"“{path.name}” is not a TMX file.", "Choose a file that a translation tool exported."
        )
    tags = Counter(tag for unit in units for tag in unit.texts)
    variants = {language: _variants(tags, language) for language in Language}
    for language, of_language in variants.items():
        if not of_language:
            others = ", ".join(sorted(tags)[:10]) or "none"
            raise UnreadableFile(
                f"“{path.name}” has no {language.name.capitalize()} variants. Its languages: {others}.",
                "Choose a translation memory that holds Arabic and English.",
            )
    return as_bitext(
        path.name,
        hashlib.sha256(data).hexdigest(),
        [_pair(unit, variants) for unit in units],
        findings=_findings(variants, codes),
        metadata=Metadata(title=title),
    )


def _unit(element: "etree._Element") -> tuple[_Unit, int]:
    texts: dict[str, str] = {}
    codes = 0
    notes = []
    for child in element:
        match local_name(child):
            case "note":
                notes.append(_content(child))
            case "tuv":
                tag = (child.get(_XML_LANG) or child.get("lang") or "").casefold().replace("_", "-")
                segment = next((one for one in child if local_name(one) == "seg"), None)
                if segment is not None:
                    text, dropped = plain_text(segment)
                    texts.setdefault(tag, text)
                    codes += dropped
                notes += [_content(one) for one in child if local_name(one) == "note"]
    changed_by = element.get("changeid") or element.get("creationid") or ""
    return _Unit(texts, _properties(element), tuple(notes), changed_by), codes


def _properties(element: "etree._Element") -> dict[str, str]:
    """What the properties say, by their names without the "x-" of private ones."""
    return {
        child.get("type", "").removeprefix("x-"): _content(child)
        for child in element
        if local_name(child) == "prop"
    }


def _content(element: "etree._Element") -> str:
    """All text inside an element, most of which hold nothing else."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _variants(tags: Counter[str], language: Language) -> list[str]:
    """The tags of a language, those of most units first."""
    return [tag for tag, _ in tags.most_common() if language_of_tag(tag) is language]


def _pair(unit: _Unit, variants: Mapping[Language, Sequence[str]]) -> GivenPair:
    source, target = (
        next((unit.texts[tag] for tag in variants[language] if tag in unit.texts), "")
        for language in (Language.ARABIC, Language.ENGLISH)
    )
    told = unit.properties
    return GivenPair(
        source,
        target,
        status_from(told.get("status", "")),
        confidence_from(told.get("confidence", "")),
        unit.notes,
        told.get("reason", ""),
        unit.changed_by,
        tuple(told.get("source-ids", "").split()),
        tuple(told.get("target-ids", "").split()),
    )


def _findings(variants: Mapping[Language, Sequence[str]], codes: int) -> list[str]:
    found = [
        f"Of the {language.name.capitalize()} variants ({', '.join(tags)}), {tags[0]} is taken where there is a choice."
        for language, tags in variants.items()
        if len(tags) > 1
    ]
    if codes:
        found.append(f"{codes:,} codes of the layout were left out of the texts.")
    return found
