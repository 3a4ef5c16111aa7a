"""Measure the aligner against gold alignments, by set and kind of change."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from taqabul.align.encoder import encoder_name, find_encoder
from taqabul.align.engine import align
from taqabul.align.evaluate import tally
from taqabul.domain.bitext import ProposedLink
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, Level, Progress, no_progress
from taqabul.formats.atomic import replacing
from taqabul.segment.sentences import split_sentences
from taqabul.workflow.evaluation_report import EvaluationReport, EvaluationRow, Measured
from taqabul.workflow.gold import GoldDocument, read_gold
from taqabul.workflow.measuring import Meter

__all__ = ["EvaluationReport", "EvaluationRow", "evaluate", "read_gold"]

Links = Sequence[ProposedLink]


def evaluate(
    gold: Sequence[Path],
    predictions: Path | None = None,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
    level: Level = Level.PARAGRAPH,
) -> EvaluationReport:
    """Align every gold document and compare.

    At ``level`` sentence the segments of a document are laid out as the sentences of one paragraph, and
    the links of sentences are compared. ``predictions`` is a file to write what was found to, a line
    {"id", "links"} a document. All gold is read once before the work begins, and then a document at a
    time. Raises UnreadableFile or InvalidInput for a gold file that cannot be used, CannotWrite for
    predictions.
    """
    options = options or AlignOptions()
    total = sum(1 for path in gold for _ in read_gold(path))
    meter = Meter()
    encoder = find_encoder(options)
    loading = meter.read().seconds
    found: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    with _writer(predictions) as write:
        for number, document in enumerate(document for path in gold for document in read_gold(path)):
            progress(number, total)
            started = time.perf_counter()
            alignment = align(*_texts(document, level), options, encoder=encoder)
            seconds = time.perf_counter() - started
            links = alignment.sentences if level is Level.SENTENCE else alignment.paragraphs
            found[document.set, document.variant].append(Measured(tally(links, document.links), seconds))
            write(document, links)
        progress(total, total)
    rows = tuple(EvaluationRow(*key, tuple(measured)) for key, measured in found.items())
    return EvaluationReport(rows, encoder_name(encoder), level, loading, meter.read())


def _texts(document: GoldDocument, level: Level) -> tuple[list[list[str]], list[list[str]]]:
    if level is Level.SENTENCE:
        return [list(document.source)], [list(document.target)]
    return _sentences(document.source, Language.ARABIC), _sentences(document.target, Language.ENGLISH)


def _sentences(paragraphs: Sequence[str], language: Language) -> list[list[str]]:
    return [[text[start:end] for start, end in split_sentences(text, language)] for text in paragraphs]


@contextmanager
def _writer(path: Path | None) -> Iterator[Callable[[GoldDocument, Links], None]]:
    """Writes what was found for a document into a file, where there is one."""
    if path is None:
        yield lambda document, links: None  # noqa: ARG005
        return
    with replacing(path) as stream:

        def write(document: GoldDocument, links: Links) -> None:
            line = {"id": document.id, "links": [(link.source, link.target) for link in links]}
            stream.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())

        yield write
