"""What files hold, as their readers found it: a text in blocks, or two texts whose links are known."""

from dataclasses import dataclass, field
from enum import StrEnum

from taqabul.domain.bitext import LinkStatus


class BlockKind(StrEnum):
    """What a block is in the file it comes from."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CELL = "cell"
    FOOTNOTE = "footnote"
    SUBTITLE = "subtitle"


class Aside(StrEnum):
    """Why a block is hardly part of the text, though it stands in the file."""

    MENU = "menu"
    CAPTION = "caption"
    COMMENTS = "comments"
    READ_MORE = "read-more"
    SHARING = "sharing"
    CODE = "code"
    RUNNING_HEAD = "running-head"
    PAGE_NUMBER = "page-number"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as its format parts it; line feeds in ``text`` are breaks inside it.

    ``aside`` where it is hardly part of the text.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    aside: Aside | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of its text. ``date`` is an ISO date or a part of one ("2025", "2025-03"); empty is unknown."""

    title: str = ""
    author: str = ""
    translator: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was read: its decoded text is kept, so that what was imported is recoverable.

    ``sha256`` is the hex digest of the file's bytes; ``encoding`` the codec that decoded them;
    ``findings`` tell people how that was decided and what looks wrong. ``blocks`` where the format itself says
    what parts paragraphs (``text`` then holds all of them, parted by blank lines); empty where it does not.
    ``certain`` is false where the encoding was guessed, or the file is damaged.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    findings: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    certain: bool = True


@dataclass(frozen=True, slots=True)
class ReadyLink:
    """A link that a file gives: numbers of source blocks and of target blocks, from 0. One side may be empty.

    ``reason`` is why somebody wants it looked at again, ``changed_by`` who touched it last; empty is unknown.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    status: LinkStatus = LinkStatus.PROPOSED
    confidence: float | None = None
    notes: tuple[str, ...] = ()
    reason: str = ""
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class BitextFile:
    """A file that holds both texts and what faces what: Arabic blocks (``source``), English ones (``target``).

    ``certain`` is false where it was guessed which part of it is which text.

    Every block is in exactly one link. ``text`` is what the file held, or what stands for it.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    source: tuple[Block, ...]
    target: tuple[Block, ...]
    links: tuple[ReadyLink, ...]
    findings: tuple[str, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    certain: bool = True
