"""Measure the aligner against gold alignments, by set and kind of change.

A gold file is JSON Lines, a document a line: {"id", "variant", "source": [paragraphs],
"target": [paragraphs], "links": [[[source numbers], [target numbers]], ...]}, numbers from 0. The
set of a document is what stands before the first "/" of its id.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taqabul.align.engine import align
from taqabul.align.evaluate import Score, pair_score, strict_score
from taqabul.align.linking import Pairing
from taqabul.domain.bitext import ProposedLink, misplaced
from taqabul.domain.errors import CannotWrite, InvalidInput, UnreadableFile
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.segment.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """Two texts whose links are known."""

    id: str
    variant: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[Pairing, ...]

    @property
    def set(self) -> str:
        """The collection it belongs to."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """The scores of one set in one variant."""

    set: str
    variant: str
    documents: int
    strict: Score
    pairs: Score


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """What an evaluation found; ``seconds`` the time spent aligning."""

    rows: tuple[EvaluationRow, ...]
    engine: str
    seconds: float

    @property
    def mean_strict_f1(self) -> dict[str, float]:
        """By variant, the mean over the sets."""
        variants = dict.fromkeys(row.variant for row in self.rows)
        scores = {v: [row.strict.f1 for row in self.rows if row.variant == v] for v in variants}
        return {variant: sum(values) / len(values) for variant, values in scores.items()}


def evaluate(
    gold: Sequence[Path],
    predictions: Path | None = None,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
) -> EvaluationReport:
    """Align every gold document and compare.

    ``predictions`` is a file to write what was found to, a line {"id", "links"} a document. Raises
    UnreadableFile or InvalidInput for a gold file that cannot be used, CannotWrite for predictions.
    """
    documents = [document for path in gold for document in read_gold(path)]
    found: list[tuple[GoldDocument, list[Pairing]]] = []
    engine, started = "", time.perf_counter()
    for number, document in enumerate(documents):
        progress(number, len(documents))
        alignment = align(
            _sentences(document.source, Language.ARABIC),
            _sentences(document.target, Language.ENGLISH),
            options or AlignOptions(),
        )
        engine = alignment.engine
        found.append((document, [Pairing(link.source, link.target) for link in alignment.paragraphs]))
    progress(len(documents), len(documents))
    seconds = time.perf_counter() - started
    if predictions is not None:
        _write(predictions, found)
    return EvaluationReport(_rows(found), engine, seconds)


def read_gold(path: Path) -> Iterator[GoldDocument]:
    """The documents of a gold file."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as UTF-8 text.", "Give a gold file in JSON Lines."
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _document(line, f"{path}, line {number}")


def _document(line: str, place: str) -> GoldDocument:
    try:
        raw: dict[str, Any] = json.loads(line)
        links = tuple(Pairing(tuple(map(int, a)), tuple(map(int, b))) for a, b in raw["links"])
        source, target = tuple(map(str, raw["source"])), tuple(map(str, raw["target"]))
        document = GoldDocument(str(raw["id"]), str(raw.get("variant", "plain")), source, target, links)
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(
            f"{place} is not a gold document.", "Each line needs id, source, target and links."
        ) from error
    faults = misplaced([ProposedLink(*pairing) for pairing in links], len(source), len(target))
    if faults:
        raise InvalidInput(
            f"{place}: {faults[0]}.", "Every paragraph must be in exactly one link, counted from 0."
        )
    return document


def _sentences(paragraphs: Sequence[str], language: Language) -> list[list[str]]:
    return [[text[start:end] for start, end in split_sentences(text, language)] for text in paragraphs]


def _rows(found: Sequence[tuple[GoldDocument, list[Pairing]]]) -> tuple[EvaluationRow, ...]:
    rows: dict[tuple[str, str], EvaluationRow] = {}
    for document, links in found:
        key = (document.set, document.variant)
        row = rows.get(key, EvaluationRow(*key, 0, Score(), Score()))
        rows[key] = EvaluationRow(
            *key,
            row.documents + 1,
            row.strict + strict_score(links, document.links),
            row.pairs + pair_score(links, document.links),
        )
    return tuple(rows.values())


def _write(path: Path, found: Sequence[tuple[GoldDocument, list[Pairing]]]) -> None:
    lines = [
        json.dumps({"id": document.id, "links": links}, ensure_ascii=False) + "\n"
        for document, links in found
    ]
    try:
        path.write_text("".join(lines), "utf-8")
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written.", "Choose another file for the predictions.") from error
