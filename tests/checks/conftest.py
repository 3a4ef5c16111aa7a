"""Pairs to check, and the precision and recall of a check on test pairs."""

from collections.abc import Callable, Iterable

import pytest

from taqabul.checks.records import Finding, Pair
from taqabul.checks.registry import BY_ID, on_bitext, on_pair
from taqabul.checks.term_base import TermBase
from taqabul.checks.whole import whole_of
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions
from taqabul.segment.sentences import split_sentences
from taqabul.workflow.pair_meaning import Meanings

Texts = Iterable[tuple[str, str]]
Find = Callable[..., list[Finding]]


def pairs_of(texts: Texts) -> list[Pair]:
    return [
        Pair(
            LinkId(number),
            source,
            target,
            sentences=(
                tuple(split_sentences(source, Language.ARABIC)),
                tuple(split_sentences(target, Language.ENGLISH)),
            ),
        )
        for number, (source, target) in enumerate(texts, start=1)
    ]


@pytest.fixture
def find() -> Find:
    """What one check finds in pairs of texts; ``meant`` asks the encoder."""

    def finding(check: str, *texts: tuple[str, str], terms: TermBase | None = None, meant: bool = False):
        pairs = pairs_of(texts)
        meanings = Meanings.found(AlignOptions(jobs=1)) if meant else Meanings(None)
        whole = whole_of(pairs, meanings.told, terms or TermBase())
        checks = [BY_ID[check]]
        found = [one for pair in pairs for one in on_pair(checks, meanings.told(pair), whole)]
        return found + list(on_bitext(checks, pairs, whole))

    return finding
