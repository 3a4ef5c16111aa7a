"""Long texts teach their words: what is learned from sure links, and what it decides where the encoder is at a loss."""

import random
from collections.abc import Sequence
from itertools import chain

import numpy as np
import pytest

from taqabul.align.engine import align
from taqabul.align.glosses import FEWEST, Glosses, learn
from taqabul.align.linking import Pairing
from taqabul.align.units import Floats, lay_out
from taqabul.domain.errors import Cancelled
from taqabul.domain.options import AlignOptions

ROOTS = [
    "كتب",
    "درس",
    "علم",
    "فهم",
    "رسم",
    "قطف",
    "حمل",
    "نقل",
    "سبح",
    "ركض",
    "جلس",
    "وقف",
    "زرع",
    "حصد",
    "طبخ",
    "غسل",
    "لبس",
    "فتح",
    "غلق",
    "كسر",
]
WORDS = [f"{first}{second}" for first in ROOTS for second in ROOTS[:6]]
FOREIGN = {word: f"word{chr(97 + at % 26)}{chr(97 + at // 26)}" for at, word in enumerate(WORDS)}


def invented(count: int, seed: int = 1) -> tuple[list[str], list[str]]:
    """Sentences of words nobody knows, and the same sentences in the words of another such language."""
    order = random.Random(seed)
    ours = [" ".join(order.sample(WORDS, 7)) + "." for _ in range(count)]
    theirs = []
    for sentence in ours:
        words = [FOREIGN[word] for word in sentence.rstrip(".").split()]
        order.shuffle(words)
        theirs.append(" ".join(words) + ".")
    return ours, theirs


class HardOfHearing:
    """Gives the two texts of a pair one direction, and texts it does not know one each."""

    name = "hard-of-hearing"

    def __init__(self, pairs: Sequence[tuple[str, str]], unknown: Sequence[str]) -> None:
        space = np.random.default_rng(4)
        self._known: dict[str, Floats] = {}
        for texts in (*pairs, *((text,) for text in unknown)):
            direction = space.normal(size=64)
            direction /= np.linalg.norm(direction)
            self._known |= dict.fromkeys(texts, direction.astype(np.float32))

    def encode(self, texts: Sequence[str]) -> Floats:
        return np.stack([self._known[text] for text in texts])


def glossed(count: int = 400) -> tuple[Glosses, list[str], list[str]]:
    ours, theirs = invented(count)
    links = [Pairing((k,), (k,)) for k in range(count)]
    found = learn(lay_out([[text] for text in ours], [[text] for text in theirs]), links)
    assert found is not None
    return found, ours, theirs


def test_too_few_links_teach_nothing() -> None:
    ours, theirs = invented(FEWEST)
    sides = lay_out([[text] for text in ours], [[text] for text in theirs])
    links = [Pairing((k,), (k,)) for k in range(FEWEST)]
    assert learn(sides, links[1:]) is None
    assert learn(sides, links) is not None


def test_what_faces_each_other_is_liker_than_what_does_not() -> None:
    glosses, ours, _ = glossed()
    table = glosses.likeness([(1, 1)])[1, 1]
    own = np.diag(table)
    others = table[~np.eye(len(ours), dtype=bool)]
    assert own.min() > np.quantile(others, 0.999)
    assert abs(others.mean()) < 0.1 * own.mean(), "what chance gives counts for nothing"


@pytest.mark.parametrize("shape", [(1, 2), (2, 1), (2, 2), (1, 4), (4, 1)])
def test_runs_are_alike_as_their_sums(shape: tuple[int, int]) -> None:
    glosses, *_ = glossed(200)
    expected = 0.0
    for ours, theirs in zip(glosses.source, glosses.target, strict=True):
        a, b = (side.rows.toarray() for side in (ours, theirs))
        m, n = shape
        run_a = np.stack([a[i : i + m].sum(axis=0) for i in range(len(a) - m + 1)])
        run_b = np.stack([b[j : j + n].sum(axis=0) for j in range(len(b) - n + 1)])
        norms = np.linalg.norm(run_a, axis=1)[:, None] * np.linalg.norm(run_b, axis=1)[None, :]
        expected = expected + run_a @ run_b.T / norms / 2
    found = glosses.likeness([shape])[shape]
    assert np.allclose(found, glosses.worth * (expected - glosses.chance), atol=1e-4)


