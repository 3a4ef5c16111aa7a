"""Terms for checking: read from a file, or proposed out of what was confirmed."""

from pathlib import Path

from taqabul.checks.term_base import NO_TERMS, TermBase
from taqabul.checks.term_candidates import TermCandidate, term_candidates
from taqabul.domain.ids import BitextId
from taqabul.workflow.found import pair_of
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_head
from taqabul.workflow.rows import iter_rows

__all__ = ["NO_TERMS", "TermBase", "TermCandidate", "candidates_of", "term_base"]


def term_base(path: Path) -> TermBase:
    """The term base of a .csv, .tsv or .tbx file. Raises UnreadableFile."""
    # Brings lxml, which the window does not need before.
    from taqabul.formats.term_bases import read_terms  # noqa: PLC0415

    return TermBase(read_terms(path))


def candidates_of(library: Library, bitext: BitextId) -> list[TermCandidate]:
    """What the confirmed pairs of a bitext keep saying for each other, most often first."""
    head = bitext_head(library, bitext)
    languages = (head.source_language, head.target_language)
    return term_candidates(pair_of(row, languages) for row in iter_rows(library, bitext))
