"""What pages write around a text, in Arabic and English: phrases as patterns over a folded line (``fold_key``).

A phrase is the whole of its line, but for counts, arrows and marks around it; ``~`` after it stands for words that
may follow. "Sure" phrases are no part of a text wherever they stand; "doubtful" ones may be a heading of it, too.
"""

from collections.abc import Mapping
from typing import Final

import regex

from taqabul.domain.files import Aside
from taqabul.text.folding import fold_key
from taqabul.text.patterns import folded_pattern

_SURE: Final[Mapping[Aside, str]] = {
    Aside.READ_MORE: r"""
        read (?:more|also|next)(?:: ~)?|see also: ~
        read (?:more|the full (?:story|article|report))(?: (?:here|on|at|about|in) ~)?
        continue reading ~|related (?:articles?|stories|news|posts|topics|content|coverage)
        more (?:on this story|from ~|stories|like this)
        you (?:may|might) also (?:like|be interested in)
        recommended (?:for you|stories|articles|reading)|most (?:read|viewed|popular|shared|commented)
        trending(?: now)?|editors?'? picks?|latest (?:news|stories|headlines|articles)
        (?:next|previous) (?:article|post|story)~|view all|see all|show (?:more|less)|load more~
        click here ~|watch (?:also|now|more)~|what to read next
        (?:للمزيد )?[اي]?قر[اء] ?(?:ايضا|المزيد|اكثر|كذلك|التالي)~|اقرا(?:وا|ي)? (?:ايضا|المزيد)~
        للمزيد~|المزيد|المزيد (?:من|عن|حول) ~|لمزيد من (?:الاخبار|التفاصيل) ~
        (?:مواضيع|موضوعات|اخبار|مقالات|مواد|تقارير|محتوي) (?:ذات صله|مشابهه|متعلقه|مرتبطه|مقترحه|اخري)
        ذات صله|قد يهمك(?: ايضا)?~|قد يعجبك(?: ايضا)?|شاهد ايضا~|انظر ايضا:? ~
        (?:ال)?اكثر (?:قراءه|مشاهده|تعليقا|تداولا|شعبيه|رواجا)|الاكثر (?:قراءه|مشاهده) ~
        احدث (?:الاخبار|المقالات)|اخر الاخبار|مختارات|(?:الخبر|المقال|الموضوع) (?:التالي|السابق)~
        تابع القراءة~|اكمل القراءة~|عرض (?:المزيد|الكل)|مقترح لك|نرشح لك~|اقرا في ~""",
    Aside.COMMENTS: r"""
        (?:leave|write|post|add|submit) (?:a|your|an) (?:reply|comment|response|review)~
        (?:post|submit|send) comment|your comments?|(?:\d+|no|view|show|add) (?:comments?|replies)~
        comments? ?[(:]? ?\d+ ?\)?|comments (?:are|have been) closed~
        join the (?:conversation|discussion)~|be the first to comment
        your e-?mail address will not be published~|required fields are marked~|you are replying to~
        cancel reply|captcha~|i'?m not a robot|notify me of ~|save my name,? e-?mail,? ~
        log ?in to (?:comment|leave) ~|you must be logged in to ~|report (?:a )?comment
        type your comment ~
        (?:the )?(?:comments|views|opinions) (?:posted|expressed|published) .{0,60} (?:do not|don't) (?:necessarily )?(?:reflect|represent) ~
        (?:اترك|اكتب|اضف|ارسل|اضافه) ?(?:رد[ا]?|تعليق(?:ا|ك|ات)?)~
        (?:ال)?تعليق(?:ات|ك|اتكم)? ?[(:]? ?\d+ ?\)?|تعليقك|تعليقاتكم|لا (?:توجد|يوجد) تعليق(?:ات)?~
        \d+ تعليق(?:ا|ات)?~|(?:لن يتم|لا يتم) نشر (?:عنوان )?بريدك ~|(?:ال)?حقول ال(?:الزاميه|مطلوبه) ~
        كن اول من ~علق~|التعليقات مغلقه~|رمز التحقق~|انا لست روبوتا?|ادخل الرمز ~
        (?:جميع |كل )?(?:ال)?(?:تعليقات|اراء) (?:المنشوره |الوارده |ال[^ ]+ )?.{0,30}(?:لا تعبر|تعبر عن راي).*
        احفظ اسمي.*|الغاء الرد|ارسال التعليق|نشر التعليق|سجل دخولك .*علي?ق.*""",
    Aside.SHARING: r"""
        share|share (?:this|the|it|on|via|to|article|story|post|page) ?~|share with (?:friends?|your friends|others|a friend)
        (?:tweet|retweet|pin it|whatsapp|telegram|linkedin|facebook|twitter|messenger|instagram|youtube|pinterest|reddit|tumblr|viber|tiktok)
        copy (?:the )?(?:link|url)~|(?:link|url) copied~|send (?:to a friend|by e-?mail)
        e-?mail (?:this|to a friend)~|print (?:this|article|page|friendly).{0,20}
        follow (?:us|me)(?: (?:on|at|via) ~)?|(?:like|find|join) us on ~
        (?:subscribe|sign up) (?:to|for|now|here|today).{0,80}|subscribe
        (?:get|receive) (?:our|the|all the|daily) .{0,40}(?:newsletter|in(?:to)? your inbox|by e-?mail).*
        our newsletters?|download (?:our|the) (?:free )?(?:mobile )?app~
        [\d.,]+ ?[km]? (?:shares?|views?|likes?|reads?|retweets?|followers?)(?: [\d.,]+ ?[km]? (?:shares?|views?|likes?|reads?|comments?))*
        (?:shares?|views?|likes?|reads?) ?:? ?[\d.,]+ ?[km]?|text size~|font size~
        listen to this (?:article|story)~|شارك(?:وا|ها|ه)?
        شارك(?:ها|ه)? (?:هذا|هذه|المقال|الخبر|الموضوع|الصفحه) ~
        شارك(?:ها|ه)? (?:مع|علي|عبر|في) (?:ال)?(?:فيس ?بوك|تويتر|واتس ?اب|تيل[يج]?[غجق]?رام|لينكد ?[اإ]?ن|ماسنجر|بريد|ايميل)~
        شارك(?:ها|ه)? (?:مع|علي|عبر|في) (?:ال)?(?:شبكات|مواقع|وسائل|منصات|اصدق[^ ]*|صديق|اخرين|من تحب|صفحت|حساب)~
        شارك(?:ها|ه)? (?:المقال|الخبر|الموضوع)?|مشاركه
        (?:مشاركه|انشر|غرد) (?:علي|عبر|المقال|الخبر|هذا) ?~|نشر (?:المقال|الخبر)
        (?:فيس ?بوك|تويتر|واتس ?اب|تيل[يج]?[غجق]?رام|لينكد ?[اإ]?ن|انستغرام|انستجرام|يوتيوب|ماسنجر)
        (?:انسخ|نسخ) (?:ال)?رابط~|تم نسخ الرابط
        تابع(?:وا|نا|ونا|ي)? (?:علي|حساب|صفح|قنا|عبر|اخبار).{0,80}|تابعونا~|تابعنا
        يمكنكم (?:الان )?متابعه .{0,60}(?:علي|عبر|من خلال) .{0,60}|قراؤنا من مستخدمي ~
        (?:اشترك|اشتركوا|للاشتراك|سجل) (?:في|ب|الان|معنا|هنا).{0,60}(?:نشر|قنا|بريد|خدم|جديد|مجان|هنا|الان|اخبار).{0,40}
        (?:ا?ضغط|انقر) (?:هنا|علي الرابط) ?(?:لل?.{0,40})?|(?:ال)?نشره (?:الاخباريه|البريديه)~
        حمل(?:وا)? (?:ال)?تطبيق~|ارسل (?:الي|لصديق).{0,20}|ارسال الي صديق
        (?:طباعه|اطبع)(?: (?:الصفحه|المقال|الخبر))?
        (?:عدد )?(?:ال)?(?:مشاهدات|قراءات|زيارات|مشاركات|القراء) ?:? ?[\d.,]+
        [\d.,]+ (?:مشاهده|مشاهدات|قراءه|مشاركه|زياره|اعجاب)|حجم الخط~
        استمع (?:الي )?(?:المقال|الخبر|للمقال|للخبر)~|انضم(?:وا)? (?:الي|ل) (?:قنا|مجموع|صفح).{0,60}""",
    Aside.MENU: r"""
        skip to (?:main )?(?:content|navigation)~|main (?:menu|navigation)
        toggle (?:navigation|menu|search)|(?:open|close) (?:menu|search|navigation)
        back to (?:top|home|homepage)|home ?page|site ?map|(?:log|sign) ?in|(?:log|sign) ?out|sign ?up
        register(?: now)?|my account|search (?:for|site|here) ~
        (?:privacy|cookie|editorial) (?:policy|notice|settings|preferences)~
        terms (?:of (?:use|service)|and conditions|& conditions)~|about us|contact us
        advertise(?: with us)?|advertis(?:e?ment|ing)|sponsored(?: content| by .*)?|promoted
        accept (?:all )?cookies|(?:we|this (?:web)?site) uses? cookies .*
        (?:cookie|privacy) (?:consent|settings)
        (?:copyright )?(?:©|\(c\)) ?(?:copyright )?\d{4}.{0,120}|copyright ©?.{0,20}\d{4}.{0,100}
        powered by .{0,60}
        (?:tags?|keywords?|filed under|categories|topics?|posted in) ?: ?.{1,120}
        (?:جميع|كل|كافه) ?(?:ال)?حقوق ?(?:ال\p{L}+ )?محفوظه.{0,80}
        (?:حقوق (?:النشر|الطبع|الملكيه)) .{0,60}(?:\d{4}|محفوظه).{0,60}|(?:الصفحه )?الرئيسيه
        القائمه(?: الرئيسيه)?
        (?:من نحن|عن الموقع|اتصل بنا|اتصلوا بنا|اعلن معنا|خريطه الموقع|هيئه التحرير)
        سياسه (?:الخصوصيه|الاستخدام|الكوكيز|ملفات .{0,30})
        (?:شروط|احكام|شروط واحكام) (?:الاستخدام|الخدمه|وشروط الاستخدام)|تسجيل (?:ال)?(?:دخول|خروج)
        (?:انشاء|انشئ) حساب.{0,20}|نسيت كلمه (?:المرور|السر).{0,5}
        (?:نحن نستخدم|يستخدم (?:هذا )?الموقع|نستخدم) (?:ملفات )?(?:تعريف الارتباط|كوكيز|الكوكيز).*
        انتقل الي المحتوي.{0,20}
        (?:ال)?(?:وسوم|سمات|تاغات|كلمات (?:ال)?(?:مفتاحيه|دلاليه|دليليه)|تصنيفات|هاشتا[غج]) ?: ?.{1,120}
        (?:ال)?عود[هة] (?:الي|ل)(?: ?ا?ل?(?:اعلي|رئيسيه|صفحه .{0,20}))|ماده اعلانيه
        محتوي (?:مدفوع|ممول|اعلاني)|اعلان (?:ممول|مدفوع|مبوب)|بدعم من .{0,30}""",
    Aside.CAPTION: r"""
        (?:image|photo(?:graph)?|picture|pic|video|graphic|illustration|infographic) ?(?:credits?|source|courtesy|by|caption|copyright)? ?[:|©/] ?.{1,200}
        (?:image|photo|picture|video) (?:caption|credit|copyright|source) .{1,200}
        (?:media|image) caption .{1,200}
        (?:file|archive|stock) (?:photo|picture|image)~
        watch (?:the )?video.{0,60}
        (?:ال)?(?:صوره|مصدر الصوره|صور|تصوير|عدسه|كاريكاتير|انفوغرافيك|انفوجرافيك|تعليق الصوره|التعليق علي الصوره|فيديو) ?[:|©/] ?.{1,200}
        (?:مصدر الصوره|التعليق علي الصوره) .{1,160}
        صوره (?:ارشيفيه|من الارشيف|تعبيريه|توضيحيه|متداوله)~
        شاهد (?:ال)?(?:فيديو|صور).{0,60}|بال(?:فيديو|صور)""",
    Aside.CODE: r"""
        (?:news|story|article|item|post|product|doc(?:ument)?) ?(?:id|code|no\.?|number|ref(?:erence)?) ?[:#]? ?[\w/-]*\d[\w/-]*
        (?:short )?(?:link|url) ?: ?https?:.*|(?:error )?code ?: ?\d+|-?30-|#{2,}|\*{3,}
        /?(?:ends?|end of (?:story|text|item|report))/|\(end\)|ends/.{0,30}
        (?:رمز|رقم|كود|معرف) (?:الخبر|المقال|الماده|الموضوع|التقرير) ?[:#]? ?[\p{L}\d/-]*\d[\p{L}\d/-]*
        (?:الرابط|رابط) (?:المختصر|قصير|مختصر|الخبر|المقال|دائم).{0,100}
        [/(\[*] ?انته[يى] ?[/)\]*].{0,20}|انتهي/.{0,20}""",
}

