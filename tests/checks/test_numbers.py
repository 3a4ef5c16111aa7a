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
