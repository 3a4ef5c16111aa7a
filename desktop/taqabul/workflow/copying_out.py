"""Some bitexts of a library in a library file of their own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from taqabul.domain.ids import BitextId, JournalId
from taqabul.storage import journal
from taqabul.storage.transfer import copy_bitexts
from taqabul.workflow.library import Library, open_library


def copy_out(library: Library, path: Path, bitexts: Sequence[BitextId]) -> JournalId:
    """Make a library file that holds these bitexts as they are, under the same numbers.

    Gives the line of the journal up to which it knows them. Raises LibraryError where no file can be made.
    """
    copy = open_library(path, library.author)
    try:
        with library.database.read() as ours, copy.database.write() as theirs:
            copy_bitexts(ours, theirs, bitexts)
            return journal.last_act(ours)
    finally:
        copy.close()


@contextmanager
def copied(library: Library, bitexts: Sequence[BitextId]) -> Iterator[Library]:
    """A copy of some bitexts of a library, open, which goes when the block ends."""
    with TemporaryDirectory(prefix="taqabul-") as folder:
        path = Path(folder) / "copy.db"
        copy_out(library, path, bitexts)
        copy = open_library(path, library.author)
        try:
            yield copy
        finally:
            copy.close()
