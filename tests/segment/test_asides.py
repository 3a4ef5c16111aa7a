"""Parts of a page are told from the text, on pages nobody tuned the rules to."""

from pathlib import Path

import pytest

from taqabul.domain.files import Aside
from taqabul.segment.asides import find_asides
from taqabul.segment.paragraphs import split_paragraphs

SEEDS = Path(__file__).parents[2] / "seeds"

ENGLISH_PAGE = """
menu | Skip to main content
menu | Home > Science > Oceans
menu | English | العربية
     | Coral recovers in the bay of Aqaba
     | By Rana Haddad
sharing | Share on Facebook
sharing | 1.2K shares
caption | Image caption: A diver counts colonies at the northern reef
caption | Divers near the port on Tuesday (AP Photo/Sam Tarling)
     | Coral colonies in the northern bay have grown back by a third since the port was moved, marine biologists said.
     | “We had given up on them,” said the station's director, who has dived there since the nineties with her students.
read-more | Read more: Why warm water kills reefs
caption | Photo
     | The count will be repeated in spring, when the water is clear, and published by the ministry of the environment.
code | https://example.org/2025/03/coral
sharing | Follow us on Instagram
read-more | Related articles
read-more | A port moves south
read-more | Counting fish at night
menu | Tags: coral, Aqaba, Red Sea
comments | Comments (3)
comments | Leave a reply
comments | Your email address will not be published. Required fields are marked *
comments | Name *
comments | Post comment
sharing | Subscribe to our newsletter
menu | Privacy policy
menu | © 2025 The Bay Courier. All rights reserved.
"""

ARABIC_PAGE = """
menu | الرئيسية
menu | الرئيسية / منوعات / بيئة
     | عودة المرجان إلى خليج العقبة
     | كتبت: رنا حداد
sharing | شارك على واتساب
sharing | شارك عبر مواقع التواصل
sharing | شارك مع أصدقائك
sharing | عدد المشاهدات: ٢٣٤
caption | غواصون يعدّون المستعمرات قرب الميناء (رويترز)
     | نمت مستعمرات المرجان في شمال الخليج بمقدار الثلث منذ نقل الميناء، بحسب ما قال باحثون في علوم البحار يوم الثلاثاء.
read-more | اقرأ أيضا: لماذا تموت الشعاب في الماء الدافئ
     | وقالت مديرة المحطة التي تغوص هناك مع طلابها منذ التسعينيات إن الفريق كان قد فقد الأمل في عودتها إلى سابق عهدها.
code | رقم الخبر: 55821
menu | الكلمات المفتاحية: مرجان، العقبة
read-more | مواضيع ذات صلة
read-more | ميناء ينتقل جنوبا
read-more | عدّ الأسماك ليلا
comments | التعليقات (٢)
comments | أضف تعليقاً
comments | لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *
comments | الاسم *
comments | البريد الإلكتروني *
comments | إرسال التعليق
sharing | تابعونا على فيسبوك
menu | جميع الحقوق محفوظة لجريدة الخليج ٢٠٢٥
"""


def page(drawn):
    return [tuple(part.strip() for part in line.split("|", 1)) for line in drawn.strip().split("\n")]


@pytest.mark.parametrize("drawn", [ENGLISH_PAGE, ARABIC_PAGE])
def test_a_page_is_told_from_its_text(drawn):
    lines = page(drawn)
    found = find_asides([line for _, line in lines])
    assert [(aside or "", line) for aside, (_, line) in zip(found, lines, strict=True)] == lines


def test_words_that_may_be_headings_are_text_where_text_stands_around_them():
    text = (
        "A full sentence of the report stands here, so long that nobody takes it for anything else, at all."
    )
    for heading in ("Comments", "News", "Search", "أخبار", "التعليقات", "More", "Reuters"):
        assert find_asides(["Title", text, heading, text, text]) == [None] * 5


def test_words_of_a_page_inside_a_sentence_are_text():
    sentences = [
        "Share with your neighbour what you have, and read more than you write.",
        "He told us to follow him on foot, and all rights reserved to the crown were lost.",
        "شارك الوزير في الاجتماع الذي عقد في القاهرة.",
        "شارك في اللقاء 150 شخصا.",
        "شارك مع وفد بلاده.",
        "نشر علي مقالا عن الحرب.",
        "المزيد من الدول تنضم إلى الاتفاق هذا العام بعد سنوات من التردد.",
        "تابع الرئيس كلمته قائلا إن البلاد ماضية في طريقها.",
        "Comments made by the minister were widely shared.",
        "أخبار سارة جاءت من الجنوب.",
        "1 + 1 = 2",
        "1.",
        "***",
    ]
    assert [
        one for one, aside in zip(sentences[:10], find_asides(sentences[:10]), strict=True) if aside
    ] == []
    assert find_asides(["1.", "One.", "2.", "Two."]) == [None] * 4


@pytest.mark.parametrize(
    "line",
    [
        "<div class='ad'>",
        "var _gaq = _gaq || [];",
        "window.dataLayer.push({event: 'page'});",
        ".ad { display: none; }",
        "};",
        "&nbsp;",
        "editor@example.org",
        "www.example.org/a?b=1",
        "News ID: 4471",
        "رمز الخبر ٧٧١٢٣",
        "/انتهى/",
        "-30-",
    ],
)
def test_code_and_addresses_are_known_by_their_shape(line):
    assert find_asides(["Title", line, "Text."]) == [None, Aside.CODE, None]


def test_a_lone_bullet_between_a_title_and_the_text_is_a_caption_and_a_list_is_none():
    text = "The first paragraph of the text, which is long enough that nobody takes it for a caption, stands here."
    assert find_asides(["Title", "• A bridge in the north", text])[1] is Aside.CAPTION
    assert find_asides(["Title", "• One", "• Two", text]) == [None] * 4


def test_lines_of_one_paragraph_are_judged_together():
    assert find_asides(["Share on Twitter\nCopy link"]) == [Aside.SHARING]
    assert find_asides(
        ["Share on Twitter\nand be kind to all who answer you there, he told his readers."]
    ) == [None]


def test_sample_pages_give_up_what_is_around_their_texts():
    marked = {
        number: [
            aside.value
            for aside in find_asides(
                split_paragraphs(next(SEEDS.glob(f"{number}_*.txt")).read_text("utf-8")).paragraphs
            )
            if aside
        ]
        for number in ("001", "002", "003", "004")
    }
    assert marked["001"] == ["caption"]
    assert marked["002"] == ["menu", "caption", "sharing", "sharing", "sharing", "comments", "comments"]
    assert marked["003"] == []
    assert marked["004"] == ["code", "code", "menu", "comments", "comments", "comments"]


def test_nothing_is_found_in_nothing():
    assert find_asides([]) == []
    assert find_asides([""]) == [None]
