"""Several annotators at one library on a private PostgreSQL server: how long an edit takes, and whether any is lost.

python -m tests.benchmarks.bench_team --people 20 --seconds 300 --pause 1.5

Each person edits rows of the same bitext: notes, verdicts, corrections; one who is told that a row was changed looks
again, as a person would, and that counts as a conflict, not as an edit. In the end every acknowledged edit must stand
in the journal, and the journal must lead to what the library holds. People share processes, four of them.
"""

import argparse
import random
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

import numpy as np
from tests.server import Cluster

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.errors import EditConflict, LibraryError
from taqabul.domain.files import TextFile
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.workflow import reviewing
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.history import journal
from taqabul.workflow.intake import SegmentedText, keep
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.rows import iter_rows, outline
from taqabul.workflow.verifying import verify

ROWS = 1000
PROCESSES = 4
WAIT = 300
_meeting: list[Barrier] = []


def main() -> None:
    """Run it and print what came of it."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--people", type=int, default=20)
    given.add_argument("--seconds", type=float, default=300)
    given.add_argument(
        "--pause", type=float, default=1.5, help="seconds between two edits of a person, on average"
    )
    asked = given.parse_args()
    cluster = Cluster({"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"})
    try:
        address = cluster.address(cluster.create())
        library = open_library(address, "owner")
        bitext = _filled(library)
        shares = [range(k, asked.people, PROCESSES) for k in range(PROCESSES)]
        context = get_context("spawn")
        ready = context.Barrier(asked.people)
        with ProcessPoolExecutor(PROCESSES, context, _meet, (ready,)) as pool:
            work = [
                pool.submit(_work, address, bitext, share, asked.seconds, asked.pause) for share in shares
            ]
            done = [one for each in work for one in each.result()]
        _report(library, bitext, done)
        library.close()
    finally:
        cluster.remove()


def _filled(library: Library) -> BitextId:
    ids = []
    with library.database.write() as transaction:
        for language, letter in ((Language.ARABIC, "أ"), (Language.ENGLISH, "B")):
            texts = [f"{letter} {k}." for k in range(ROWS)]
            file = TextFile(f"{language.value}.txt", "\n".join(texts), "utf-8", "0" * 64)
            text = SegmentedText(language, "team", [(one, [(0, len(one))]) for one in texts])
            ids += keep(transaction, file, [text])
    pairs = tuple(ProposedLink((k,), (k,), 0.5) for k in range(ROWS))
    return create_bitext(library, *ids, Alignment(pairs, pairs, "bench"))


Done = tuple[list[float], list[int], int, int]


def _meet(everybody: Barrier) -> None:
    """Have people begin together, when all of them have the texts before them."""
    _meeting.append(everybody)


def _work(address: str, bitext: BitextId, people: Sequence[int], seconds: float, pause: float) -> list[Done]:
    with ThreadPoolExecutor(len(people)) as pool:
        work = [pool.submit(_annotate, address, bitext, one, seconds, pause) for one in people]
        return [one.result() for one in work]


def _annotate(address: str, bitext: BitextId, number: int, seconds: float, pause: float) -> Done:
    chance = random.Random(number)
    library = open_library(address, f"person {number}")
    rows = [row.link for row in iter_rows(library, bitext)]
    took: list[float] = []
    acts: list[int] = []
    conflicts = refused = 0
    _meeting[0].wait(WAIT)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(chance.uniform(0, 2 * pause))
        row = chance.choice(rows)
        began = time.perf_counter()
        try:
            if chance.random() < 0.4:
                changes = add_note(library, bitext, row.id, f"{number}: {len(acts)}")
            elif chance.random() < 0.5:
                changes = reviewing.confirm(library, bitext, [row.id])
            else:
                changes = reviewing.edit_text(library, bitext, row.target[0], f"B {number} {len(acts)}.")
        except EditConflict:
            conflicts += 1
            outline(library, bitext)
            continue
        except LibraryError:  # somebody else held the library for longer than our patience
            refused += 1
            continue
        took.append(time.perf_counter() - began)
        if changes.journal is not None:
            acts.append(changes.journal)
    library.close()
    return took, acts, conflicts, refused


def _report(library: Library, bitext: BitextId, done: Sequence[Done]) -> None:
    took = np.array([one for each, *_ in done for one in each]) * 1000
    acknowledged = {one for _, acts, *_ in done for one in acts}
    written = {line.id for line in journal(library, bitext, limit=len(acknowledged) * 2 + 100)}
    faults = verify(library).faults
    print(
        f"{len(done)} people, {len(took)} edits, {sum(one[2] for one in done)} conflicts told, "
        f"{sum(one[3] for one in done)} refused as busy"
    )
    print("ms an edit: " + ", ".join(f"p{p} {np.percentile(took, p):.0f}" for p in (50, 95, 99)))
    print(f"acknowledged and lost: {len(acknowledged - written)}; faults of the library: {len(faults)}")


if __name__ == "__main__":
    main()
