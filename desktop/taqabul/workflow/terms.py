"""Terms for checking: kept in the library, read from a file, or proposed out of what was confirmed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from taqabul.checks.term_base import NO_TERMS, TermBase
from taqabul.checks.term_candidates import TermCandidate, term_candidates
from taqabul.domain.ids import BitextId
from taqabul.domain.shelves import Project
from taqabul.domain.terms import Term
from taqabul.storage import shelves
from taqabul.storage import terms as storage
from taqabul.workflow.found import pair_of
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_head
from taqabul.workflow.rows import iter_rows

__all__ = [
    "CANDIDATE_COLUMNS",
    "NO_TERMS",
    "Term",
    "TermBase",
    "TermCandidate",
    "candidates_of",
    "keep_terms",
    "kept_terms",
    "project_of",
    "put_back",
    "term_base",
    "terms_for",
    "write_candidates",
    "write_term_base",
]

CANDIDATE_COLUMNS: Final = ("ar", "en", "pairs", "dice")


def project_of(library: Library, bitext: BitextId) -> Project | None:
    """The project that a bitext is in."""
    with library.database.read() as transaction:
        place = shelves.placements(transaction).get(bitext)
        known = {one.id: one for one in shelves.read_projects(transaction)}
    return known.get(place.project) if place is not None and place.project is not None else None


def kept_terms(library: Library, project: Project | None) -> list[Term]:
    """The terms kept for a project, or for the whole library."""
    with library.database.read() as transaction:
        return storage.read_terms(transaction, None if project is None else project.id)


def keep_terms(library: Library, project: Project | None, terms: Sequence[Term]) -> list[Term]:
    """Keep these terms, and no others, for a project or the whole library.

    No text is concerned, so it is not journalled; returned is how the terms were, for ``put_back``.
    """
    with library.database.write() as transaction:
        place = None if project is None else project.id
        before = storage.read_terms(transaction, place)
        storage.replace_terms(transaction, place, terms)
    return before


def put_back(
    library: Library, project: Project | None, before: Sequence[Term], after: Sequence[Term]
) -> None:
    """Turn a change of the terms around: what was changed since stays as it is."""
    with library.database.write() as transaction:
        place = None if project is None else project.id
        now = storage.read_terms(transaction, place)
        added, gone = {*after} - {*before}, {*before} - {*after} - {*now}
        stays = [one for one in now if one not in added]
        back = [one for one in before if one in gone]
        storage.replace_terms(transaction, place, [*stays, *back])


def terms_for(library: Library, bitext: BitextId) -> tuple[Term, ...]:
    """The terms that a bitext is held to: those of its project and of the library."""
    project = project_of(library, bitext)
    own = kept_terms(library, project) if project is not None else []
    return tuple(dict.fromkeys([*own, *kept_terms(library, None)]))


def term_base(path: Path) -> TermBase:
    """The term base of a .csv, .tsv or .tbx file. Raises UnreadableFile."""
    # Brings lxml, which the window does not need before.
    from taqabul.formats.term_bases import read_terms  # noqa: PLC0415

    return TermBase(read_terms(path))


def write_term_base(path: Path, terms: Sequence[Term]) -> None:
    """Write terms to a .csv that ``term_base`` reads. Raises OSError."""
    from taqabul.formats.term_bases import write_terms  # noqa: PLC0415 - as above

    write_terms(path, terms)


def write_candidates(path: Path, found: Sequence[TermCandidate]) -> None:
    """Write candidates to a .csv that ``term_base`` reads, with how often they were met. Raises OSError."""
    from taqabul.formats.csv_table import write_lines  # noqa: PLC0415 - as above

    with path.open("wb") as out:
        write_lines(CANDIDATE_COLUMNS, ([str(value) for value in one] for one in found), out, ",")


def candidates_of(library: Library, bitext: BitextId) -> list[TermCandidate]:
    """What the confirmed pairs of a bitext keep saying for each other, most often first."""
    head = bitext_head(library, bitext)
    languages = (head.source_language, head.target_language)
    return term_candidates(pair_of(row, languages) for row in iter_rows(library, bitext))
