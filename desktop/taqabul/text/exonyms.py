"""Names that do not sound alike in the two languages, and abbreviations: Germany is ألمانيا, UK المملكة المتحدة.

Transliteration cannot find these, and lists and reports are full of them.
"""

from functools import lru_cache
from typing import Final

import regex

from taqabul.text.folding import fold_key

_TABLE: Final = """
albania ألبانيا ألباني|algeria الجزائر جزائري|algiers الجزائر|armenia أرمينيا أرمني|athens أثينا|austria النمسا نمساوي
belgium بلجيكا بلجيكي|brussels بروكسل بروكسيل|cairo القاهرة|china الصين صيني|croatia كرواتيا كرواتي|cyprus قبرص قبرصي
czech التشيك تشيكي|damascus دمشق|denmark الدنمارك الدانمارك دنماركي|egypt مصر مصري|ethiopia إثيوبيا الحبشة أثيوبيا
finland فنلندا فنلندي|france فرنسا فرنسي|french الفرنسية فرنسي|geneva جنيف|georgia جورجيا|german ألماني|germany ألمانيا
greece اليونان يوناني|greek يوناني اليونان|hague لاهاي|hungary المجر هنغاريا مجري|india الهند هندي|iceland آيسلندا أيسلندا
ireland أيرلندا إيرلندا|israel إسرائيل|italy إيطاليا|japan اليابان ياباني|jerusalem القدس أورشليم|jordan الأردن أردني
lebanon لبنان لبناني|libya ليبيا|london لندن|mecca مكة|mediterranean المتوسط|morocco المغرب مغربي|moscow موسكو
netherlands هولندا هولندي|dutch هولندي هولندا|new zealand نيوزيلندا نيوزيلاندا|nile النيل|norway النرويج نرويجي|paris باريس
poland بولندا بولندي|polish بولندي|portugal البرتغال برتغالي|red sea البحر الأحمر|rome روما|russia روسيا روسي
saudi arabia السعودية|scotland اسكتلندا|serbia صربيا|south africa جنوب أفريقيا|spain إسبانيا أسبانيا إسباني
spanish إسباني أسباني الإسبانية الأسبانية|sweden السويد سويدي|switzerland سويسرا سويسري|swiss سويسري سويسرا|syria سوريا سورية سوري
tripoli طرابلس|tunisia تونس تونسي|turkey تركيا تركي|turkish تركي|ukraine أوكرانيا|vienna فيينا|wales ويلز|warsaw وارسو
jesus يسوع عيسى المسيح|john يوحنا يحيى|moses موسى|abraham إبراهيم|isaac إسحاق إسحق|jacob يعقوب|joseph يوسف|solomon سليمان
david داود|mary مريم|paul بولس|peter بطرس|james يعقوب|matthew متى|luke لوقا|gabriel جبريل جبرائيل|noah نوح
pharaoh فرعون|god الله|christ المسيح|israel إسرائيل|judah يهوذا|jonah يونس يونان|aaron هارون|saul شاول
"""
_PHRASES: Final = {
    "uk": "uk|u.k.|united kingdom|great britain|britain|british=المملكة المتحدة|بريطانيا|بريطاني|البريطانية|البريطاني|إنجلترا",
    "usa": "usa|u.s.|u.s.a.|united states|american|america=الولايات المتحدة|أمريكا|أميركا|أمريكي|الأمريكية|الأميركية|الأمريكي",
    "un": "un|u.n.|united nations=الأمم المتحدة",
    "eu": "eu|e.u.|european union=الاتحاد الأوروبي|الإتحاد الأوروبي|الاتحاد الأوربي",
    "uae": "uae|u.a.e.|united arab emirates|emirates=الإمارات",
    "unhcr": "unhcr=مفوضية الأمم المتحدة لشؤون اللاجئين|المفوضية",
    "who": "world health organization|world health organisation=منظمة الصحة العالمية",
    "unicef": "unicef=اليونيسف|اليونيسيف|يونيسف",
    "nato": "nato=الناتو|حلف شمال الأطلسي",
    "red cross": "red cross=الصليب الأحمر",
    "security council": "security council=مجلس الأمن",
    "general assembly": "general assembly=الجمعية العامة",
    "ivory coast": "ivory coast|cote d'ivoire|côte d'ivoire=ساحل العاج|كوت ديفوار",
    "korea": "korea|korean=كوريا|كوري|الكورية",
    "monday": "monday=الاثنين|الإثنين",
    "tuesday": "tuesday=الثلاثاء",
    "wednesday": "wednesday=الأربعاء",
    "thursday": "thursday=الخميس",
    "friday": "friday=الجمعة",
    "saturday": "saturday=السبت",
    "sunday": "sunday=الأحد",
}


def _forms() -> dict[str, str]:
    """Every form, folded, to the word for what it names."""
    forms: dict[str, str] = {}
    for row in _TABLE.strip().replace("\n", "|").split("|"):
        words = row.split()
        latin = [word for word in words if word.isascii()]
        arabic = words[len(latin) :]
        name = " ".join(latin)
        for form in (name, *([" ".join(arabic)] if len(latin) > 1 else arabic)):
            forms.setdefault(fold_key(form), name)
    for name, row in _PHRASES.items():
        for form in row.replace("=", "|").split("|"):
            forms[fold_key(form)] = name
    return forms


_FORMS: Final = _forms()
_SEARCH: Final = regex.compile(
    r"(?<![\p{L}\p{M}])(?:[وف]?(?:[بك]?ال|لل?|[بك])?)?(\L<forms>)(?:ه|ين|ون|يه|ي|ا)?(?![\p{L}\p{M}])",
    forms=list(_FORMS),
)


@lru_cache(maxsize=4096)
def exonyms_in(text: str) -> tuple[str, ...]:
    """What the names in a text that are known to differ between the languages stand for."""
    return tuple(_FORMS[match[1]] for match in _SEARCH.finditer(fold_key(text)))
