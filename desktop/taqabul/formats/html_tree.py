"""A web page's bytes become text and a tree. Nothing is run, nothing is fetched."""

from typing import Final

import regex
from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.characters import NOT_XML
from taqabul.formats.encodings import NAMES, Decoded, decode
from taqabul.formats.plain_text import decode_named

MOST_TEXT: Final = 16 * 1024 * 1024
MOST_TAGS: Final = 1_000_000
"""The tags of a page: beginnings and ends; to look at so many takes some seconds."""
_DECLARED: Final = regex.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", regex.I)
_BEGINNING: Final = 8192
_SAVE_TEXT: Final = "Open it in a browser, copy its text and paste that."
_ALIASES: Final = {
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-6-e": "iso8859-6",
}
_NEVER: Final = {"utf-7", "utf7", "unicode-1-1-utf-7"}
_EMBEDDED: Final = regex.compile(r"data:[\w/+.-]*;base64,[A-Za-z0-9+/=%\s]*+")
_XML_DECLARATION: Final = regex.compile(r"\s*<\?xml[^>]*>")
_TAG: Final = regex.compile(r"""<[a-zA-Z](?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>=]++|=)*+""")
_LONG_VALUE: Final = regex.compile(r"""(=\s*+)(?:"[^"]{2000,}+"|'[^']{2000,}+')""")
_SHORT_TAG: Final = 1_000
_MOST_ATTRIBUTES: Final = 3 * 10**8
"""Squares of the attributes that one tag has: with them grows the time in which a tree is made."""
_TOO_DEEP: Final = "Excessive depth"


def decode_page(data: bytes, name: str, encoding: str | None, declared: str | None = None) -> Decoded:
    """A page's text: by the codec that was chosen, its marks, UTF-8, then what it declares, then what is plausible.

    ``declared`` is what came with the page from outside (the header of a mail). Raises UnreadableFile.
    """
    if encoding is None and not _is_utf(data):
        found = _DECLARED.search(data[:_BEGINNING])
        said = (declared or (found[1].decode("ascii", "replace") if found else "")).lower()
        said = _ALIASES.get(said, said)
        try:
            decoded = decode(data, said) if said and said not in _NEVER else None
        except UnreadableFile:
            decoded = None
        if decoded is not None:
            told = f"Read as {NAMES.get(decoded.encoding, decoded.encoding)}, as the page says."
            return Decoded(decoded.text, decoded.encoding, told, certain=True)
    return decode_named(data, name, encoding)


def parse_page(text: str, name: str) -> "etree._Element":
    """The root element of a page, however badly it is made. Raises UnreadableFile where nothing is in it."""
    text = NOT_XML.sub("", _EMBEDDED.sub("", _XML_DECLARATION.sub("", text, count=1)))
    if len(text) > MOST_TEXT or text.count("<") > MOST_TAGS:
        raise UnreadableFile(f"“{name}” is too long for a web page.", "Cut it into several files.")
    if _attributes(text) > _MOST_ATTRIBUTES:
        text = _TAG.sub(lambda tag: _LONG_VALUE.sub(r'\1""', tag[0]), text)
        if _attributes(text) > _MOST_ATTRIBUTES:
            raise UnreadableFile(f"“{name}” has a tag with thousands of attributes.", _SAVE_TEXT)
    from lxml import html  # noqa: PLC0415 - it loads the whole of HTTP

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableFile(f"“{name}” holds no page.", "Save it again in the browser.") from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise UnreadableFile(f"“{name}” is nested too deeply to be read.", _SAVE_TEXT)
    return root


def _attributes(text: str) -> int:
    """What the work of reading a page's attributes grows with."""
    tags = (tag[0] for tag in _TAG.finditer(text) if tag.end() - tag.start() > _SHORT_TAG)
    return sum((len(tag.split()) + tag.count("/") + tag.count("=")) ** 2 for tag in tags)


def _is_utf(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
