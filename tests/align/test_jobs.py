"""However many processors work on a text, the alignment is the same to the last bit."""

from pathlib import Path

import pytest

from taqabul.align import anchors, encoder, monotone, pool
from taqabul.align.engine import align
from taqabul.align.texts import Texts
from taqabul.align.units import units_of
from taqabul.align.weights import load_weights
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions
from taqabul.segment.sentences import split_sentences

SEEDS = Path(__file__).parents[2] / "seeds"


def paragraphs(language: Language, *names: str) -> list[list[str]]:
    """The lines of some sample documents that are in a language, each a list of its sentences."""
    lines = [line for name in names for line in (SEEDS / name).read_text("utf-8").splitlines()]
    letters = "\u0620", "\u06d3"
    arabic = [any(letters[0] <= c <= letters[1] for c in line) for line in lines]
    kept = [
        line
        for line, is_arabic in zip(lines, arabic, strict=True)
        if line.strip() and is_arabic == (language is Language.ARABIC)
    ]
    return [[line[a:b] for a, b in split_sentences(line, language)] for line in kept]


def test_the_number_of_jobs_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool.os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)
    names = ("000_ed9df4b2a4667265.txt", "001_ca1e669d41fb41dd.txt", "003_a0c7b805fdd45ce2.txt")
    source, target = (paragraphs(language, *names)[:120] for language in (Language.ARABIC, Language.ENGLISH))
    for module, name, value in (
        (anchors, "_SMALL", 20), (anchors, "_PIECE", 8), (anchors, "_LARGEST", 30), (encoder, "_BATCHES_A_TASK", 2),
        (monotone, "_AREA", 1), (encoder, "_LONG", 0), (monotone, "_LONG", 0),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    heard: list[tuple[int, int]] = []
    alone = align(source, target, AlignOptions(jobs=1))
    together = align(source, target, AlignOptions(jobs=2), lambda *state: heard.append(state))
    assert together == alone
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]


def test_the_path_goes_through_the_bounds_it_is_given() -> None:
    units = units_of([["قمر."], ["بحر."], ["نهر."]])
    heard: list[int] = []
    found = monotone.monotone_links(
        Texts(units, units, None), load_weights("lexical"), heard.append, bounds=[(1, 0), (2, 1), (2, 3)]
    )
    assert sum(heard) == 6
    assert all(link.pairing == ((1,), (0,)) for link in found)
