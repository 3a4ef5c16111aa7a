"""Terminology: a term whose translation is not what the term base says, and words it forbids."""

from collections.abc import Iterator

from taqabul.checks.records import Pair, Problem
from taqabul.checks.term_base import Folded
from taqabul.checks.whole import Whole
from taqabul.domain.language import Side


def term_problems(pair: Pair, whole: Whole) -> Iterator[Problem]:
    """A problem for each term of the source that the target does not say as agreed, and each forbidden word."""
    if not whole.terms.terms:
        return
    source, target = Folded(pair.source), Folded(pair.target)
    ours, theirs = pair.languages
    for entry in whole.terms.entries:
        for side, folded, language in ((Side.SOURCE, source, ours), (Side.TARGET, target, theirs)):
            for span in folded.places(entry.forbidden[language]):
                instead = ", ".join(entry.term.wanted(language))
                yield Problem.on(
                    side, [span], "“{}” shall not be used; the term is “{}”",
                    pair.text(side)[slice(*span)], instead,
                )  # fmt: skip
        said = sorted(set(source.places(entry.wanted[ours])))
        wanted = entry.wanted[theirs]
        if said and wanted and not pair.is_one_sided and next(target.places(wanted), None) is None:
            values = (pair.source[slice(*said[0])], ", ".join(entry.term.wanted(theirs)))
            yield Problem("“{}” is not translated as “{}”", values, tuple(said))
