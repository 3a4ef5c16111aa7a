"""What is particular to English and to Latin script: letters that fold, typographic marks, abbreviations."""

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNDECOMPOSED_LETTERS: Final = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ı": "i", "ŋ": "n", "Ŋ": "N",
}  # fmt: skip
"""Latin letters that Unicode does not take apart, and what a reader types for them."""

SINGLE_QUOTES: Final = "‘’‚‛′`´ʹʻʼʽʾʿ"
"""Apostrophes and the half rings of transliteration (ʿayn, hamza)."""
DOUBLE_QUOTES: Final = "“”„‟«»″"
DASHES: Final = "‐‑‒–—―−﹘﹣－"

TITLES: Final = _set(
    "mr mrs ms messrs dr prof st ste gen col maj capt cpt lt sgt cpl cmdr adm rev hon sen rep gov pres "
    "sens reps profs drs gens govs hons amb supt fr sr br msgr mt ft eng"
)
"""Words before a name: their full stop never ends a sentence."""

BEFORE_NUMBERS: Final = _set(
    "no nos art arts fig figs vol vols p pp para paras par sec secs sect ch chap eq eqs ed eds tab app "
    "ann reg res ser pt pts bk v vv ver n nn l ll ca c approx est ext tel jan feb mar apr jun jul aug sep "
    "sept oct nov dec"
)
"""Words whose full stop does not end a sentence where a number follows."""

INSIDE: Final = _set(
    "vs cf viz e.g i.e eg ie al et ibid id op loc cit incl excl resp inc ltd co corp bros jr dept dist univ "
    "assn bldg ave blvd rd esp gov't int'l mfg ph.d m.d b.a m.a u.s u.n u.k e.u u.s.a u.s.s.r d.c a.m p.m "
    "a.d b.c b.c.e c.e a.h"
)
"""Words whose full stop ends a sentence only where the next word is one that usually begins one."""

SENTENCE_STARTERS: Final = _set(
    "The A An This That These Those He She It We They You I My His Her Its Our Their There Here In On At By "
    "For From With Without But And Or So Yet If When While Where Who What Why How As After Before Although "
    "However Moreover Furthermore Therefore Thus Meanwhile Since Because During Despite To Not No Yes All "
    "Some Many Most Each Every Both Such Another One"
)
"""Capitalised words that say a new sentence has begun, even after U.S. or Inc."""