_DOUBTFUL: Final[Mapping[Aside, str]] = {
    Aside.COMMENTS: r"""
        comments?|replies|reply|discussion|name ?\*?|e-?mail(?: address)? ?\*?|website|your name ?\*?
        your e-?mail ?\*?|subject ?\*?|message ?\*?|submit|send|reset|(?:ال)?تعليقات(?: القراء)?
        (?:ال)?تعليق|(?:ال)?اسم(?:ك| الكامل)? ?\*?|(?:عنوان )?(?:ال)?بريد(?:ك)? ?(?:ال)?الكتروني ?\*?
        (?:ال)?موقع ?(?:ال)?الكتروني|ارسال|ارسل|نص التعليق ?\*?|عنوان التعليق ?\*?|الرد|رد""",
    Aside.MENU: r"""
        home|news|world|politics|business|economy|sports?|opinion|culture|health|technology|science
        travel|video|videos|photos|gallery|local|middle east|international|entertainment|lifestyle
        magazine|archive|archives|menu|search|tags?|keywords?|topics?|categories|language|english
        arabic|عربي|العربيه|الانجليزيه|اخبار|الاخبار|سياسه|السياسه|اقتصاد|الاقتصاد|رياضه|الرياضه|ثقافه
        الثقافه|منوعات|صحه|تكنولوجيا|علوم|راي|الراي|مقالات|تقارير|تحقيقات|فيديو|الفيديو|صور|الصور
        محليات|دوليات|عربي ودولي|عرب وعالم|العالم|الشرق الاوسط|بحث|البحث|القائمه|سمات|وسوم|الوسوم
        كلمات مفتاحيه|الكلمات المفتاحيه|تصنيفات|ارشيف|الارشيف|اعلان|اعلانات|مجتمع|فنون|دين|عاجل""",
    Aside.SHARING: r"""
        email|print|save|copy|bookmark|like|listen|more|x|sms|rss|حفظ|نسخ|استماع|استمع|ارسال|ايميل|بريد
        تغريد|اعجبني|متابعه""",
    Aside.READ_MORE: r"""
        more|next|previous|related|see also|التالي|السابق|المزيد|اقرا|انظر ايضا|ملفات|تفاصيل""",
    Aside.CAPTION: r"""
        reuters|afp|ap|associated press|getty images?|epa|anadolu(?: agency)?|photo|video|رويترز|اف ب
        ا ف ب|فرانس برس|وكالات|الاناضول|صوره|فيديو""",
    Aside.CODE: r"""
        انتهي|ends?|\d{5,}""",
}

