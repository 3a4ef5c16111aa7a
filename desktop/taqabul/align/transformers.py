"""A sentence-transformers model of one's own as the encoder: LaBSE, multilingual E5 and the like, from a folder.

Nothing is fetched: the folder must hold the whole model. The extra ``taqabul[labse]`` brings the library.
"""

import hashlib
import os
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol, cast

import numpy as np
import regex

from taqabul.align.units import Floats
from taqabul.domain.errors import InvalidInput

_PACKAGE: Final = "sentence_transformers"
_BATCH: Final = 32
_MODEL_FILES: Final = frozenset({".json", ".txt", ".model", ".safetensors", ".bin"})
_E5: Final = regex.compile(r"(?:^|[-_./])e5(?:$|[-_.])", regex.IGNORECASE)
_E5_PREFIX: Final = "query: "
_STRANGERS: Final = 0.08
"""The mean cosine of the sample's sentences that do not translate each other, by the embedded encoder."""

_SAMPLE: Final = (
    ("فاز الفريق بالمباراة أمس.", "The team won the match yesterday."),
    ("ارتفعت أسعار القمح هذا العام.", "Wheat prices rose this year."),
    ("يدرس الطلاب الرياضيات في الجامعة.", "The students study mathematics at the university."),
    ("لكل فرد الحق في الحياة.", "Everyone has the right to life."),
    ("تساقط المطر على الجبال.", "Rain fell on the mountains."),
    ("يعالج الدواء الحمى.", "The medicine treats fever."),
    ("عقدت اللجنة اجتماعها في القاهرة.", "The committee held its meeting in Cairo."),
    ("قالت له أمه لا تخف.", "His mother told him not to be afraid."),
    ("اضغط على الزر لفتح الملف.", "Press the button to open the file."),
    ("عاش الملك في قصر كبير.", "The king lived in a great palace."),
    ("السمك طعام مفيد.", "Fish is a healthy food."),
    ("انتهت الحرب بعد ست سنوات.", "The war ended after six years."),
)


class _Model(Protocol):
    """What we use of the library's SentenceTransformer."""

    prompts: dict[str, str]

    def encode(self, texts: list[str], **options: object) -> Floats:
        """One row a text."""
        ...


class TransformersEncoder:
    """A local model, its vectors brought to the scale the weights of the evidence were fitted on.

    Models differ in how alike they find texts that have nothing in common: E5 gives them cosines of .7
    and more. What a sample of sentences has in common is taken out of every vector, and as much put
    back as makes strangers as alike as they are to the embedded encoder.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        """Load the model in ``folder``; torch gets ``threads`` threads in this process.

        Raises InvalidInput where the library is missing or the folder holds no model that loads.
        """
        _check(folder)
        self._model = _load(folder, threads)
        self._prefix = _prefix(self._model, folder)
        self.name = f"{folder.resolve().name}-{_digest(folder)[:12]}"
        """The folder's name and a digest of what it holds, so that no two models share cached vectors."""
        sample = self._rows([text for pair in _SAMPLE for text in pair])
        self._common: Floats = sample.mean(axis=0)
        centred = _unit(sample - self._common)
        cosines = centred[::2] @ centred[1::2].T
        strangers = float(cosines[~np.eye(len(_SAMPLE), dtype=bool)].mean())
        self._share = min((1 - _STRANGERS) / max(1 - strangers, 1e-6), 1.0)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text, shape (n, d + 1)."""
        rows = _unit(self._rows(texts) - self._common) * np.float32(np.sqrt(self._share))
        rest = np.full((len(rows), 1), np.sqrt(1 - self._share), dtype=np.float32)
        return np.hstack([rows, rest])

    def _rows(self, texts: Sequence[str]) -> Floats:
        found = self._model.encode(
            list(texts), prompt=self._prefix, batch_size=_BATCH, show_progress_bar=False,
            convert_to_numpy=True, normalize_embeddings=True,
        )  # fmt: skip
        return np.asarray(found, dtype=np.float32)


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return unit


def _check(folder: Path) -> None:
    if find_spec(_PACKAGE) is None:
        raise InvalidInput(
            "An encoder of your own needs the extra package sentence-transformers.",
            "Install it with: pip install 'taqabul[labse]'",
        )
    if not folder.is_dir():
        raise InvalidInput(
            f"There is no folder {folder}.", "Give the folder of a sentence-transformers model."
        )
    if not any((folder / name).is_file() for name in ("modules.json", "config.json")):
        raise InvalidInput(
            f"There is no sentence-transformers model in {folder}.", "The folder must hold its modules.json."
        )


def _load(folder: Path, threads: int) -> _Model:
    os.environ["HF_HUB_OFFLINE"] = "1"  # read when the library is imported
    try:
        library = import_module(_PACKAGE)
        import_module("torch").set_num_threads(threads)
        return cast("_Model", library.SentenceTransformer(str(folder), device="cpu", local_files_only=True))
    except Exception as error:  # each kind of broken model makes the library raise something else
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise InvalidInput(
            f"The model in {folder} cannot be loaded: {reason}", "Save it again with sentence-transformers."
        ) from error


def _prefix(model: _Model, folder: Path) -> str | None:
    """What stands before each text: E5 models were trained with "query: ", whether or not they say so."""
    own = str((model.prompts or {}).get("query") or "")
    if own.strip().lower() == _E5_PREFIX.strip():
        return own
    return _E5_PREFIX if _E5.search(folder.resolve().name) else None


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _MODEL_FILES:
            digest.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
