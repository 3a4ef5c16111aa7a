"""Numbers mean the same whatever the digits, words and months they are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.digits import parse_digits
from taqabul.text.number import Number, NumberKind
from taqabul.text.numbers import number_keys, numbers_in

ARABIC_DIGITS = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def values(text: str) -> list[float]:
    return [number.value for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("١٬٥٠٠ دولار", "1,500 dollars"),
        ("٣٫٥ أمتار", "3.5 metres"),
        ("مئة وخمسون رجلا", "one hundred and fifty men"),
        ("خمسة وعشرون ألفا", "twenty-five thousand"),
        ("ألف وتسعمئة وثمانية وأربعون", "nineteen hundred and forty-eight"),
        ("خمسون ومئة", "a hundred and fifty"),
        ("ثلاثة عشر رجلا", "thirteen men"),
        ("أحد عشر كوكبا", "eleven stars"),
        ("اثنا عشر شهرا", "twelve months"),
        ("خمسة آلاف ومئتا رجل", "five thousand two hundred men"),
        ("5 ملايين دولار", "5 million dollars"),
        ("١٫٢ مليار", "1.2 billion"),
        ("المادة الحادية عشرة", "Article 11"),
        ("القرن الحادي والعشرين", "the 21st century"),
        ("المرة الثالثة", "the third time"),
        ("٥٠٪ منهم", "50 per cent of them"),
        ("50 في المئة", "50%"),
        ("19 حزيران / يونيو 2025", "19 June 2025"),
        ("١٩ جوان ٢٠٢٥", "June 19, 2025"),
        ("٢٦/٠١/٢٠٢٤", "26 January 2024"),
        ("قد يرتفع ٣٪ منهم", "about 3% may rise"),
        ("في مارس تقدم 4 ملايين عامل", "In March, 4 million workers"),
        ("26 كانون الثاني 2024", "2024-01-26"),
        ("26 من يناير 2024", "01/26/2024"),
        ("15 رمضان 1445", "15 Ramadan 1445"),
        ("في حزيران", "in June"),
        ("الفصلان الأول والثاني", "the first and second chapters"),
        ("أول ثلاث حالات", "the first three cases"),
        ("ثالث فيروس", "the third virus"),
        ("أولاً، ثانيا", "First, second"),
        ("الفيروسات السبعة", "the seven viruses"),
        ("في سن الثمانية عشر", "aged 18"),
        ("لخمس مباريات وبعشرين عاما", "five matches and twenty years"),
        ("بين خمسة وعشرة أعوام", "between five and ten years"),
        ("العشرون الأولى", "the 20 in the first"),
        ("ثمانينيات القرن التاسع عشر", "the 1880s"),
        ("ستينيات القرن الماضي", "the 1960s"),
        ("في السبعينيات", "in the '70s"),
        ("في الستينيات من عمرها", "in her 60s"),
        ("20.000 تلميذ", "20,000 pupils"),
        ("1.2 مليار جنيه", "£1.2bn"),
        ("خمسة ملايين دولار", "$5m"),
        ("الساعة 10:00", "at 10.00"),
        ("كوفيد-19", "COVID-19"),
        ("الـ15 من مارس", "15 March"),
        ("٠٫٠٨٪", ".08%"),
        ("٣٬٥٠٠٫٧٥", "3,500.75"),
    ],
)
def test_both_languages_say_the_same_number(arabic: str, english: str) -> None:
    assert number_keys(arabic) == number_keys(english) != []


@pytest.mark.parametrize(
    "text",
    [
        "قال أحد الناس",
        "one of them",
        "we may go",
        "لا شيء هنا",
        "",
        "a zero-sum game",
        "U.S. forces",
        "march on",
        "ألفا وبيتا",
        "كان ميتًا",
        "قال كولن باول",
        "لست هنا",
        "E. coli grows",
        "J. K. Rowling wrote",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert numbers_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COVID-19 may spread", [19]),
        ("سارس كوف-2 مارس تأثيره", [2]),
        ("كوفيد-19 مليون إصابة", [19, 1e6]),
        ("F-16, B-52, G20, MI6", [16, 52, 20, 6]),
        ("H1N1 and 2019-nCoV", [1, 1, 2019]),
        ("Section 3(b)", [3]),
        ("9/11 at 10:30", [9, 11, 10, 30]),
        ("10–15, 1948-1967", [10, 15, 1948, 1967]),
        ("+962 6 555 1234", [962, 6, 555, 1234]),
        ("see http://x.org/2020/a1", [2020, 1]),
        ("1,2,3 and 3.2.1", [1, 2, 3, 3, 2, 1]),
        ("5'6\" tall", [5, 6]),
        ("12,34,567 rupees", [1234567]),
        ("1.7 million four years ago", [1.7e6, 4]),
        ("٥ ملايين وثلاثمئة ألف", [5.3e6]),
        ("the first twenty of one hundred and five", [1, 20, 105]),
        ("الألف الثالثة", [1000, 3]),
        ("1,000th and 21st and 1.2.3rd", [1000, 21, 1, 2, 3]),
        ("15م", [15]),
    ],
)
def test_a_name_with_digits_is_no_date_and_neighbours_do_not_run_together(
    text: str, expected: list[float]
) -> None:
    assert values(text) == expected


def test_a_date_after_a_joined_article_is_a_date() -> None:
    assert number_keys("القرن الـ21، 12/03/2024") == ["21", "12", "month 3", "2024"]


@pytest.mark.parametrize("text", ["15-year-old boy", "E. coli 15", "15"])
def test_what_only_begins_like_an_item_of_a_list_is_none(text: str) -> None:
    assert [number.kind for number in numbers_in(text)] == [NumberKind.CARDINAL]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1. الانسحاب", 1),
        ("1.         We demand", 1),
        ("(أ) نص", 1),
        ("(b) text", 2),
        ("٣- ثالثا", 3),
        ("[4] x", 4),
    ],
)
def test_a_number_that_opens_a_list_item_is_told_apart(text: str, value: int) -> None:
    first = numbers_in(text)[0]
    assert (first.value, first.kind, first.start) == (value, NumberKind.LIST, 0)


def test_enumerated_words_are_numbers_of_their_own() -> None:
    assert values("two three") == [2, 3]


def test_a_number_knows_where_it_stands() -> None:
    text = "دفع مئة وخمسين دولارا"
    (number,) = numbers_in(text)
    assert text[number.start : number.end] == "مئة وخمسين"


def test_a_percent_sign_belongs_to_its_number() -> None:
    assert numbers_in("45 % of") == [Number(45.0, NumberKind.PERCENT, 0, 4)]


def test_a_hijri_date_is_no_gregorian_one() -> None:
    assert number_keys("1 محرم 1445") != number_keys("1 يناير 1445")


def test_a_resolution_number_is_no_date() -> None:
    assert values("القرار 33/24 لعام 1978") == [33, 24, 1978]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.000.000", 1e6),
        ("1,000,000", 1e6),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("10,5", 10.5),
        ("007", 7),
    ],
)
def test_marks_part_thousands_and_decimals(text: str, value: float) -> None:
    assert parse_digits(text) == value


@given(st.integers(0, 10**9), st.sampled_from([ARABIC_DIGITS, PERSIAN_DIGITS]))
def test_every_set_of_digits_gives_the_same_value(value: int, digits: dict[int, int]) -> None:
    assert values(f"x {value:,} y".translate(digits)) == [value]


@given(st.text(alphabet="0123456789٣٫٬.,/-% ومئةألفعشرjune one twenty()أ\n\u200f", max_size=60))
def test_any_text_gives_numbers_in_order_inside_it(text: str) -> None:
    ends = [0]
    for number in numbers_in(text):
        assert ends[-1] <= number.start < number.end <= len(text)
        ends.append(number.end)
