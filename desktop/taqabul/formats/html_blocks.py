"""The blocks of a page in the order they are shown, and where in the page each stands. Scripts are text we skip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex
from lxml import etree

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.formats.safe_xml import local_name

_UNSEEN: Final = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "object",
        "embed",
        "iframe",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "input",
        "textarea",
        "datalist",
        "map",
        "rp",
        "rt",
        "del",
    ]
)
_BLOCKS: Final = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_KINDS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
}
_NOTES: Final = {"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"}
_NOTE_IDS: Final = regex.compile(r"(?:sd)?(?:footnote|endnote)s?\d*", regex.I)
_MARKS: Final = {
    "noteref",
    "backlink",
    "footnote-ref",
    "footnote-back",
    "footnote-backref",
    "reference",
    "mw-editsection",
}
_MARK_CLASSES: Final = regex.compile(r"sd(?:foot|end)note(?:anc|sym)")
_PLACES: Final = {
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
_SPACE: Final = regex.compile(r"[ \t\r\n\f]+")
_SPACES: Final = regex.compile(r" {2,}")
_BREAKS: Final = regex.compile(r" *\n *")
_PARTED: Final = regex.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: what it is, why it may be no text, and how much of it are links (0–1)."""

    block: Block
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class _Surroundings:
    kind: BlockKind = BlockKind.PARAGRAPH
    aside: Aside | None = None
    keeps_space: bool = False


class _Walk:
    """Goes through a page once; what is gathered between two borders of blocks is one."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0

    def blocks(
        self, element: "etree._Element", around: _Surroundings, *, in_link: bool = False
    ) -> Iterator[Place]:
        name = local_name(element).lower()
        if not name or name in _UNSEEN:
            return
        says = len(element.attrib) > 0
        if says and (_is_hidden(element) or _is_mark_of_note(element, name)):
            return
        if name == "br":
            self._pieces.append("\n")
            return
        is_block = name in _BLOCKS
        if is_block:
            yield from self._done(around)
            around = _within(element, name, around, says=says)
        in_link = in_link or name == "a"
        self._add(element.text, around, in_link)
        for child in element:
            yield from self.blocks(child, around, in_link=in_link)
            self._add(child.tail, around, in_link)
        if is_block:
            yield from self._done(around)

    def _add(self, text: str | None, around: _Surroundings, in_link: bool) -> None:
        if text:
            self._pieces.append(text if around.keeps_space else _SPACE.sub(" ", text))
            self._linked += len(text.strip()) if in_link else 0

    def _done(self, around: _Surroundings) -> Iterator[Place]:
        """What was gathered; two line breaks one after the other part paragraphs, as old pages do."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        share = min(1.0, self._linked / max(1, len(text.strip())))
        self._pieces, self._linked = [], 0
        if not around.keeps_space:
            text = _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip(" \n")
        for part in _PARTED.split(text):
            if part.strip():
                yield Place(Block(part, around.kind, around.aside), share)


def places(root: "etree._Element") -> list[Place]:
    """All blocks of a page that are shown, in its order."""
    return list(_Walk().blocks(root, _Surroundings()))


def _within(element: "etree._Element", name: str, around: _Surroundings, *, says: bool) -> _Surroundings:
    """What holds inside a block; ``says`` where it has attributes. Inside of a cell or a note all is cell or note."""
    kind = _KINDS.get(name)
    if around.kind in {BlockKind.FOOTNOTE, BlockKind.CELL} or kind is None:
        kind = around.kind
    if says and _is_note(element):
        kind = BlockKind.FOOTNOTE
    aside = around.aside or (_aside_of(element, name) if says else _PLACES.get(name))
    keeps_space = around.keeps_space or name == "pre"
    if (kind, aside, keeps_space) == (around.kind, around.aside, around.keeps_space):
        return around
    return _Surroundings(kind, aside, keeps_space)


def _aside_of(element: "etree._Element", name: str) -> Aside | None:
    if name in {"html", "body", "article", "main"}:
        return None
    if element.get("title") in {"header", "footer"}:
        return Aside.RUNNING_HEAD  # LibreOffice's pages
    found = _PLACES.get(name) or _ROLES.get(element.get("role", ""))
    words = f"{element.get('class', '')} {element.get('id', '')}".split()
    named = {match.lastgroup for match in map(_CLASS.fullmatch, words) if match}
    return found or next((aside for aside in _CLASSES if aside.name in named), None)


def _is_note(element: "etree._Element") -> bool:
    return bool(_types(element) & _NOTES) or _NOTE_IDS.fullmatch(element.get("id", "")) is not None


def _is_mark_of_note(element: "etree._Element", name: str) -> bool:
    """Whether it is the number that leads to a note, or back from it."""
    if name not in {"a", "sup", "span"}:
        return False
    words = {*_types(element), *element.get("class", "").split()}
    return bool(words & _MARKS) or any(_MARK_CLASSES.fullmatch(word) for word in words)


def _types(element: "etree._Element") -> set[str]:
    """What an element says it is, in EPUB's words or in those for people who listen ("doc-footnote")."""
    said = (
        str(value)
        for key, value in element.attrib.items()
        if str(key).endswith(("}type", "epub:type", "role"))
    )
    return {word.removeprefix("doc-") for value in said for word in value.split()}


def _is_hidden(element: "etree._Element") -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None
