"""What all files of XLIFF share: namespaces, the states that stand for statuses, characters that XML cannot hold."""

import re
from typing import Final

from taqabul.domain.bitext import LinkStatus
from taqabul.formats.characters import NOT_UTF_8, NOT_XML
from taqabul.formats.xml_text import is_fit

XLIFF_2: Final = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of 2.0 and 2.1 alike."""
XLIFF_1: Final = "urn:oasis:names:tc:xliff:document:1.2"
METADATA: Final = "urn:oasis:names:tc:xliff:metadata:2.0"
STATES_2: Final = {
    LinkStatus.CONFIRMED: ("reviewed", None),
    LinkStatus.PROPOSED: ("translated", None),
    LinkStatus.NEEDS_REVIEW: ("translated", "taqabul:needs-review"),
    LinkStatus.REJECTED: ("initial", "taqabul:rejected"),
}
"""State and sub-state of a segment that has a target."""
STATES_1: Final = {
    LinkStatus.CONFIRMED: "signed-off",
    LinkStatus.PROPOSED: "translated",
    LinkStatus.NEEDS_REVIEW: "needs-review-translation",
    LinkStatus.REJECTED: "needs-translation",
}


def code_point(character: str) -> str | None:
    """How 2.1 writes a character that XML has no place for; None for half a surrogate pair, which is no character."""
    return None if NOT_UTF_8.match(character) else f"{ord(character):04X}"


def with_code_points(xml: str) -> str:
    """Escaped text whose unfit characters are elements of 2.1."""
    if is_fit(xml):
        return xml

    def element(found: "re.Match[str]") -> str:
        hexadecimal = code_point(found.group())
        return f'<cp hex="{hexadecimal}"/>' if hexadecimal else found.group()

    return NOT_XML.sub(element, xml)
