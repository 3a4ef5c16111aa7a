"""Anchors: what is settled comes back to the letter, and only the rest is aligned."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.align.test_engine import (
    BREAD,
    BREAD_EN,
    DOCTOR,
    DOCTOR_EN,
    MOON,
    MOON_EN,
    MUSIC,
    MUSIC_EN,
    SCHOOL,
    SCHOOL_EN,
    SEA,
    SEA_EN,
    TEXTS,
    paragraphs,
    shapes_ok,
)

from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.align.given import Given
from taqabul.align.linking import Pairing
from taqabul.align.monotone import monotone_links
from taqabul.align.texts import Texts
from taqabul.align.units import Floats, lay_out
from taqabul.align.weights import load_weights
from taqabul.domain.bitext import Alignment, Evidence

Picture = Callable[[Alignment], list[str]]
Sides = tuple[list[list[str]], list[list[str]]]


class Counting:
    """Remembers what it was asked to encode."""

    name = "counting"

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        return self.encoder.encode(texts)


def words(*texts: str) -> list[list[str]]:
    return [[text] for text in texts]


def test_a_pair_that_is_settled_stays_whatever_it_says(encoder: Encoder, picture: Picture) -> None:
    text = words("قمر", "بحر", "خبز")
    found = align(text, text, encoder=encoder, anchors=[Pairing((0,), (1,))])
    assert picture(found) == ["- | B1", "A1 | B2", "A2 | -", "A3 | B3"]
    assert found.paragraphs[1].confidence == 1
    assert found.paragraphs[1].evidence == Evidence()


def test_where_nothing_may_face_a_paragraph_nothing_does(encoder: Encoder, picture: Picture) -> None:
    text = words("قمر", "بحر", "خبز")
    found = align(text, text, encoder=encoder, anchors=[Pairing((1,), ()), Pairing((), (1,))])
    assert picture(found) == ["A1 | B1", "- | B2", "A2 | -", "A3 | B3"]
    assert [link.confidence for link in found.paragraphs][1:3] == [1, 1]


def test_paragraphs_cross_over_an_anchor(picture: Picture) -> None:
    source = paragraphs(MOON, SEA, BREAD, SCHOOL, DOCTOR, MUSIC)
    target = paragraphs(MOON_EN, DOCTOR_EN, BREAD_EN, SCHOOL_EN, SEA_EN, MUSIC_EN)
    found = align(source, target, anchors=[Pairing((2,), (2,)), Pairing((3,), (3,))])
    assert picture(found) == ["A1 | B1", "A2 | B5", "A3 | B3", "A4 | B4", "A5 | B2", "A6 | B6"]


def test_only_what_is_free_is_encoded_and_aligned(encoder: Encoder) -> None:
    text = words(*(f"قمر {n} بحر" for n in range(200)))
    counting, heard = Counting(encoder), list[tuple[int, int]]()
    anchors = [Pairing((n,), (n,)) for n in range(200) if n not in (7, 90, 91)]
    found = align(text, text, progress=lambda *state: heard.append(state), encoder=counting, anchors=anchors)
    assert sorted(counting.asked) == sorted(text[n][0] for n in (7, 90, 91))
    assert heard[-1] == (12, 12)
    assert [(link.source, link.target) for link in found.paragraphs] == [((n,), (n,)) for n in range(200)]


def test_the_sentences_of_an_anchor_are_one_link(encoder: Encoder) -> None:
    source, target = [["قمر", "بحر"], ["خبز"], []], [["ملح"], ["شمس", "نهر"], []]
    anchors = [Pairing((0,), (0, 1)), Pairing((2,), (2,))]
    found = align(source, target, encoder=encoder, anchors=anchors)
    assert [(link.source, link.target, link.confidence) for link in found.sentences] == [
        ((0, 1), (0, 1, 2), 1),
        ((2,), (), 0),
    ]


def test_anchors_that_ascend_part_the_text_and_others_do_not() -> None:
    text = words(*(f"قمر {n}" for n in range(8)))
    anchors = [
        Pairing((1,), (1,)),
        Pairing((2,), (6,)),
        Pairing((3,), ()),
        Pairing((4, 5), (4,)),
        Pairing((7,), (7,)),
    ]
    settled = Given(text, text, anchors)
    assert settled.free == ([0, 6], [0, 2, 3, 5])
    assert settled.bounds(*lay_out(*settled.free_texts)) == [(1, 1), (1, 3), (2, 4)]


def test_a_gap_without_one_side_has_nothing_to_solve(encoder: Encoder) -> None:
    long = words(*(f"قمر {n}" for n in range(300)))
    near = encoder.encode(["بحر", "خبز"]), encoder.encode([text for (text,) in long])
    texts = Texts(*lay_out(words("بحر", "خبز"), long), near, (2, 300))
    heard: list[int] = []
    assert list(monotone_links(texts, load_weights("encoder"), heard.append, bounds=[(0, 300)])) == []
    assert sum(heard) == 302


def test_a_part_is_cut_as_it_is_in_the_whole(encoder: Encoder) -> None:
    endless = " ".join(["قمر بحر خبز"] * 60)
    source, target = words(endless, "ملح"), words(*(["شمس " * 90] * 9), "ملح")
    whole, part = Counting(encoder), Counting(encoder)
    align(source, target, encoder=whole)
    anchors = [Pairing((), (n,)) for n in range(9)]
    align(source, target, encoder=part, anchors=anchors)
    assert set(part.asked) <= set(whole.asked)


@pytest.mark.parametrize(
    "anchors",
    [
        [Pairing((), ())],
        [Pairing((0,), (0,)), Pairing((0,), ())],
        [Pairing((0,), (0,)), Pairing((), (0,))],
        [Pairing((0, 0), (0,))],
        [Pairing((1, 0), (0,))],
        [Pairing((2,), ())],
        [Pairing((), (-1,))],
    ],
)
def test_anchors_that_cannot_be_are_a_bug_of_the_caller(encoder: Encoder, anchors: list[Pairing]) -> None:
    with pytest.raises(ValueError, match="anchor"):
        align(words("قمر", "بحر"), words("قمر", "بحر"), encoder=encoder, anchors=anchors)


@st.composite
def settled_texts(draw: st.DrawFn) -> tuple[Sides, list[Pairing]]:
    """Two texts, and some of their paragraphs thrown together at random."""
    sides = draw(TEXTS), draw(TEXTS)
    groups = [draw(st.lists(st.integers(-2, 3), min_size=len(side), max_size=len(side))) for side in sides]
    pairings = [
        Pairing(*(tuple(p for p, group in enumerate(side) if group == name) for side in groups))
        for name in range(4)
    ]
    return sides, [pairing for pairing in pairings if pairing.source + pairing.target]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(settled_texts())
def test_anchors_come_back_to_the_letter_and_every_segment_in_one_link(
    encoder: Encoder, case: tuple[Sides, list[Pairing]]
) -> None:
    (source, target), anchors = case
    found = align(source, target, encoder=encoder, anchors=anchors)
    assert shapes_ok(found, source, target)
    settled = {(link.source, link.target) for link in found.paragraphs if link.confidence == 1}
    assert settled >= {tuple(anchor) for anchor in anchors}
    free = [link for link in found.paragraphs if (link.source, link.target) not in set(map(tuple, anchors))]
    for side in (0, 1):
        held = {place for anchor in anchors for place in anchor[side]}
        assert held.isdisjoint(place for link in free for place in (link.source, link.target)[side])
    assert align(source, target, encoder=encoder, anchors=anchors[::-1]) == found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS)
def test_what_was_found_given_as_anchors_is_found_again(
    encoder: Encoder, source: list[list[str]], target: list[list[str]]
) -> None:
    first = align(source, target, encoder=encoder)
    anchors = [Pairing(link.source, link.target) for link in first.paragraphs]
    again = align(source, target, encoder=encoder, anchors=anchors)
    assert [(link.source, link.target) for link in again.paragraphs] == [
        (link.source, link.target) for link in first.paragraphs
    ]
