"""Sentences inside their paragraphs, in small pictures: cut badly on one side."""

from collections.abc import Sequence

import pytest

from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.domain.bitext import ProposedLink
from taqabul.domain.options import AlignOptions, EngineChoice

Pairs = list[tuple[str, str]]


def drawn(links: Sequence[ProposedLink]) -> list[str]:
    sides = [
        (" ".join(f"A{i + 1}" for i in k.source), " ".join(f"B{j + 1}" for j in k.target)) for k in links
    ]
    return [f"{source or '-'} | {target or '-'}" for source, target in sides]


def sides(pairs: Pairs, source: list[list[int]], target: list[list[int]]) -> tuple[list[str], list[str]]:
    """Each inner list one given sentence that holds those of so many pairs."""
    return (
        [" ".join(pairs[n][0] for n in held) for held in source],
        [" ".join(pairs[n][1] for n in held) for held in target],
    )


def sentences(pairs: Pairs, encoder: Encoder, source: list[list[int]], target: list[list[int]]) -> list[str]:
    """The sentence links of two texts of one paragraph each."""
    ours, theirs = sides(pairs, source, target)
    return drawn(align([ours], [theirs], encoder=encoder).sentences)


def test_lines_that_were_joined_face_all_they_hold(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Six sentences in one line are more than any link may hold, had the line not been cut."""
    assert sentences(true_pairs, real_encoder, [[0, 1, 2, 3, 4, 5], [6]], [[n] for n in range(7)]) == [
        "A1 | B1 B2 B3 B4 B5 B6",
        "A2 | B7",
    ]


def test_a_line_that_ends_too_late_joins_what_it_shares(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """B2 holds the end of A1 and all of A2: only halves show it."""
    assert sentences(true_pairs, real_encoder, [[0, 1], [2], [3]], [[0], [1, 2], [3]]) == [
        "A1 A2 | B1 B2",
        "A3 | B3",
    ]


def test_the_half_that_faces_nothing_takes_no_neighbour_with_it(
    true_pairs: Pairs, real_encoder: Encoder
) -> None:
    """The second half of A2 was left out in English; its neighbours stay one to one."""
    assert sentences(true_pairs, real_encoder, [[0], [1, 2], [3], [4]], [[0], [1], [3], [4]]) == [
        "A1 | B1",
        "A2 | B2",
        "A3 | B3",
        "A4 | B4",
    ]


ORDERS = {
    "two sentences changed places": [0, 1, 3, 2, 4, 5],
    "a sentence stands last": [0, 2, 3, 4, 5, 1],
    "three are told backwards": [0, 3, 2, 1, 4, 5],
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_sentences_told_in_another_order_find_each_other(
    true_pairs: Pairs, real_encoder: Encoder, order: list[int]
) -> None:
    """All of a text is one paragraph on either side."""
    found = sentences(true_pairs, real_encoder, [[n] for n in range(6)], [[n] for n in order])
    assert found == [f"A{n + 1} | B{order.index(n) + 1}" for n in range(6)]


def test_a_sentence_moves_inside_its_own_paragraph_only(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """The second of three paragraphs turns round; what stands before and after it is left alone."""
    source = [[true_pairs[n][0] for n in span] for span in (range(3), range(3, 8), range(8, 11))]
    target = [[true_pairs[n][1] for n in span] for span in (range(3), (3, 6, 5, 4, 7), range(8, 11))]
    found = align(source, target, encoder=real_encoder)
    assert drawn(found.paragraphs) == ["A1 | B1", "A2 | B2", "A3 | B3"]
    places = [0, 1, 2, 3, 6, 5, 4, 7, 8, 9, 10]
    assert drawn(found.sentences) == [f"A{i + 1} | B{j + 1}" for i, j in enumerate(places)]
    back = align(target, source, encoder=real_encoder)
    assert {(k.target, k.source) for k in back.sentences} == {(k.source, k.target) for k in found.sentences}


def test_sentences_in_order_do_not_cross(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """What one side leaves out and what the other adds in its place are strangers, not sentences that moved."""
    source, target = [0, 1, 2, 3, 4, 5, 6, 7], [0, 20, 1, 2, 4, 5, 21, 7]
    found = sentences(true_pairs, real_encoder, [[n] for n in source], [[n] for n in target])
    assert set(found) == {
        "A1 | B1", "- | B2", "A2 | B3", "A3 | B4", "A4 | -", "A5 | B5", "A6 | B6", "A7 | -", "- | B7", "A8 | B8",
    }  # fmt: skip


def test_two_sentences_of_a_link_of_paragraphs_far_apart_cross(
    true_pairs: Pairs, real_encoder: Encoder
) -> None:
    """A paragraph here is two there; its sentences change places over the border between these."""
    source = [[true_pairs[n][0] for n in range(6)], [true_pairs[6][0]]]
    target = [
        [true_pairs[n][1] for n in (0, 4, 2)],
        [true_pairs[n][1] for n in (3, 1, 5)],
        [true_pairs[6][1]],
    ]
    found = align(source, target, encoder=real_encoder)
    assert drawn(found.paragraphs) == ["A1 | B1 B2", "A2 | B3"]
    assert drawn(found.sentences) == [f"A{n + 1} | B{(0, 4, 2, 3, 1, 5, 6).index(n) + 1}" for n in range(7)]


def test_without_an_encoder_sentences_left_over_on_both_sides_find_each_other() -> None:
    """By what they share: numbers and names."""
    source = [
        "وصل أوباما في 3 حزيران 2012 إلى كندا.",
        "زار باريس وروما ولندن في 1987.",
        "كتبت هيفاء زنكنة 450 صفحة.",
        "بلغ الثمن 7314 دينارا في 1999.",
    ]
    target = [
        "She, Haifa Zangana, wrote 450 pages.",
        "Obama arrived in Canada on 3 June 2012.",
        "The price was 7314 dinars in 1999.",
        "He visited Paris, Rome and London in 1987.",
    ]
    found = align([source], [target], AlignOptions(engine=EngineChoice.LEXICAL))
    assert drawn(found.sentences) == ["A1 | B2", "A2 | B4", "A3 | B1", "A4 | B3"]
