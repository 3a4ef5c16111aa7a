"""Units and percentages, with figures on test pairs."""

import pytest
from tests.checks.conftest import Find

RIGHT = [
    ("على بعد ٥٠ كم من المدينة", "50 kilometres from the city"),
    ("يزن 3 كلغ", "It weighs 3 kg"),
    ("ارتفع بنسبة ٢٥٪", "It rose by 25 per cent"),
    ("ارتفع بنسبة 25 بالمئة", "It rose by 25%"),
    ("ارتفع 12 في المئة", "It rose 12 percent"),
    ("بلغت 5 ملايين دولار", "It came to $5 million"),
    ("كلف €40", "It cost 40 euros"),
    ("مدة خمسة أيام", "for five days"),
    ("في عام 2018", "in the 2018 year"),
    ("مساحتها 10 كيلومترات مربعة", "10 square kilometres"),
    ("خلال 48 ساعة (يومين)", "within 48 hours (2 days)"),
    ("دفع 5 جنيهات", "He paid 5 pounds"),
    ("5 أميال (8 كيلومترات)", "5 miles (8 km)"),
    ("20 طالبا بعد 20 يوما", "20 students after 20 days"),
]
WRONG = [
    ("على بعد ٥٠ كم من المدينة", "50 miles from the city"),
    ("يزن 3 غرامات", "It weighs 3 kg"),
    ("ارتفع بنسبة ٢٥٪", "It rose by 25"),
    ("ارتفع 12", "It rose 12 percent"),
    ("بلغت 5 ملايين يورو", "It came to $5 million"),
    ("مدة خمسة أيام", "for five weeks"),
    ("شرب ٢٠ مل", "He drank 20 litres"),
    ("طوله 10 أقدام", "It is 10 metres long"),
]


@pytest.mark.parametrize("texts", RIGHT)
def test_the_same_unit_however_it_is_written(find: Find, texts: tuple[str, str]) -> None:
    assert [one.text for one in find("units", texts)] == []


@pytest.mark.parametrize("texts", WRONG)
def test_another_unit_for_the_same_figure(find: Find, texts: tuple[str, str]) -> None:
    assert len(find("units", texts)) == 1


def test_both_places_are_told(find: Find) -> None:
    source, target = WRONG[0]
    (found,) = find("units", WRONG[0])
    assert [source[start:end] for start, end in found.problem.source] == ["٥٠ كم"]
    assert [target[start:end] for start, end in found.problem.target] == ["50 miles"]
