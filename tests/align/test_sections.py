"""Sections that the other side tells elsewhere are found as wholes, with what was merged and left out in them."""

import numpy as np
import pytest

from taqabul.align import sections
from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink
from taqabul.align.sections import move_sections
from taqabul.align.texts import Texts
from taqabul.align.units import lay_out
from taqabul.align.weights import load_weights

WORDS = ["بحر", "قمر", "خبز", "نهر", "حجر", "طير", "ملح", "شمس", "ورد", "ثلج", "جسر", "ذهب", "فيل", "كرم"]
VOCABULARY = [one + other for one in WORDS for other in WORDS]
Found = set[tuple[tuple[int, ...], tuple[int, ...]]]


def lines(count: int, seed: int = 5) -> list[str]:
    random = np.random.default_rng(seed)
    return [" ".join(random.choice(VOCABULARY, size=9)) + "." for _ in range(count)]


def links(source: list[list[str]], target: list[list[str]], encoder: Encoder) -> Found:
    found = align(source, target, encoder=encoder)
    return {(link.source, link.target) for link in found.paragraphs}


def test_a_merged_paragraph_in_a_moved_section_keeps_both_its_parts(encoder: Encoder) -> None:
    """Lines 6 to 12 are told first, two of them in one paragraph: a pairing of single ones would lose one."""
    text = lines(30)
    target = [[text[k]] for k in (6, 7)] + [[text[8], text[9]]] + [[text[k]] for k in (10, 11, 12)]
    target += [[text[k]] for k in (*range(6), *range(13, 30))]
    found = links([[line] for line in text], target, encoder)
    wanted = {
        ((6,), (0,)),
        ((7,), (1,)),
        ((8, 9), (2,)),
        ((10,), (3,)),
        ((12,), (5,)),
        ((0,), (6,)),
        ((29,), (28,)),
    }
    assert wanted <= found


def test_what_a_moved_section_lacks_faces_nothing(encoder: Encoder) -> None:
    """Line 22 is missing where lines 18 to 26 are told at the beginning, and an extra line stands in for it."""
    text, extra = lines(40), lines(1, seed=6)
    order = [18, 19, 20, 21, 23, 24, 25, 26]
    target = [*([text[k]] for k in order[:4]), extra, *([text[k]] for k in order[4:])]
    target += [[text[k]] for k in (*range(18), *range(27, 40))]
    found = links([[line] for line in text], target, encoder)
    assert {((18,), (0,)), ((22,), ()), ((), (4,)), ((23,), (5,)), ((26,), (8,)), ((0,), (9,))} <= found


def test_a_section_is_found_far_away_in_a_long_text(encoder: Encoder) -> None:
    """Ten of seven hundred lines stand six hundred lines later: more than any window round the path."""
    text = lines(700)
    order = [*range(40), *range(50, 650), *range(40, 50), *range(650, 700)]
    found = links([[line] for line in text], [[text[k]] for k in order], encoder)
    assert found == {((k,), (place,)) for place, k in enumerate(order)}


def test_two_sections_may_move(encoder: Encoder) -> None:
    """Once the first has moved, the second is sought in the order that is told then."""
    text = lines(60)
    order = [*range(5), *range(30, 38), *range(5, 30), *range(50, 57), *range(38, 50), *range(57, 60)]
    found = links([[line] for line in text], [[text[k]] for k in order], encoder)
    assert found == {((k,), (place,)) for place, k in enumerate(order)}


def test_what_moved_is_less_sure_than_what_did_not(encoder: Encoder) -> None:
    """Yet sure, where much speaks for the move."""
    text = lines(24)
    order = [*range(14, 20), *range(14), *range(20, 24)]
    found = align([[line] for line in text], [[text[k]] for k in order], encoder=encoder)
    assert min(link.confidence for link in found.paragraphs if link.source) > 0.8


def test_a_move_that_costs_more_than_it_brings_is_not_made(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a price no gain can pay, the links of the path come back as they were."""
    monkeypatch.setattr(sections, "_PRICE", 1e6)
    texts, path = moved_texts(encoder)
    assert move_sections(texts, path, load_weights("encoder")) == path


def test_what_is_too_large_to_look_at_stays(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound on the stretch that is sought anew keeps time and memory in hand."""
    monkeypatch.setattr(sections, "_LARGEST", 3)
    texts, path = moved_texts(encoder)
    assert move_sections(texts, path, load_weights("encoder")) == path


def moved_texts(encoder: Encoder) -> tuple[Texts, list[UnitLink]]:
    """Sixteen lines of which six stand first on the other side, and no links yet."""
    text = lines(16)
    order = [*range(8, 14), *range(8), 14, 15]
    source, target = lay_out([[line] for line in text], [[text[k]] for k in order])
    return Texts(source, target, (encoder.encode(source.texts), encoder.encode(target.texts)), (16, 16)), []


def test_what_is_linked_well_enough_is_not_tried(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs are sought among links that could be better; where these are good, nothing is solved anew."""
    texts, _ = moved_texts(encoder)
    path = [UnitLink(Pairing((k,), (k,)), 6.0, 1.0, (0.0, 0.0), (0.0, 0.0)) for k in range(16)]
    monkeypatch.delattr(sections, "solve")
    assert move_sections(texts, path, load_weights("encoder")) == path
