"""What is particular to Arabic script: letters, marks, abbreviations.

Letter names come from PyArabic; its normalisers are not used (``normalize_alef`` makes ا of a final ى,
``strip_tashkeel`` leaves U+0670 and the Quranic marks).
"""

import warnings
from typing import Final

with warnings.catch_warnings():  # its source has invalid escapes, reported whenever it is compiled afresh
    warnings.simplefilter("ignore")
    from pyarabic import araby

ALEF: Final[str] = araby.ALEF
WAW: Final[str] = araby.WAW
YEH: Final[str] = araby.YEH
HEH: Final[str] = araby.HEH
KAF: Final[str] = araby.KAF
TATWEEL: Final[str] = araby.TATWEEL

ALEF_VARIANTS: Final = araby.ALEF_HAMZA_ABOVE + araby.ALEF_HAMZA_BELOW + araby.ALEF_MADDA + "ٱٲٳٵ"
WAW_VARIANTS: Final = araby.WAW_HAMZA + "ٶ"
YEH_HAMZA_VARIANTS: Final = araby.YEH_HAMZA + "ٸ"
YEH_VARIANTS: Final = araby.ALEF_MAKSURA + "یېےۍێ"
KAF_VARIANTS: Final = "کڪ"
HEH_VARIANTS: Final = araby.TEH_MARBUTA + "ۃەہھۀۂ"

TASHKEEL_CLASS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0898-\u089f\u08ca-\u08ff"
"""Vowel signs, Quranic and honorific marks, as ranges for a character class."""

VERSE_END: Final = "\u06dd"
ORNATE_OPEN: Final = "\ufd3f"
ORNATE_CLOSE: Final = "\ufd3e"

SENTENCE_ENDS: Final = "؟۔؛"
"""Marks that end a sentence besides . ! ? … — the comma ، never does."""

ABBREVIATIONS: Final = frozenset({"صص", "تح", "مج", "ود", "لد", "بد", "أد"})
"""Words before a full stop that do not end a sentence; so does any single letter (د. أ. ص. ط.)."""

ERA_LETTERS: Final = frozenset("مه")
"""Letters that stand for an era after a year (1990 م. / 1410 هـ.): there the full stop may end."""
