"""Texts find their counterpart by what they say, and those without one stay alone."""

import random

import numpy as np
import pytest

from taqabul.align.encoder import find_encoder
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions
from taqabul.workflow import content_pairing
from taqabul.workflow.content_pairing import Fingerprint, fingerprint, match_texts

TEXTS = [
    ("افتُتح السوق الجديد في وسط المدينة وباع التجار الفواكه والخضار.", "The new market opened downtown, and traders sold fruit and vegetables."),
    ("فاز الفريق بالمباراة بعد هدفين في الشوط الثاني.", "The team won the match after two goals in the second half."),
    ("توقع خبراء الطقس أمطاراً غزيرة وعواصف في نهاية الأسبوع.", "Weather experts forecast heavy rain and storms at the weekend."),
    ("أعلن الأطباء عن لقاح جديد ضد الملاريا.", "Doctors announced a new vaccine against malaria."),
]  # fmt: skip


def made(count: int, seed: int = 3) -> tuple[list[Fingerprint], list[Fingerprint]]:
    """Made-up texts: each pair's vectors are near each other, and all share much."""
    draw = np.random.default_rng(seed)
    common = draw.normal(size=64)
    sides: tuple[list[Fingerprint], list[Fingerprint]] = ([], [])
    for number in range(count):
        own = draw.normal(size=64)
        for language, side in zip(Language, sides, strict=True):
            vector = 3 * common + own + 0.3 * draw.normal(size=64)
            vector /= np.linalg.norm(vector)
            side.append(Fingerprint(language, vector.astype(np.float32), {str(number % 7): 1}, 900 + number))
    return sides


def test_texts_that_say_the_same_belong_together() -> None:
    encoder = find_encoder(AlignOptions())
    assert encoder is not None
    arabic = [fingerprint([text], Language.ARABIC, encoder) for text, _ in TEXTS]
    english = [fingerprint([text], Language.ENGLISH, encoder) for _, text in TEXTS[::-1]]
    matches = match_texts(arabic, english)
    assert [(one.arabic, one.english) for one in matches] == [(0, 3), (1, 2), (2, 1), (3, 0)]
    assert all(0 < one.score <= 1 and 0 < one.margin <= 1 for one in matches)


def test_texts_without_a_counterpart_stay_alone() -> None:
    arabic, english = made(60)
    english = english[10:]
    random.Random(1).shuffle(english)
    right = {(number, at) for at, one in enumerate(english) if (number := one.letters - 900) < 50}
    matches = match_texts(arabic[:50], english)
    found = {(one.arabic, one.english) for one in matches}
    assert found >= right
    assert (
        len(found - right) <= 3
    )  # ten texts of each side have no counterpart; few of them look so to each other
    assert [one.arabic for one in matches] == sorted(one.arabic for one in matches)


def test_what_is_the_same_twice_is_no_sure_pair() -> None:
    arabic, english = made(20)
    matches = match_texts(arabic, [*english, english[4]])
    assert {one.arabic for one in matches} == set(range(20)) - {4}


def test_a_text_alone_with_another_is_compared_as_it_is() -> None:
    arabic, english = made(1)
    (match,) = match_texts(arabic, english)
    assert (match.arabic, match.english) == (0, 0)
    assert match_texts(arabic, []) == match_texts([], english) == []


def test_much_is_compared_piece_by_piece_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    arabic, english = made(70)
    whole = match_texts(arabic, english)
    monkeypatch.setattr(content_pairing, "_CELLS", 70 * 9)
    seen: list[tuple[int, int]] = []
    pieces = match_texts(arabic, english, lambda done, total: seen.append((done, total)))
    assert [(one.arabic, one.english) for one in pieces] == [(one.arabic, one.english) for one in whole]
    assert [one.margin for one in pieces] == pytest.approx([one.margin for one in whole], abs=1e-5)
    assert len(seen) == 16


def test_a_long_text_is_known_by_paragraphs_from_all_over_it() -> None:
    class Seen:
        name = "seen"

        def __init__(self) -> None:
            self.texts: list[str] = []

        def encode(self, texts: list[str]) -> np.ndarray:
            self.texts += texts
            return np.ones((len(texts), 3), np.float32)

    encoder = Seen()
    found = fingerprint([f"{number}" for number in range(640)], Language.ENGLISH, encoder)
    assert encoder.texts == [str(number) for number in range(0, 640, 10)]
    assert np.linalg.norm(found.vector) == pytest.approx(1)
    assert len(found.numbers) > 500
