"""Edits a library on a disk that fails, and prints what was acknowledged: run by ``broken_disk``.

    python -m tests.durability.editor LIBRARY BITEXT SEED ATTEMPTS [LIMIT]

Each line of the output is an act: its line in the journal and what the library held after it. A disk that fails must
come as a LibraryError; anything else ends the program. LIMIT is how many bytes a file may have.
"""

import random
import resource
import signal
import sys
from pathlib import Path

from tests.durability.editing import digest, edit_at_random

from taqabul.domain.errors import LibraryError
from taqabul.domain.ids import BitextId
from taqabul.workflow.library import Library, open_library


def main() -> None:
    """Try as many acts as the arguments say."""
    path, bitext, seed, attempts, *limit = sys.argv[1:]
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit[0]), resource.RLIM_INFINITY))
    chance = random.Random(int(seed))
    library, refused, left = None, 0, int(attempts)
    while left > 0:
        left -= 1
        try:
            library = library or open_library(Path(path), "editor")
            for line in edit_at_random(library, BitextId(int(bitext)), chance.randrange(2**32)):
                print(line, _state(library).hex(), flush=True)
                left -= 1
                if left <= 0:
                    break
        except LibraryError as error:
            refused += bool(error.hint)
    print("refused", refused, flush=True)


def _state(library: Library) -> bytes:
    while True:
        try:
            with library.database.read() as transaction:
                return digest(transaction)
        except LibraryError:
            continue  # a new connection writes too, and may fail; what was acknowledged is asked again


if __name__ == "__main__":
    main()
