"""What of a web page is its text, by trafilatura's judgement and by where each block stands."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from taqabul.domain.files import Aside, Block, BlockKind, Metadata
from taqabul.formats.blocks import iso_date
from taqabul.formats.html_blocks import Place

_log = logging.getLogger(__name__)

MOST_JUDGED: Final = 2_000_000
"""Characters of a page up to which its main text is looked for; longer ones are books, not pages with menus."""
MOST_ELEMENTS: Final = 20_000
"""Elements of a page up to which it is looked for: each takes it a tenth of a millisecond."""
_ALWAYS_ASIDE: Final = {Aside.CAPTION, Aside.CODE, Aside.COMMENTS, Aside.SHARING}
_LEAST_SHARE: Final = 0.3
"""Of the letters outside of menus and the like, what the judgement must keep to be believed: short pages have no text by it."""
_LINKED: Final = 0.5
_SHORT: Final = 20
_NO_LETTERS: Final = regex.compile(r"[^\p{L}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The text of a page as trafilatura takes it out of the rest, and what it finds said of it."""

    text: str
    metadata: Metadata


def judge(page: str, elements: int) -> Judgement:
    """What trafilatura says of a page's HTML; all empty where it finds nothing. It fetches nothing."""
    if len(page) > MOST_JUDGED or elements > MOST_ELEMENTS:
        return Judgement("", Metadata())
    from trafilatura import bare_extraction  # noqa: PLC0415 - a second to load, and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            page,
            include_comments=False,
            favor_recall=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001 - a page it stumbles over is read without its judgement
        _log.warning("The main text of a page could not be told", exc_info=True)
        return Judgement("", Metadata())
    if found is None or isinstance(found, dict):
        return Judgement("", Metadata())
    return Judgement(
        found.text or "",
        Metadata(
            title=found.title or "",
            author=found.author or "",
            date=iso_date(found.date or ""),
            source=found.url or found.sitename or "",
        ),
    )


def sorted_out(places: Sequence[Place], judgement: Judgement) -> list[Block]:
    """The blocks of a page, those that are hardly its text with the reason; one that is all preformatted is no code.

    A block between two of the main text stays with it unless it is all links or stands in a menu: of a text, too much
    is easier to mend than too little.
    """
    if all(place.block.aside is Aside.CODE for place in places):
        return [replace(place.block, aside=None) for place in places]
    lines = {_letters(line) for line in judgement.text.split("\n")}
    whole = _letters(judgement.text)
    main = [_is_in(_letters(place.block.text), lines, whole) for place in places]
    if not _is_believable(places, main):
        return [place.block for place in places]
    first, last = main.index(True), len(main) - 1 - main[::-1].index(True)
    title = _letters(judgement.metadata.title)
    return [
        _sorted(place, is_main=is_main, inside=first <= number <= last, title=title)
        for number, (place, is_main) in enumerate(zip(places, main, strict=True))
    ]


def _sorted(place: Place, *, is_main: bool, inside: bool, title: str) -> Block:
    block = place.block
    if block.aside in _ALWAYS_ASIDE or (block.aside is None and is_main):
        return block
    if is_main:
        return replace(block, aside=None)
    heads = block.kind is BlockKind.HEADING and _letters(block.text) and _letters(block.text) in title
    if block.aside is None and (heads or (inside and place.linked < _LINKED)):
        return block
    return replace(
        block, aside=block.aside or (Aside.READ_MORE if place.linked >= _LINKED and inside else Aside.MENU)
    )


def _is_in(letters: str, lines: set[str], whole: str) -> bool:
    return letters in lines or (len(letters) >= _SHORT and letters in whole)


def _is_believable(places: Sequence[Place], main: Sequence[bool]) -> bool:
    counted = [
        (len(place.block.text), is_main)
        for place, is_main in zip(places, main, strict=True)
        if place.block.aside is None and place.linked < _LINKED
    ]
    return any(main) and sum(n for n, is_main in counted if is_main) >= _LEAST_SHARE * sum(
        n for n, _ in counted
    )


def _letters(text: str) -> str:
    return str(_NO_LETTERS.sub("", text))
