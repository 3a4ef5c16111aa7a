"""Sentences inside their paragraphs, in small pictures: cut badly on one side."""

from collections.abc import Sequence

from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.domain.bitext import ProposedLink

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
