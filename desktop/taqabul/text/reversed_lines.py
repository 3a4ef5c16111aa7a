"""Arabic lines whose letters stand in the order they are seen, last letter first: seen, and turned around.

Bad extraction from PDF documents leaves them so. They are told by what no Arabic word does: ة and ى stand at
its beginning, the article's letters at its end (ةنيدملا for المدينة), and by common words turned around.
"""

from functools import lru_cache
from typing import Final

import regex

_WORD: Final = regex.compile(r"[\p{Arabic}\p{M}--\p{N}]+", regex.V1)
_UNSOUNDED: Final = regex.compile(r"[\p{M}\u0640]+")
_COMMON: Final = frozenset(
    (
        *(
            "في",
            "من",
            "على",
            "إلى",
            "الى",
            "أن",
            "ان",
            "إن",
            "عن",
            "مع",
            "هذا",
            "هذه",
            "التي",
            "الذي",
            "ما",
            "لا",
            "كان",
        ),
        *(
            "كانت",
            "قال",
            "بين",
            "بعد",
            "قبل",
            "كل",
            "ذلك",
            "أو",
            "ثم",
            "حتى",
            "كما",
            "لم",
            "لن",
            "قد",
            "هو",
            "هي",
        ),
    )
)
_TURNED_COMMON: Final = frozenset(word[::-1] for word in _COMMON) - _COMMON
_FEMININE: Final = regex.compile(r"\p{L}{2,}[ةى]")
_FEMININE_TURNED: Final = regex.compile(r"[ةى]\p{L}{2,}")
_ARTICLE: Final = regex.compile(r"[وفبك]?ال\p{L}{2,}")
_ARTICLE_TURNED: Final = regex.compile(r"\p{L}{2,}لا[وفبك]?")
_SURE: Final = 2
"""The balance from which a line is believed by itself: one word that no Arabic word is, or two that hardly are."""
_LEFT_TO_RIGHT: Final = regex.compile(
    r"\p{Latin}[\p{Latin}\p{M}]*(?:[\s\p{P}]*[\p{Latin}\p{Nd}][\p{Latin}\p{M}\p{Nd}]*)*"
    r"|\p{Nd}+(?:[.,/:٫٬،]\p{Nd}+)*"
)
_CLUSTER: Final = regex.compile(r"\P{M}\p{M}*|\p{M}+")
_MIRRORED: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def is_turned(line: str) -> bool:
    """Whether the letters of a line stand last first, by the evidence of its Arabic words."""
    return _balance(line) >= _SURE


def turn_lines(text: str) -> tuple[str, int]:
    """The text with its turned lines turned back, and how many they were; numbers and Latin words keep their order.

    A line that says nothing by itself goes with the lines beside it where nearly all that speak are turned.
    """
    lines = text.split("\n")
    balances = [_balance(line) for line in lines]
    turned = sum(balance >= _SURE for balance in balances)
    straight = sum(balance < 0 for balance in balances)
    most = turned >= 3 and turned > 9 * straight
    count = 0
    for number, (line, balance) in enumerate(zip(lines, balances, strict=True)):
        if balance >= _SURE or (most and balance >= 0 and _WORD.search(line)):
            lines[number] = turned_around(line)
            count += 1
    return "\n".join(lines), count


def turned_around(line: str) -> str:
    """A line last letter first: marks stay on their letters, numbers and Latin words as they are, brackets face about."""
    pieces: list[str] = []
    done = 0
    for match in _LEFT_TO_RIGHT.finditer(line):
        pieces += _CLUSTER.findall(line[done : match.start()].translate(_MIRRORED))
        pieces.append(match[0])
        done = match.end()
    pieces += _CLUSTER.findall(line[done:].translate(_MIRRORED))
    return "".join(reversed(pieces))


def _balance(line: str) -> int:
    """How much more the words of a line speak for its being turned than against it."""
    return sum(map(_evidence, _WORD.findall(line)))


@lru_cache(maxsize=65_536)
def _evidence(sounded: str) -> int:
    word = _UNSOUNDED.sub("", sounded)
    sure = bool(_FEMININE_TURNED.fullmatch(word)) - bool(_FEMININE.fullmatch(word))
    turned = word in _TURNED_COMMON or _ARTICLE_TURNED.fullmatch(word) is not None
    straight = word in _COMMON or _ARTICLE.fullmatch(word) is not None
    return 2 * sure + turned - straight
