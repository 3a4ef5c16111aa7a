"""Very long texts are cut where it is sure what faces what, and nowhere else."""

import pytest

from taqabul.align.engine import align
from taqabul.align.partings import cut_parts
from taqabul.align.units import Paragraphs
from taqabul.domain.bitext import Alignment
from taqabul.domain.options import AlignOptions, EngineChoice

LEXICAL = AlignOptions(EngineChoice.LEXICAL, jobs=1)
Texts = tuple[list[list[str]], list[list[str]]]


def near(source: Paragraphs, target: Paragraphs) -> Alignment:
    return align(source, target, LEXICAL)


def texts(count: int) -> Texts:
    """Paragraphs each with a number of its own, which faces itself."""
    numbers = range(1_000, 1_000 + 7 * count, 7)
    return [[f"بلغ العدد {n} شخصاً."] for n in numbers], [[f"The number was {n} people."] for n in numbers]


def facing(point: tuple[int, int], both: Texts) -> bool:
    """Whether the same numbers precede a point on both sides."""
    before = [
        {words[0].split()[2 if side == 0 else 3] for words in both[side][: point[side]]} for side in (0, 1)
    ]
    shared = {words[0].split()[2] for words in both[0]} & {words[0].split()[3] for words in both[1]}
    return before[0] & shared == before[1] & shared


def test_texts_are_cut_between_what_faces_each_other() -> None:
    both = texts(600)
    points = cut_parts(*both, near, 100)
    assert points[0] == (0, 0)
    assert points[-1] == (600, 600)
    assert len(points) >= 5
    assert all(i == j for i, j in points)


def test_what_one_side_lacks_does_not_mislead() -> None:
    source, target = texts(600)
    del target[150:230]
    del source[400:420]
    points = cut_parts(source, target, near, 100)
    assert len(points) >= 4
    assert all(facing(point, (source, target)) for point in points)


def test_a_section_that_moved_is_not_parted_from_its_place() -> None:
    source, target = texts(600)
    target = [*target[:150], *target[250:420], *target[150:250], *target[420:]]
    inner = cut_parts(source, target, near, 100)[1:-1]
    assert inner
    assert not [i for i, _ in inner if 150 < i < 420]


@pytest.mark.parametrize("count", [0, 1, 149])
def test_short_texts_stay_whole(count: int) -> None:
    both = texts(count)
    assert cut_parts(*both, near, 100) == [(0, 0), (count, count)]


def test_texts_that_have_nothing_in_common_stay_whole() -> None:
    source = [["كان الجو جميلاً في ذلك اليوم."]] * 400
    target = [["It was a fine day, and nobody thought of it."]] * 400
    assert cut_parts(source, target, near, 100) == [(0, 0), (400, 400)]
    assert cut_parts(source, [], near, 100) == [(0, 0), (400, 0)]
