"""Words in the place of others, with the spaces around them."""

import pytest

from taqabul.text.swapping import swap


@pytest.mark.parametrize(
    ("text", "words", "made"),
    [
        ("have |lost it", "now", "have now lost it"),
        ("have| lost it", "now", "have now lost it"),
        ("|lost it", "They", "They lost it"),
        ("lost it|.", "now", "lost it now."),
        ("قد |فقدت", "الآن", "قد الآن فقدت"),
        ("a |big| house", "small", "a small house"),
        ("a |big| house", "", "a house"),
        ("a house |too|.", "", "a house."),
        ("|a| house", "", "house"),
    ],
)
def test_spaces_are_as_they_were(text, words, made):
    before, *middle, after = text.split("|")
    start = len(before)
    plain = "".join((before, *middle, after))
    put = swap(plain, start, start + len("".join(middle)), words)
    assert plain[: put.start] + put.text + plain[put.end :] == made
