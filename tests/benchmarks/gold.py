"""Gold documents cut into units, with vectors kept in a file so that experiments are cheap."""

import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taqabul.align.encoder import Encoder, encode_unique, find_encoder
from taqabul.align.linking import Pairing, in_rows
from taqabul.align.texts import Texts
from taqabul.align.units import Floats, Units, lay_out
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions
from taqabul.segment.sentences import split_sentences
from taqabul.workflow.evaluating import read_gold


class CachedEncoder:
    """The default encoder, which remembers what it has seen in a file, to the precision the engine keeps."""

    name = "cached"

    def __init__(self, path: Path | None) -> None:
        self._path = path
        kept = pickle.loads(path.read_bytes()) if path and path.exists() else {}
        self._vectors: dict[str, NDArray[np.float16]] = kept
        self._encoder: Encoder | None = find_encoder(AlignOptions())
        self._new = 0

    def encode(self, texts: list[str]) -> Floats:
        """One row a text."""
        missing = [text for text in texts if text not in self._vectors]
        if missing:
            if self._encoder is None:
                raise SystemExit("The encoder package is needed here.")
            self._vectors |= zip(missing, self._encoder.encode(missing).astype(np.float16), strict=True)
            self._new += len(missing)
        return np.stack([self._vectors[text] for text in texts]).astype(np.float32)

    def save(self) -> None:
        """Keep what is new."""
        if self._path and self._new:
            self._path.write_bytes(pickle.dumps(self._vectors))
            self._new = 0


@dataclass
class Case:
    """A gold document, laid out."""

    id: str
    variant: str
    source: list[list[str]]
    target: list[list[str]]
    links: tuple[Pairing, ...]

    @property
    def set(self) -> str:
        """The collection it belongs to."""
        return self.id.partition("/")[0]

    def units(self) -> tuple[Units, Units]:
        """Both sides cut into units."""
        return lay_out(self.source, self.target)

    def texts(self, encoder: CachedEncoder | None) -> Texts:
        """Both sides with their vectors."""
        source, target = self.units()
        near = None
        if encoder is not None:
            vectors = encode_unique(encoder, [*source.texts, *target.texts], lambda _: None)
            near = (vectors[: len(source)], vectors[len(source) :])
        return Texts(source, target, near, (len(self.source), len(self.target)))


def load_cases(paths: list[Path]) -> list[Case]:
    """All documents of some gold files."""
    return [
        Case(d.id, d.variant, _split(d.source, Language.ARABIC), _split(d.target, Language.ENGLISH), d.links)
        for path in paths
        for d in read_gold(path)
    ]


def _split(paragraphs: tuple[str, ...], language: Language) -> list[list[str]]:
    return [[text[start:end] for start, end in split_sentences(text, language)] for text in paragraphs]


def cut_long(case: Case, size: int = 60, pieces: int = 60) -> list[Case]:
    """A short document as it is; of a long one, pieces spread over it, cut where no link is parted."""
    if len(case.source) <= 10 * size:
        return [case]
    links = in_rows(case.links)
    starts = [round(k * (len(links) - size) / (pieces - 1)) for k in range(pieces)]
    return [piece(case, links[start : start + size], f"{case.id}#{start}") for start in starts]


def piece(case: Case, links: list[Pairing], name: str) -> Case:
    """Some links of a document as a document."""
    ours = sorted(i for link in links for i in link.source)
    theirs = sorted(j for link in links for j in link.target)
    renumbered = tuple(
        Pairing(tuple(ours.index(i) for i in link.source), tuple(theirs.index(j) for j in link.target))
        for link in links
    )
    return Case(
        name, case.variant, [case.source[i] for i in ours], [case.target[j] for j in theirs], renumbered
    )