_ENDS: Final[Mapping[Aside, str]] = {
    Aside.CAPTION: r"""
        \((?:photo|image|picture|file photo|pool photo|ap|afp|reuters|getty)(?: (?:photo|images?|by|credit|courtesy).{0,60}|[:/].{0,60})\)
        [|/] ?(?:reuters|afp|ap|getty images|epa|anadolu|shutterstock)(?:/.{0,30})?
        (?:getty images|shutterstock|istock|afp/getty|via (?:ap|reuters|afp|getty|wikimedia commons))
        [(\[](?:file|archive)(?: (?:photo|picture|image))?[)\]]
        [(\[|] ?(?:صورة أرشيفية|أرشيف|أرشيفية|من الأرشيف|رويترز|فرانس برس|أف ب|أ ف ب|أ ب|الأناضول|غيتي|جيتي|غيتي إيمجز)[)\]]?
        [(\[|] ?(?:أسوشيتد برس|مواقع التواصل.{0,20}|وكالات|الفرنسية|إنترنت|الجزيرة)[)\]]?""",
    Aside.MENU: r"""
        ©.{0,8}\d{4}.{0,60}|all rights reserved(?: by .{0,30})?|©[^©]{0,60}""",
}
"""How lines end, whatever they begin with, that are no part of a text."""

