"""Times aligning a text for the first time against aligning again after most of it is confirmed. Run by hand.

    .venv/bin/python tests/benchmarks/bench_realign.py GOLD [ROWS]

Takes the first ROWS links (2,000 by default) of the first document in a gold file, keeps both texts in a library
in a temporary folder and aligns them, with the vectors the library remembers and without any; then confirms all
rows but a few, spread over the text, and aligns those again. Prints seconds, the share of the first time, and how
many texts were encoded. The encoder is loaded before.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from taqabul.align.encoder import Encoder, VectorStore, find_encoder
from taqabul.align.engine import align
from taqabul.align.linking import Pairing, in_rows
from taqabul.align.units import Floats, Paragraphs
from taqabul.domain.bitext import Alignment
from taqabul.domain.files import TextFile
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.segment.sentences import split_sentences
from taqabul.workflow import aligning, history, reviewing
from taqabul.workflow.evaluating import GoldDocument, read_gold
from taqabul.workflow.intake import SegmentedText, keep
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.proposals import Propose
from taqabul.workflow.remembering import LibraryVectors
from taqabul.workflow.rows import iter_rows

FREE = (3, 20, 200)


class Counting:
    """The default encoder, which counts the texts it is given."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name = encoder.name
        self.count = 0

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row a text."""
        self.count += len(texts)
        return self._encoder.encode(texts)


def kept(library: Library, gold: GoldDocument, rows: int) -> tuple[DocumentId, DocumentId]:
    """The paragraphs of the first links as two documents."""
    links = in_rows(gold.links)[:rows]
    ours = sorted(p for link in links for p in link.source)
    theirs = sorted(p for link in links for p in link.target)
    sides = (
        (Language.ARABIC, [gold.source[p] for p in ours]),
        (Language.ENGLISH, [gold.target[p] for p in theirs]),
    )
    found = []
    with library.database.write() as transaction:
        for language, texts in sides:
            paragraphs = [(text, split_sentences(text, language)) for text in texts]
            file = TextFile("gold", "\n\n".join(texts), "utf-8", str(datetime.now(UTC)))
            found += keep(transaction, file, [SegmentedText(language, "gold", paragraphs)])
    return found[0], found[1]


def seconds(step: Callable[[], object]) -> float:
    """How long a step takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def main() -> None:
    """Align, confirm, align again."""
    gold = next(iter(read_gold(Path(sys.argv[1]))))
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    found = find_encoder(AlignOptions())
    if found is None:
        raise SystemExit("The encoder package is needed here.")
    found.encode(["مرحبا", "hello"])
    encoder = Counting(found)

    def propose(
        source: Paragraphs,
        target: Paragraphs,
        options: AlignOptions,
        progress: Progress,
        anchors: Sequence[Pairing],
        store: VectorStore | None,
    ) -> Alignment:
        return align(source, target, options, progress, encoder, anchors=anchors, store=store)

    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "library.db", "bench")
        source, target = kept(library, gold, rows)
        texts = aligning.texts_of(library, source, target)
        made: list[BitextId] = []

        def first() -> None:
            alignment = propose(*texts, AlignOptions(), no_progress, (), LibraryVectors(library))
            made.append(aligning.create_bitext(library, source, target, alignment))

        whole = seconds(first)
        report(f"align {len(texts[0])} + {len(texts[1])} paragraphs", whole, whole, encoder)
        report("the same, remembered", seconds(first), whole, encoder)
        for free in FREE:
            measure(library, made[0], free, whole, encoder, propose)
        library.close()


def measure(
    library: Library, bitext: BitextId, free: int, whole: float, encoder: Counting, propose: Propose
) -> None:
    """Confirm all rows but a few and align again; then take the verdicts back."""
    links = [row.link.id for row in iter_rows(library, bitext)]
    left = set(links[len(links) // (2 * free) :: len(links) // free])
    reviewing.confirm(library, bitext, [id_ for id_ in links if id_ not in left])
    taken = seconds(lambda: aligning.realign(library, bitext, propose=propose))
    report(f"align again, {len(left)} of {len(links)} rows free", taken, whole, encoder)
    while history.undo(library, bitext):
        pass


def report(name: str, taken: float, whole: float, encoder: Counting) -> None:
    """One line, and the count begins anew."""
    print(f"{name:<44} {taken:8.2f} s  {taken / whole:6.3f}  {encoder.count:6} encoded")
    encoder.count = 0


if __name__ == "__main__":
    main()