def test_a_part_is_as_in_the_whole() -> None:
    glosses, *_ = glossed(200)
    shapes = [(1, 1), (2, 1), (1, 3)]
    whole, part = glosses.likeness(shapes), glosses.part((10, 20), (40, 60)).likeness(shapes)
    for m, n in shapes:
        assert np.allclose(part[m, n], whole[m, n][10 : 41 - m, 20 : 61 - n], atol=1e-6)


def test_a_link_alone_glosses_nothing() -> None:
    ours, theirs = invented(200)
    ours[50], theirs[50] = "قنفذ", "hedgehog"
    links = [Pairing((k,), (k,)) for k in range(200)]
    found = learn(lay_out([[text] for text in ours], [[text] for text in theirs]), links)
    assert found is not None
    assert found.likeness([(1, 1)])[1, 1][50, 50] <= 0


def uncertain(count: int) -> tuple[list[str], list[str], set[Pairing], HardOfHearing]:
    """Every tenth paragraph is unknown to the encoder, and an intruder of its length stands before or after it."""
    ours, theirs = invented(count)
    strangers = iter(invented(count, seed=9)[1])
    order, target, links, unknown = random.Random(2), [], set(), []
    for k, text in enumerate(theirs):
        if k % 10:
            links.add(Pairing((k,), (len(target),)))
            target.append(text)
            continue
        intruder = next(strangers)
        unknown += [ours[k], text, intruder]
        both = order.sample([text, intruder], 2)
        links.add(Pairing((k,), (len(target) + both.index(text),)))
        target += both
    known = [(ours[k], theirs[k]) for k in range(count) if k % 10]
    return ours, target, links, HardOfHearing(known, unknown)


def test_a_long_text_knows_what_its_encoder_does_not() -> None:
    ours, theirs, links, encoder = uncertain(400)
    found = align(
        [[text] for text in ours], [[text] for text in theirs], AlignOptions(jobs=1), encoder=encoder
    )
    linked = {Pairing(link.source, link.target) for link in found.paragraphs if link.source and link.target}
    assert links <= linked


def test_a_short_text_cannot_know() -> None:
    ours, theirs, links, encoder = uncertain(100)
    found = align(
        [[text] for text in ours], [[text] for text in theirs], AlignOptions(jobs=1), encoder=encoder
    )
    linked = {Pairing(link.source, link.target) for link in found.paragraphs if link.source and link.target}
    assert not links <= linked


def test_a_long_text_in_which_little_is_sure_is_not_learned_from(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, _ = invented(FEWEST + 10)
    others = invented(FEWEST + 10, seed=3)[1]
    looks: list[Glosses | None] = []
    monkeypatch.setattr("taqabul.align.second_look.learn", lambda *given: looks.append(learn(*given)))
    deaf = HardOfHearing([], [*ours, *others])
    found = align([[text] for text in ours], [[text] for text in others], AlignOptions(jobs=1), encoder=deaf)
    assert looks == [None]
    assert all(link.confidence < 0.5 for link in found.paragraphs)


def test_the_second_look_can_be_cancelled_and_its_progress_ends_in_all() -> None:
    ours, theirs, _, encoder = uncertain(400)
    heard: list[tuple[int, int]] = []
    sides = [[text] for text in ours], [[text] for text in theirs]
    align(*sides, AlignOptions(jobs=1), lambda done, total: heard.append((done, total)), encoder)
    assert heard[-1][0] == heard[-1][1]
    assert heard == sorted(heard)
    total = heard[-1][1]

    def stop(done: int, _total: int) -> None:
        if done > total * 0.7:
            raise Cancelled

    with pytest.raises(Cancelled):
        align(*sides, AlignOptions(jobs=1), stop, encoder)
    assert len(set(chain.from_iterable(heard))) > 4
