"""The words of a printed score in each language: English as the program says it, and the Arabic for it."""

from collections.abc import Mapping
from typing import Final

from taqabul.domain.language import Language

ARABIC: Final[Mapping[str, str]] = {
    "Profile": "النموذج",
    "Formula": "الصيغة",
    "Calibrated": "بعد المعايرة",
    "Size": "الحجم",
    "Errors": "الأخطاء",
    "Corrected since": "صُحِّح لاحقًا",
    "95 % interval": "فترة الثقة 95%",
    "Annotators": "المقيِّمون",
    "By severity": "بحسب درجة الخطورة",
    "By type": "بحسب النوع",
    "Type": "النوع",
    "Points": "النقاط",
    "Pair": "الزوج",
    "Error": "الخطأ",
    "Original": "الأصل",
    "Translation": "الترجمة",
    "Correction": "التصويب",
    "Comment": "التعليق",
    "By": "المقيِّم",
    "neutral": "محايد",
    "minor": "طفيف",
    "major": "جسيم",
    "critical": "حرج",
    ", ": "، ",
    "of 100": "من 100",
    "points a pair": "نقطة لكل زوج",
    "words of the original": "عدد كلمات الأصل",
    "words of the translation": "عدد كلمات الترجمة",
    "words, the mean of both sides": "عدد الكلمات، متوسط الجانبين",
    "{words} {basis}, {pairs} pairs": "{basis}: {words}؛ عدد الأزواج: {pairs}",
    "{errors}, {points} points, {rate} in a thousand words": "{errors}، ونقاطها {points}، أي {rate} في كل ألف كلمة",
    "{n}, counted": "{n}، محسوبة",
    "{n}, not counted": "{n}، غير محسوبة",
    "{span}, drawn from pairs": "\u2066{span}\u2069، بإعادة المعاينة من الأزواج",
    "passes": "مقبولة",
    "fails": "مرفوضة",
    "{score}: {verdict} (line at {line}, {points} points in a thousand words)": (
        "{score}: {verdict} (الحد {line}، عند {points} نقطة في كل ألف كلمة)"
    ),
    "There is no translation to score: nothing faces this text.": ("لا ترجمة تُقيَّم: لا نصّ يقابل هذا النصّ."),
    "Only {words} words: below 500 a score says little. Look at the interval, or evaluate more text.": (
        "عدد الكلمات {words} فقط: الدرجة قليلة الدلالة دون 500 كلمة. انظر إلى فترة الثقة، أو قيِّم نصًّا أطول."
    ),
    "Errors without a severity, which cost nothing: {n}.": "أخطاء بلا درجة خطورة لا تُحتسب لها نقاط: {n}.",
    "The marks of {n} people are added up: {names}.": "جُمعت علامات {n} من المقيِّمين: {names}.",
    "A critical error fails a text whatever its score.": "الخطأ الحرج يُسقط النص مهما كانت درجته.",
    "raw quality = (1 − APT / EWC) · 100; APT = Σ count · severity · type weight; EWC = words evaluated": (
        "الجودة الخام: نطرح من الواحد مجموع نقاط الأخطاء APT مقسومًا على عدد الكلمات المقيَّمة EWC، ثم نضرب في 100؛ "
        "ونقاط كل نوع: العدد في وزن الخطورة في وزن النوع"
    ),
    "points of a pair, at most its five heaviest errors, averaged over annotators, then over pairs; lower is better": (
        "نقاط الزوج، بأثقل خمسة من أخطائه على الأكثر، متوسطةً بين المقيِّمين ثم بين الأزواج؛ والأقل أجود"
    ),
    "themqm.org, “The MQM Scoring Models”": "themqm.org، “The MQM Scoring Models”",
    "Freitag et al. 2021; google/wmt-mqm-human-evaluation": "عن Freitag وآخرين 2021؛ google/wmt-mqm-human-evaluation",
    "LISA QA model, as translation tools compute it": "نموذج LISA QA كما تحسبه أدوات الترجمة",
    "quality = (1 − points / words) · 100": "الجودة: نطرح من الواحد النقاط مقسومةً على الكلمات، ثم نضرب في 100",
}


def words_of(language: Language, english: str) -> str:
    """What stands for some English words of a report in a language. KeyError where nobody translated them."""
    return english if language is Language.ENGLISH else ARABIC[english]
