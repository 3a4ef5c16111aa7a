"""Another library's annotations on the same texts, brought into this one.

Bitexts are the same where both their texts were the same when they were imported. The other file is only read:
what is worked on is a copy of it, which may have to be upgraded.
"""

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from taqabul.domain.bitext import Bitext
from taqabul.domain.errors import AppError, InvalidInput, LibraryError, LibraryLocked
from taqabul.domain.ids import BitextId
from taqabul.domain.options import Progress, no_progress
from taqabul.storage import bitexts, ciphering, documents
from taqabul.storage.copies import copy_file
from taqabul.storage.servers import Server
from taqabul.text.direction import isolated
from taqabul.workflow import backups
from taqabul.workflow.annotating.bringing_in import Brought, bring_in
from taqabul.workflow.annotating.conflicts import Conflict
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.copying_out import copied
from taqabul.workflow.library import Library, library_place, open_library
from taqabul.workflow.passwords import AskPassword, let_in


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: by bitext of ours what was brought in, and the titles of those we do not have.

    ``overtaken`` are the titles of those of ours in which something that theirs was chosen for had changed since it was
    shown, and stayed. ``stopped`` is why no more bitexts came in, and names the one that did not.
    """

    brought: tuple[tuple[BitextId, Brought], ...]
    missing: tuple[str, ...]
    overtaken: tuple[str, ...] = ()
    stopped: AppError | None = None


@contextmanager
def reading_copy(path: Path, ask: AskPassword | None = None) -> Iterator[Library]:
    """A copy of a library, open, which goes when the block ends.

    The password of an encrypted one is that which is known for it, or is asked for. Raises LibraryError, NewerLibrary,
    and LibraryLocked where nobody knows it.
    """
    if not path.is_file():
        raise LibraryError(f"There is no library at {path}.", "Choose another file.")
    with TemporaryDirectory(prefix="taqabul-") as folder:
        copy = Path(folder) / path.name
        try:
            let_in(path, lambda password: _copied(path, copy, password), ask)
        except OSError as error:
            raise LibraryError(f"{path} cannot be read: {error.strerror}.", "Choose another file.") from error
        library = open_library(copy)
        try:
            yield library
        finally:
            library.close()
            ciphering.forget_password(copy)


def _copied(path: Path, copy: Path, password: str | None) -> None:
    """Copy a library by a password of its, or by what is known of it."""
    if password is not None:
        ciphering.use_password(path, password)
    copy.unlink(missing_ok=True)
    try:
        copy_file(path, copy)
    except LibraryLocked:
        if password is not None:
            ciphering.forget_password(path)
        raise


def merge_library(
    library: Library,
    place: str | Path,
    take_theirs: Collection[Conflict] = (),
    progress: Progress = no_progress,
    ask: AskPassword | None = None,
) -> Merged:
    """Bring in what is written in another library, a file or one on a server, one edit a bitext.

    The library is copied before. ``take_theirs`` as for ``merge``. ``progress`` hears (bitexts done, bitexts). ``ask`` as for
    ``reading_copy``. Raises LibraryError, NewerLibrary, InvalidInput for the library itself.
    """
    with _another(library, place, ask) as other:
        backups.keep(library)
        return merge(library, other, take_theirs, progress)


def preview(
    library: Library,
    place: str | Path,
    progress: Progress = no_progress,
    ask: AskPassword | None = None,
) -> Merged:
    """What ``merge_library`` would bring in; it is tried on a copy of the library, which stays as it is.

    Raises AppError where that would stop before its end.
    """
    with _another(library, place, ask) as other, _rehearsal(library, other) as ours:
        tried = merge(ours, other, (), progress)
    if tried.stopped is not None:
        raise tried.stopped
    return tried


@contextmanager
def _rehearsal(library: Library, other: Library) -> Iterator[Library]:
    """A copy of the library, or of those of its bitexts that are concerned where it is on a server."""
    if library.file is not None:
        with reading_copy(library.file) as copy:
            yield copy
        return
    homes = [bitext_of(library, digests) for _, digests in written_bitexts(other)]
    with copied(library, sorted({home for home in homes if home is not None})) as copy:
        yield copy


@contextmanager
def _another(library: Library, place: str | Path, ask: AskPassword | None) -> Iterator[Library]:
    there = library_place(place)
    if _is_same(there, library_place(library.location)):
        raise InvalidInput("This is the library that is open.", "Choose somebody else's library.")
    if isinstance(there, Path):
        with reading_copy(there, ask) as other:
            yield other
    else:
        with closing(open_library(place, ask_password=ask)) as other:
            written = [record.id for record, _ in written_bitexts(other)]
            with copied(other, written) as copy:
                yield copy


def _is_same(there: Path | Server, here: Path | Server) -> bool:
    if isinstance(there, Path) and isinstance(here, Path):
        return there.exists() and here.exists() and there.samefile(here)
    return there == here


def merge(
    library: Library,
    other: Library,
    take_theirs: Collection[Conflict] = (),
    progress: Progress = no_progress,
) -> Merged:
    """Bring in what is written in another open library, a bitext whole or not at all.

    ``take_theirs`` are the conflicts, as somebody saw them, in which what is there shall replace what is here; what
    changed since stays. Where a bitext cannot come in, neither do those after it.
    """
    chosen = {one.uid: one for one in take_theirs}
    brought: list[tuple[BitextId, Brought]] = []
    missing, overtaken = [], []
    stopped = None

    def takes_theirs(conflict: Conflict) -> bool:
        return conflict.uid in chosen and conflict.is_still(chosen[conflict.uid])

    theirs = written_bitexts(other)
    for done, (record, digests) in enumerate(theirs):
        progress(done, len(theirs))
        try:
            home = bitext_of(library, digests)
            if home is None:
                missing.append(record.title)
                continue
            came = bring_in(library, home, annotated_bitext(other, record.id), takes_theirs)
        except AppError as error:
            stopped = _told(error, record.title, len(brought))
            break
        brought.append((home, came))
        if any(one.uid in chosen and one.uid not in came.taken for one in came.conflicts):
            overtaken.append(record.title)
    progress(len(theirs), len(theirs))
    return Merged(tuple(brought), tuple(missing), tuple(overtaken), stopped)


def _told(error: AppError, title: str, before: int) -> AppError:
    """An error with the bitext in which it happened, and what became of the others."""
    error.message = f"What is written on {isolated(f'“{title}”')} did not come in. {error.message}"
    error.args = (error.message,)
    if before:
        others = "one bitext" if before == 1 else f"{before} bitexts"
        hint = error.hint.replace("nothing was changed", "nothing of this bitext was changed")
        error.hint = f"{hint} What is written on {others} came in before; merge again for the rest, nothing comes in twice."
    return error


def written_bitexts(library: Library) -> list[tuple[Bitext, tuple[str, str]]]:
    """The bitexts that somebody wrote on, in the order in which they were made, with the digests of their texts."""
    with library.database.read() as transaction:
        records = bitexts.read_bitexts(transaction)
        digests = documents.digests(transaction, {one for b in records for one in (b.source, b.target)})
        written = bitexts.written_on(transaction)
    return [
        (record, (digests[record.source], digests[record.target]))
        for record in records
        if record.id in written
    ]


def bitext_of(library: Library, digests: tuple[str, str]) -> BitextId | None:
    """The bitext of these two texts; None where the library does not have it."""
    with library.database.read() as transaction:
        found = [documents.latest_with(transaction, one) if one else None for one in digests]
        if found[0] is None or found[1] is None:
            return None
        return bitexts.latest_of(transaction, found[0], found[1])
