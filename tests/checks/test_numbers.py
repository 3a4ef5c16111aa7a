"""Numbers that face each other in any digits, words and calendars, and those that do not."""

import pytest

from taqabul.checks.numbers import number_problems, numbers_differ
from taqabul.checks.records import Pair
from taqabul.checks.whole import whole_of
from taqabul.domain.ids import LinkId


@pytest.mark.parametrize(
    ("arabic", "english", "differ"),
    [
        ("عاد في ٣ أيار ٢٠٠٤.", "He came back on 3 May 2004.", False),
        ("عاد في ٣ أيار ٢٠٠٥.", "He came back on 3 May 2004.", True),
        ("دفع ١٬٥٠٠ دينار", "He paid 1,500 dinars", False),
        ("دفع ١٬٠٥٠ دينار", "He paid 1,500 dinars", True),
        ("مئة وخمسون كتابا", "150 books", False),
        ("قرأ كتابين", "He read two books", False),
        ("قرأ كتابا", "He read 2 books", False),
        ("١- البند", "The item", False),
        ("", "In 1999", False),
        ("النسبة ٢٥٪", "The share", True),
        ("عام ١٤٤٥ هـ", "in 2024", False),
        ("في ١٢ رمضان ١٤٤٥هـ", "on 22 March 2024", False),
        ("في ١٢ رمضان ١٤٤٥هـ", "on 22 March 2021", True),
        ("كوفيد 19 وخمسمئة مريض", "COVID-19 and 500 patients", False),
        ("كوفيد 19 وستمئة مريض", "COVID-19 and 500 patients", True),
        ("٢٠٢٤ و٣٫٥ و١٬٥٠٠ و۱۲", "2024, 3.5, 1,500 and 12", False),
        ("٢٠٢٤ و٣٫٥", "2024 and 35", True),
        ("بنسبة ٢٥٪", "25 per cent", False),
        ("خمسة وعشرون في المئة", "25%", False),
        ("٢٥٪", "35%", True),
        ("ألفي شخص ومئتا كتاب", "2,000 people and 200 books", False),
        ("ألفي شخص", "3,000 people", True),
        ("من 5 إلى 10 أيام", "5-10 days", False),
        ("٥–١٠ أيام", "five to ten days", False),
        ("من 5 إلى 10 أيام", "5-12 days", True),
        ("بين 1990 و1995", "1990–95", False),
        ("بين 1990 و1996", "1990–95", True),
        ("الدورة الحادية والعشرون", "the 21st session", False),
        ("الدورة ال21", "the twenty-second session", True),
        ("القرن العشرين", "the 20th century", False),
        ("المرة ال 100", "the hundredth time", False),
        ("تسعينيات القرن الماضي", "the 1990s", False),
        ("3 كانون الثاني 2020", "January 3, 2020", False),
        ("12 غشت 2019", "12 August 2019", False),
        ("في 5 دجنبر", "on 5 December", False),
        ("في 5 غشت", "on 5 September", True),
        ("1/5/2020", "1 May 2020", False),
        ("1/5/2020", "January 5, 2020", False),
        ("1/5/2020", "January 6, 2020", True),
        ("نصف مليون", "500,000", False),
        ("مليون ونصف المليون", "1.5 million", False),
        ("٣ ملايين ونصف المليون", "3.5 million", False),
        ("مليون ونصف المليون", "2.5 million", True),
        ("نصف في المئة", "0.5%", False),
        ("ربع السكان", "25% of the people", False),
        ("ربع السكان", "35% of the people", True),
        ("دزينة", "12", False),
    ],
)
def test_numbers_differ_where_a_figure_has_no_counterpart(arabic, english, differ):
    assert numbers_differ([arabic], [english]) is differ
    assert numbers_differ([english], [arabic]) is differ


def problems(arabic, english):
    pair = Pair(LinkId(1), arabic, english)
    return list(number_problems(pair, whole_of([pair])))


def test_numbers_that_may_stand_for_each_other_make_one_problem():
    (problem,) = problems("دفع ١٬٠٥٠ دينار", "He paid 1,500 dinars")
    assert problem.values == ("١٬٠٥٠", "1,500")
    assert (problem.source, problem.target) == (((4, 9),), ((8, 13),))


def test_a_number_too_many_is_shown_on_its_side():
    (problem,) = problems("دفع ٤٠ دينارا", "He paid 40 dinars in 1999")
    assert (problem.source, problem.target) == ((), ((21, 25),))
    assert problem.message.format(*problem.values) == "“1999” is not said on the other side"