_ARROWS: Final = r"[\s»«›‹>→←▸▶▼▲•·|…\-–—:!.(\[*+#]*"
_COUNT: Final = r"(?:\s*[(\[]?\d+[)\]]?)?"
_WORDS: Final = ".{0,140}"
_LONGEST_WITH_END: Final = 200
_LONGEST_END: Final = 100
_AFTER: Final = r"[\s»«›‹>→←▸▶▼▲•·|…\-–—:!.?؟)\]*+]*"
_NEGLIGIBLE: Final = regex.compile(rf"^{_ARROWS}(?=\w)")


def _compiled(table: Mapping[Aside, str], form: str = "({})") -> list[tuple[Aside, "regex.Pattern[str]"]]:
    return [
        (aside, regex.compile(form.format(f"(?:{_alternatives(phrases)})") + f"{_COUNT}{_AFTER}"))
        for aside, phrases in table.items()
    ]


def _alternatives(phrases: str) -> str:
    """Phrases as a pattern of folded text; " ~" and "~" become the words that may follow."""
    lines = (folded_pattern(line.strip(), fold_key) for line in phrases.split("\n") if line.strip())
    return "|".join(lines).replace(" ~", f"(?: {_WORDS})?").replace("~", rf"(?:[\s:،,.!-]{_WORDS})?")


