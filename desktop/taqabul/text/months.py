"""Month names of the calendars Arabic and English texts use, as numbers.

Gregorian months are 1 to 12 under all their names: Levantine and Iraqi (حزيران), Egyptian and Gulf
(يونيو), Maghrebi (جوان), English. Hijri months are 101 to 112.
"""

from typing import Final

HIJRI: Final = 100

_GREGORIAN: Final = (
    "january|jan|كانون الثاني|يناير|جانفي|كانون ثاني",
    "february|feb|شباط|فبراير|فيفري",
    "march|mar|آذار|مارس|مارت",
    "april|apr|نيسان|أبريل|أفريل",
    "may|أيار|مايو|ماي",
    "june|jun|حزيران|يونيو|يونيه|جوان",
    "july|jul|تموز|يوليو|يوليه|جويلية|يوليوز",
    "august|aug|آب|أغسطس|أوت|غشت",
    "september|sept|sep|أيلول|سبتمبر|شتنبر",
    "october|oct|تشرين الأول|أكتوبر|تشرين أول",
    "november|nov|تشرين الثاني|نوفمبر|نونبر|تشرين ثاني",
    "december|dec|كانون الأول|ديسمبر|دجنبر|كانون أول",
)
_HIJRI: Final = (
    "muharram|محرم|المحرم",
    "safar|صفر",
    "rabi al-awwal|rabi' al-awwal|ربيع الأول",
    "rabi al-thani|rabi' al-thani|ربيع الثاني|ربيع الآخر",
    "jumada al-awwal|jumada al-ula|جمادى الأولى|جمادى الأول",
    "jumada al-thani|jumada al-akhirah|جمادى الآخرة|جمادى الثانية|جمادى الآخر",
    "rajab|رجب",
    "sha'ban|shaban|شعبان",
    "ramadan|رمضان",
    "shawwal|شوال",
    "dhu al-qi'dah|dhu al-qidah|ذو القعدة|ذي القعدة",
    "dhu al-hijjah|dhul-hijjah|ذو الحجة|ذي الحجة",
)

MONTHS: Final[dict[str, int]] = {
    name: base + number
    for base, table in ((0, _GREGORIAN), (HIJRI, _HIJRI))
    for number, row in enumerate(table, start=1)
    for name in row.split("|")
}
"""Month names, spelled as in the tables above, to 1-12 or 101-112."""

_GREGORIAN_YEARS_A_HIJRI_YEAR: Final = 354.367 / 365.2425
_EPOCH: Final = 622.54


def gregorian_years(hijri: int) -> range:
    """The Gregorian years that a Hijri year has days of."""
    start = _EPOCH + (hijri - 1) * _GREGORIAN_YEARS_A_HIJRI_YEAR
    return range(int(start), int(start + _GREGORIAN_YEARS_A_HIJRI_YEAR) + 1)
