"""What the elements of a page are, by their names, their classes and what they say of themselves."""

from typing import Final

import regex
from lxml import etree

from taqabul.domain.files import Aside, BlockKind
from taqabul.formats.safe_xml import local_name

UNSEEN: Final = frozenset((
    "head", "script", "style", "noscript", "template", "svg", "math", "object", "embed", "iframe",
    "canvas", "audio", "video", "select", "button", "input", "textarea", "datalist", "map", "rp", "rt",
    "del",
))  # fmt: skip
"""Elements of which nothing is read."""
BLOCKS: Final = frozenset((
    "html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol",
    "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
))  # fmt: skip
"""Elements that begin and end a paragraph."""
KINDS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
}
_NOTES: Final = {"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"}
_NOTE_IDS: Final = regex.compile(r"(?:sd)?(?:footnote|endnote)s?\d*|(?:ftn|edn)\d+", regex.I)
_MARKS: Final = {
    "noteref",
    "backlink",
    "footnote-ref",
    "footnote-back",
    "footnote-backref",
    "reference",
    "mw-editsection",
    "MsoFootnoteReference",
    "MsoEndnoteReference",
}
_NUMBER: Final = regex.compile(r"\[?(?:\d{1,4}|[*†‡§]{1,4})\]?")
_MARK_CLASSES: Final = regex.compile(r"sd(?:foot|end)note(?:anc|sym)")
PLACES: Final = {
    "nav": Aside.MENU, "menu": Aside.MENU, "figcaption": Aside.CAPTION, "caption": Aside.CAPTION, "pre": Aside.CODE,
    "footer": Aside.MENU,
}  # fmt: skip
_ROLES: Final = {
    "navigation": Aside.MENU,
    "menu": Aside.MENU,
    "search": Aside.MENU,
    "contentinfo": Aside.MENU,
}
_CLASSES: Final = {
    Aside.COMMENTS: r"comments?|commentlist|comment-(?:list|form|respond|area)|disqus\w*|replies",
    Aside.SHARING: r"share|sharing|social\w*|share-\w+|addtoany\w*|sharedaddy",
    Aside.READ_MORE: r"related\w*|read-?more|most-?read|recommended|recommendations|more-(?:stories|news)|also-read",
    Aside.CAPTION: r"caption|wp-caption-text|photo-caption|image-caption",
    Aside.MENU: r"nav|navbar|navigation|menu|breadcrumbs?|sidebar|cookies?|cookie-\w+|site-(?:header|footer)|pagination|toc",
}
_CLASS: Final = regex.compile(
    "|".join(f"(?P<{aside.name}>{pattern})" for aside, pattern in _CLASSES.items()), regex.I
)
_HIDDEN: Final = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.I)


def aside_of(element: "etree._Element", name: str) -> Aside | None:
    """Why what stands in an element is hardly part of the text."""
    if name in {"html", "body", "article", "main"}:
        return None
    if element.get("title") in {"header", "footer"}:
        return Aside.RUNNING_HEAD  # LibreOffice's pages
    found = PLACES.get(name) or _ROLES.get(element.get("role", ""))
    words = f"{element.get('class', '')} {element.get('id', '')}".split()
    named = {match.lastgroup for match in map(_CLASS.fullmatch, words) if match}
    return found or next((aside for aside in _CLASSES if aside.name in named), None)


def is_note(element: "etree._Element") -> bool:
    """Whether it is a note to the text."""
    return bool(_types(element) & _NOTES) or _NOTE_IDS.fullmatch(element.get("id", "")) is not None


def is_mark_of_note(element: "etree._Element", name: str) -> bool:
    """Whether it is the number that leads to a note, or back from it."""
    if name not in {"a", "sup", "span"}:
        return False
    words = {*_types(element), *element.get("class", "").split()}
    if words & _MARKS or any(_MARK_CLASSES.fullmatch(word) for word in words):
        return True
    return _is_raised_link(element, name)


def _is_raised_link(element: "etree._Element", name: str) -> bool:
    """Whether it is a number, raised, that leads to a place: a link in a ``sup``, or the other way round."""
    other = {"sup": "a", "a": "sup"}.get(name)
    if len(element) != 1 or local_name(element[0]).lower() != other:
        return False
    link = element if name == "a" else element[0]
    words = "".join(str(text) for text in element.itertext())
    return "#" in link.get("href", "") and _NUMBER.fullmatch(words.strip()) is not None


def _types(element: "etree._Element") -> set[str]:
    """What an element says it is, in EPUB's words or in those for people who listen ("doc-footnote")."""
    said = (
        str(value)
        for key, value in element.attrib.items()
        if str(key).endswith(("}type", "epub:type", "role"))
    )
    return {word.removeprefix("doc-") for value in said for word in value.split()}


def is_hidden(element: "etree._Element") -> bool:
    """Whether nobody sees it."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None
