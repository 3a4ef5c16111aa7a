"""What a text says of itself is found where it surely says so."""

from pathlib import Path

import pytest

from taqabul.domain.files import Metadata
from taqabul.segment.masthead import date_of, masthead
from taqabul.segment.paragraphs import split_paragraphs

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = (
    "The corals of the northern bay have grown back by a third since the port was moved, marine biologists said, and "
    "their number grows each year."
)
ARABIC_BODY = (
    "نمت مستعمرات المرجان في شمال الخليج بمقدار الثلث منذ نقل الميناء، بحسب ما قال باحثون في علوم البحار، "
    "ويزداد عددها كل عام."
)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("19 June 2025", "2025-06-19"),
        ("Gijon, 19 June 2025", "2025-06-19"),
        ("Tokyo, January 28, 2006", "2006-01-28"),
        ("Published: Monday, 3 March 2014, 10:15 AM GMT", "2014-03-03"),
        ("Last updated 2014-03-04", "2014-03-04"),
        ("March 2014", "2014-03"),
        ("٢٦/٠١/٢٠٢٤، ٩:٢٧ م", "2024-01-26"),
        ("2024/01/26", "2024-01-26"),
        ("الجمعة 26 كانون الثاني/يناير 2024", "2024-01-26"),
        ("نشر في: ٢٦ يناير ٢٠٢٤ الساعة ١٠:٢٠ بتوقيت غرينتش", "2024-01-26"),
        ("الرباط - 3 غشت 2019", "2019-08-03"),
        ("15 رجب 1445 هـ الموافق 27 يناير 2024 م", "2024-01-27"),
        ("15 رجب 1445 هـ", ""),
        ("30 February 2020", ""),
        ("The war ended on 8 May 1945", ""),
        ("انتهت الحرب في 8 أيار 1945", ""),
        ("3 March 2014 – 5 March 2015", ""),
        ("2024", ""),
        ("", ""),
    ],
)
def test_a_line_that_is_a_date(line, date):
    assert date_of(line, day_first=True) == date


def test_day_and_month_that_may_be_exchanged_are_not_guessed():
    assert date_of("01/02/2024", day_first=True) == "2024-02-01"
    assert date_of("01/02/2024", day_first=False) == "2024"
    assert date_of("01/26/2024", day_first=False) == "2024-01-26"
    assert date_of("02/02/2024", day_first=False) == "2024-02-02"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            ["Corals grow back in the bay", "By Rana al Haddad", "3 March 2014"],
            Metadata("Corals grow back in the bay", "Rana al Haddad", "", "2014-03-03", ""),
        ),
        (["Corals grow back", "Reuters"], Metadata("Corals grow back", "", "", "", "Reuters")),
        (
            ["Corals grow back", "By Rana Haddad, Associated Press"],
            Metadata("Corals grow back", "Rana Haddad", "", "", ""),
        ),
        (
            ["Corals grow back", "Translated by Omar Nasser"],
            Metadata("Corals grow back", "", "Omar Nasser", "", ""),
        ),
        (["By Friday Morning", "What grows in the bay"], Metadata("What grows in the bay")),
        (["He was seen by many people.", "It was late."], Metadata()),
        ([], Metadata()),
    ],
)
def test_an_english_head(head, found):
    assert masthead([*head, BODY]) == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            ["بيئة", "المرجان يعود إلى شمال الخليج", "بقلم: رنا حداد", "٣ آذار ٢٠١٤"],
            Metadata("المرجان يعود إلى شمال الخليج", "رنا حداد", "", "2014-03-03", ""),
        ),
        (
            ["عودة المرجان", "كتبت: رنا حداد", "ترجمة: عمر ناصر"],
            Metadata("عودة المرجان", "رنا حداد", "عمر ناصر"),
        ),
        (["عودة المرجان", "العقبة - وكالات"], Metadata("عودة المرجان", "", "", "", "وكالات")),
        (["كتب الرئيس رسالة طويلة إلى شعبه"], Metadata("كتب الرئيس رسالة طويلة إلى شعبه")),
    ],
)
def test_an_arabic_head(head, found):
    assert masthead([*head, ARABIC_BODY]) == found


def test_a_source_at_the_foot_and_in_a_dateline():
    assert masthead(["عودة المرجان", ARABIC_BODY, "المصدر: جريدة الخليج"]).source == "جريدة الخليج"
    assert masthead(["Corals grow", f"AQABA (Reuters) - {BODY}"]).source == "Reuters"
    assert masthead(["عودة المرجان", f"العقبة (رويترز) - {ARABIC_BODY}"]).source == "رويترز"
    assert masthead(["Corals grow", f"Some (not all) - {BODY}"]).source == ""


def test_sample_pages():
    found = {
        path.name[:3]: masthead(split_paragraphs(path.read_text("utf-8")).paragraphs)
        for path in SEEDS.glob("*.txt")
    }
    assert found["000"].date == "2025-06-19"
    assert found["001"] == Metadata(
        "المقاومة العراقية: مهمة سلاح الجو الأميركي هي الدفاع عن أمن الكيان الصهيوني", source="الميادين"
    )
    assert found["002"] == Metadata("وزير خارجية إسبانيا: لوقف الهجمات على التحالف الدولي بالعراق")
    assert found["003"] == Metadata(date="2006-01-28")
    assert found["004"] == Metadata(
        "المقاومة العراقية: واشنطن تحاول خلط الأوراق.. ومستمرون بعملياتنا", date="2024-01-26"
    )


def test_nothing_says_nothing():
    assert masthead([]) == Metadata()
    assert masthead([""]) == Metadata()


def test_only_the_first_letters_of_a_paragraph_are_looked_into(monkeypatch):
    """A text may be one line of millions of letters, which are neither read through nor searched for parts of a page."""
    seen = []
    monkeypatch.setattr(
        "taqabul.segment.masthead.find_asides", lambda texts: seen.extend(texts) or [None] * len(texts)
    )

    def dated(gap):
        return masthead([f"Published{' ' * gap}19 June 2025", BODY * 1000]).date

    assert (dated(4_000), dated(5_000)) == ("2025-06-19", "")
    assert max(map(len, seen)) == 5_000
