"""What slips in while typing and copying: doubled words and spaces, tatweel, unseen characters, two kinds of digits."""

from collections.abc import Iterator
from typing import Final

import regex

from taqabul.checks.records import Fix, Pair, Problem, Severity
from taqabul.checks.whole import Whole
from taqabul.domain.language import Language, Side
from taqabul.text.cleaning import CleanRule, cleaned
from taqabul.text.direction import BIDI_CONTROLS
from taqabul.text.folding import ZERO_WIDTH, fold_key

_DOUBLED: Final = regex.compile(
    r"(?<![\p{L}\p{N}\p{M}_-])(?P<word>\p{L}[\p{L}\p{M}\u0640'’]*)(?P<rest>[ \u00a0]+(?P=word))(?![\p{L}\p{N}\p{M}_'’-])",
    regex.IGNORECASE,
)
_MAY_DOUBLE: Final = frozenset(
    fold_key(word)
    for word in ("had", "that", "is", "very", "no", "ha", "bye", "so", "really", "رويدا", "شيئا", "جدا", "كلا", "لا", "هيا", "نعم", "مهلا", "دكا", "صفا", "خطوة")
)  # fmt: skip
_LETTER_NAME: Final = 2
_SHORT_AFTER: Final = regex.compile(r"[ \u00a0]\p{Arabic}{1,2}(?![\p{Arabic}\p{M}])")
_SHORT_BEFORE: Final = regex.compile(r"(?<![\p{Arabic}\p{M}])\p{Arabic}{1,3}[ \u00a0]$")
_SPACES: Final = regex.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_SPACE_BEFORE: Final = regex.compile(r"(?<=[\p{L}\p{M}\p{N}])[ \u00a0]+(?=[،؛؟,;?!.:](?:\s|$))")
_NO_SPACE_AFTER: Final = regex.compile(r"(?<=[\p{L}\p{M}][،؛؟])(?=\p{L})")
_TATWEEL: Final = regex.compile(r"(?<=[\p{Arabic}\p{M}]{2})\u0640+(?=[\p{Arabic}\p{M}])")
_UNSEEN: Final = regex.compile(f"[{BIDI_CONTROLS}{ZERO_WIDTH}]+")
_ARABIC_DIGIT: Final = regex.compile("[٠-٩۰-۹]")
_DIGIT_RUN: Final = regex.compile(r"\p{Nd}(?:[\p{Nd}.,٫٬]*\p{Nd})?")


def doubled_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """A word written twice in a row; not where the other side doubles a word as well."""
    found = {side: list(_DOUBLED.finditer(pair.text(side))) for side in Side}
    for side in Side:
        for match in found[side]:
            if fold_key(match["word"]) in _MAY_DOUBLE or found[side.other] or _is_spelt_out(match):
                continue
            name_like = match["word"][0].isupper() and match["rest"].strip()[0].isupper()
            fix = None if name_like else Fix(side, match.span("rest"), "")
            severity = Severity.HINT if name_like else None
            yield Problem.on(side, [match.span()], "“{}” twice", match["word"], fix=fix, severity=severity)


def _is_spelt_out(match: "regex.Match[str]") -> bool:
    """Whether a doubled word is of letters that are spelt out, as in بي بي سي and سي إن إن."""
    if len(match["word"]) > _LETTER_NAME:
        return False
    return len(match["word"]) == 1 or bool(
        _SHORT_AFTER.match(match.string, match.end()) or _SHORT_BEFORE.search(match.string, 0, match.start())
    )


def space_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Several spaces where one belongs, one before a mark, none after."""
    for side in Side:
        text = pair.text(side)
        for match in _SPACES.finditer(text):
            yield Problem.on(side, [match.span()], "Several spaces", fix=Fix(side, match.span(), " "))
        for match in _SPACE_BEFORE.finditer(text):
            yield Problem.on(side, [match.span()], "A space before a mark", fix=Fix(side, match.span(), ""))
        if pair.language(side) is Language.ARABIC:
            for match in _NO_SPACE_AFTER.finditer(text):
                place = (match.start() - 1, match.start())
                fix = Fix(side, (match.start(), match.start()), " ")
                yield Problem.on(side, [place], "No space after the mark", fix=fix)


def tatweel_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Letters drawn out inside a word; not after a particle that stands for itself (لـ)."""
    for side in Side:
        spans = [match.span() for match in _TATWEEL.finditer(pair.text(side))]
        for span in spans:
            yield Problem.on(side, [span], "Tatweel inside a word", fix=Fix(side, span, ""))


def unseen_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Marks of direction and characters without width that nobody sees; joiners between Arabic letters stay."""
    rules = (CleanRule.BIDI, CleanRule.ZERO_WIDTH)
    for side in Side:
        text = pair.text(side)
        for match in _UNSEEN.finditer(text):
            around = text[max(0, match.start() - 1) : match.end() + 1]
            if cleaned(around, rules) != around:
                fix = Fix(side, match.span(), "")
                names = " ".join(f"U+{ord(one):04X}" for one in match[0])
                yield Problem.on(side, [match.span()], "Unseen characters: {}", names, fix=fix)


def digit_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Both kinds of digits in one text: a number of both is surely wrong."""
    for side in Side:
        runs = list(_DIGIT_RUN.finditer(pair.text(side)))
        kinds = [bool(_ARABIC_DIGIT.search(run[0])) for run in runs]
        mixed = [
            run.span()
            for run in runs
            if _ARABIC_DIGIT.search(run[0]) and any("0" <= one <= "9" for one in run[0])
        ]
        if mixed:
            yield Problem.on(side, mixed, "Two kinds of digits in one number", severity=Severity.WARNING)
        elif len(set(kinds)) > 1:
            rare = sum(kinds) <= len(kinds) / 2
            spans = [run.span() for run, kind in zip(runs, kinds, strict=True) if kind is rare]
            yield Problem.on(side, spans, "Two kinds of digits in one text")