_SURE_PATTERNS: Final = _compiled(_SURE)
_DOUBTFUL_PATTERNS: Final = _compiled(_DOUBTFUL)
_END_PATTERNS: Final = _compiled(_ENDS, r"{}")


def sure(line: str) -> Aside | None:
    """The kind of boilerplate that a line is wherever it stands, by its words; else None."""
    folded = fold_key(line)
    by_words = _kind(folded, _SURE_PATTERNS)
    if by_words or len(folded) > _LONGEST_WITH_END:
        return by_words
    return next((aside for aside, pattern in _END_PATTERNS if _ends(folded, pattern)), None)


def doubtful(line: str) -> Aside | None:
    """The kind of boilerplate that a line may be, if what stands around it is boilerplate; else None."""
    return _kind(fold_key(line), _DOUBTFUL_PATTERNS)


def _kind(folded: str, patterns: list[tuple[Aside, "regex.Pattern[str]"]]) -> Aside | None:
    begins = _NEGLIGIBLE.match(folded)
    candidates = (folded, folded[begins.end() :]) if begins and begins.end() else (folded,)
    return next((aside for aside, pattern in patterns for one in candidates if pattern.fullmatch(one)), None)


def _ends(folded: str, pattern: "regex.Pattern[str]") -> bool:
    tail = folded[-_LONGEST_END:]
    return any(match.end() == len(tail) for match in pattern.finditer(tail))
