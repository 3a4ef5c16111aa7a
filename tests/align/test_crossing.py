"""Paragraphs told in another order find each other, also in texts too long to compare all with all."""

import numpy as np
import pytest

from taqabul.align import crossing
from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.domain.options import AlignOptions, EngineChoice

WORDS = [
    "بحر",
    "قمر",
    "خبز",
    "نهر",
    "حجر",
    "طير",
    "ملح",
    "شمس",
    "ورد",
    "ثلج",
    "جسر",
    "ذهب",
    "فيل",
    "كرم",
    "هرم",
    "ليل",
]
VOCABULARY = [one + other for one in WORDS for other in WORDS]


def lines(count: int) -> list[str]:
    random = np.random.default_rng(3)
    return [" ".join(random.choice(VOCABULARY, size=7)) + "." for _ in range(count)]


def order_found(source: list[str], target: list[str], encoder: Encoder) -> dict[int, tuple[int, ...]]:
    found = align([[line] for line in source], [[line] for line in target], encoder=encoder)
    return {i: link.target for link in found.paragraphs for i in link.source}


def test_a_shuffled_list_is_put_right(encoder: Encoder) -> None:
    text, order = lines(12), [0, 1, 7, 4, 2, 9, 3, 8, 5, 6, 10, 11]
    assert order_found(text, [text[k] for k in order], encoder) == {
        k: (place,) for place, k in enumerate(order)
    }


def test_a_moved_section_is_found_again(encoder: Encoder) -> None:
    text = lines(24)
    order = [*range(4), *range(10, 18), *range(4, 10), *range(18, 24)]
    assert order_found(text, [text[k] for k in order], encoder) == {
        k: (place,) for place, k in enumerate(order)
    }


def test_long_texts_are_searched_some_at_a_time(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossing, "_MOST_AT_ONCE", 8)
    text = lines(20)
    order = [0, 1, 4, 3, 2, *range(5, 14), 16, 15, 14, *range(17, 20)]
    found = order_found(text, [text[k] for k in order], encoder)
    assert sum(found[k] == (place,) for place, k in enumerate(order)) >= 18


def test_texts_in_one_order_get_no_crossings(encoder: Encoder) -> None:
    text = lines(30)
    found = order_found(text[:10] + text[14:], text[:20] + text[23:], encoder)
    places = [target[0] for _, target in sorted(found.items()) if target]
    assert places == sorted(places)


def test_a_crossing_without_a_link_inside_holds_all_of_both(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crossing, "solve", lambda *_: iter(()))
    text = lines(8)
    order = [0, 1, 5, 3, 4, 2, 6, 7]
    assert order_found(text, [text[k] for k in order], encoder) == {
        k: (place,) for place, k in enumerate(order)
    }


NAMES = [
    ("زهير الشاروك", "Zuhair Al Sharook"),
    ("هيفاء زنكنة", "Haifa Zangana"),
    ("دارا سليمان", "Dara Sulaiman"),
    ("ميسون بغدادي", "Maysoon Baghdadi"),
    ("فيليب تشامبرلين", "Philip Chamberlain"),
    ("كريم مصطفى", "Kareem Mustafa"),
    ("ستيفن هوكنز", "Stephen Hawkins"),
]


def test_a_list_of_names_in_the_order_of_each_alphabet_is_put_right() -> None:
    """Without an encoder, by sound alone; one name is missing on each side, and all others find their own."""
    arabic = sorted(name for name, _ in NAMES[1:])
    english = sorted(name for _, name in NAMES[:-1])
    found = align([[n] for n in arabic], [[n] for n in english], AlignOptions(engine=EngineChoice.LEXICAL))
    pairs = [(link.source, link.target) for link in found.paragraphs if link.source and link.target]
    assert set(NAMES[1:-1]) <= {(arabic[ours[0]], english[theirs[0]]) for ours, theirs in pairs}


def test_two_paragraphs_that_face_one_stay_together_in_a_shuffled_list(encoder: Encoder) -> None:
    """Lines 3 and 4 are one paragraph on the other side; lines 7 to 9 stand upside down."""
    text = lines(12)
    target = [
        text[0],
        text[1],
        text[2],
        f"{text[3]} {text[4]}",
        text[5],
        text[6],
        text[9],
        text[8],
        text[7],
        *text[10:],
    ]
    found = align([[line] for line in text], [[line] for line in target], encoder=encoder)
    links = {(link.source, link.target) for link in found.paragraphs}
    assert {((3, 4), (3,)), ((7,), (8,)), ((8,), (7,)), ((9,), (6,))} <= links


def test_a_long_text_with_loose_lines_on_one_side_only_has_no_crossings(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was left out leaves nothing to cross with."""
    monkeypatch.setattr(crossing, "_MOST_AT_ONCE", 8)
    text = lines(20)
    found = order_found(text, text[:9] + text[11:], encoder)
    assert found[9] == found[10] == ()
    assert found[11] == (9,)


def test_in_a_long_text_lists_far_apart_are_put_right_each_by_itself(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lists upside down and, between them, a line that went far from where it was: that one is not sought."""
    monkeypatch.setattr(crossing, "_MOST_AT_ONCE", 8)
    text = lines(60)
    order = [0, 1, 4, 3, 2, *range(5, 20), *range(21, 48), 20, *range(48, 54), 56, 55, 54, *range(57, 60)]
    found = order_found(text, [text[k] for k in order], encoder)
    assert found == {k: (place,) if k != 20 else () for place, k in enumerate(order)}
