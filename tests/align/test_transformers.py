"""A model of one's own: what is asked of it, what is said where it will not do, and one that is real."""

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from taqabul.align import transformers
from taqabul.align.encoder import Encoder, find_encoder
from taqabul.align.engine import align
from taqabul.align.transformers import TransformersEncoder
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import AlignOptions, EngineChoice

Pairs = list[tuple[str, str]]


def folder_of(place: Path, name: str = "model", weights: bytes = b"weights") -> Path:
    """A folder that looks like a model's."""
    folder = place / name
    folder.mkdir()
    (folder / "modules.json").write_text("[]", "utf-8")
    (folder / "README.md").write_text(f"About {name}", "utf-8")
    (folder / "model.safetensors").write_bytes(weights)
    return folder


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch, real_encoder: Encoder) -> SimpleNamespace:
    """In the place of sentence-transformers: the embedded encoder, all its vectors in a narrow cone."""
    seen = SimpleNamespace(loaded=[], prompts=[], threads=[], own_prompts={"query": "", "document": ""})

    class SentenceTransformer:
        def __init__(self, path: str, **options: object) -> None:
            seen.loaded.append((path, options))
            self.prompts = seen.own_prompts

        def encode(self, texts: list[str], prompt: str | None, **_: object) -> np.ndarray:
            seen.prompts.append(prompt)
            rows = real_encoder.encode(texts)
            return np.hstack([0.45 * rows, np.full((len(rows), 1), np.sqrt(1 - 0.45**2))])

    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = SentenceTransformer
    module.__spec__ = ModuleSpec("sentence_transformers", None)
    torch = ModuleType("torch")
    torch.set_num_threads = seen.threads.append
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    monkeypatch.setitem(sys.modules, "torch", torch)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    return seen


def test_a_model_is_loaded_from_its_folder_and_nothing_is_fetched(
    library: SimpleNamespace, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path)
    encoder = find_encoder(AlignOptions(model=str(folder), jobs=1))
    assert encoder is not None
    assert library.loaded == [(str(folder), {"device": "cpu", "local_files_only": True})]
    assert library.threads == [1]
    rows = encoder.encode(["قمر", "A moon"])
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-5)


def strangeness(encoder: Encoder, pairs: Pairs) -> float:
    """The mean cosine of texts that do not translate each other."""
    cosines = encoder.encode([a for a, _ in pairs]) @ encoder.encode([e for _, e in pairs]).T
    return float(cosines[~np.eye(len(pairs), dtype=bool)].mean())


def test_a_model_that_finds_all_texts_alike_aligns_as_well(
    library: SimpleNamespace, tmp_path: Path, true_pairs: Pairs, real_encoder: Encoder
) -> None:
    encoder = TransformersEncoder(folder_of(tmp_path), 1)
    source, target = ([[text] for text in side] for side in zip(*true_pairs, strict=True))
    found = align(source[:9] + source[11:], target[:20] + target[21:], encoder=encoder)
    right = {(i, i) for i in range(30)} - {(9, 9), (10, 10), (20, 20)}
    faced = [link for link in found.paragraphs if link.source and link.target]
    assert {(i + 2 * (i >= 9), j + (j >= 20)) for k in faced for i in k.source for j in k.target} == right
    assert min(link.confidence for link in faced) > 0.9
    assert abs(strangeness(encoder, true_pairs) - strangeness(real_encoder, true_pairs)) < 0.15


@pytest.mark.parametrize(
    ("name", "own", "prefix"),
    [
        ("LaBSE", {"query": "", "document": ""}, None),
        ("multilingual-e5-base", {}, "query: "),
        ("mine", {"query": "Query: "}, "Query: "),
        ("mine", {"query": "Find what answers this: "}, None),
        ("re5tored", {}, None),
    ],
)
def test_e5_models_get_the_word_they_were_trained_with(
    name: str, own: dict[str, str], prefix: str | None, library: SimpleNamespace, tmp_path: Path
) -> None:
    library.own_prompts = own
    TransformersEncoder(folder_of(tmp_path, name), 1).encode(["قمر"])
    assert library.prompts == [prefix, prefix]


def test_models_with_other_weights_have_other_names(library: SimpleNamespace, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = folder_of(tmp_path / "a"), folder_of(tmp_path / "b", weights=b"others")
    names = [TransformersEncoder(folder, 1).name for folder in (one, one, other)]
    assert names[0] == names[1] != names[2]
    assert all(name.startswith("model-") for name in names)


def test_a_model_that_does_not_load_is_told_in_one_line(
    library: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("no tokenizer here\nand much more")

    monkeypatch.setattr(sys.modules["sentence_transformers"], "SentenceTransformer", broken)
    folder = folder_of(tmp_path)
    with pytest.raises(InvalidInput, match=r"cannot be loaded: no tokenizer here$"):
        find_encoder(AlignOptions(model=str(folder)))


def test_a_folder_without_a_model_is_refused(library: SimpleNamespace, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="There is no folder"):
        find_encoder(AlignOptions(model=str(tmp_path / "none")))
    with pytest.raises(InvalidInput, match="There is no sentence-transformers model in"):
        find_encoder(AlignOptions(model=str(tmp_path)))


def test_where_the_library_is_missing_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transformers, "_PACKAGE", "no_such_package")
    with pytest.raises(InvalidInput) as caught:
        find_encoder(AlignOptions(model=str(folder_of(tmp_path))))
    assert "pip install 'taqabul[labse]'" in caught.value.hint


def test_the_lexical_engine_loads_no_model(tmp_path: Path) -> None:
    assert find_encoder(AlignOptions(engine=EngineChoice.LEXICAL, model=str(tmp_path))) is None


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
def test_a_real_model_aligns_a_small_text(tmp_path: Path, true_pairs: Pairs) -> None:
    """A BERT with two layers and random weights, saved and loaded by the library itself."""
    library = pytest.importorskip("sentence_transformers")
    models = pytest.importorskip("sentence_transformers.sentence_transformer.modules")
    bert = pytest.importorskip("transformers")
    words = sorted(
        {word for pair in true_pairs for text in pair for word in text.lower().rstrip(".").split()}
    )
    base = tmp_path / "bert"
    base.mkdir()
    (base / "vocab.txt").write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *words]), "utf-8"
    )
    bert.BertTokenizerFast(str(base / "vocab.txt")).save_pretrained(base)
    bert.set_seed(1)
    shape = bert.BertConfig(
        vocab_size=len(words) + 6, hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=64,
    )  # fmt: skip
    bert.BertModel(shape).save_pretrained(base)
    reader = models.Transformer(str(base))
    saved = tmp_path / "tiny-model"
    library.SentenceTransformer(modules=[reader, models.Pooling(32)], device="cpu").save(str(saved))

    options = AlignOptions(model=str(saved), jobs=1)
    encoder = find_encoder(options)
    assert isinstance(encoder, TransformersEncoder)
    assert encoder.encode(["قمر", "moon", ""]).shape == (3, 33)
    texts = [[english] for _, english in true_pairs[:8]]
    found = align(texts, texts[:3] + texts[4:], options)
    assert found.engine == encoder.name
    assert [link.target for link in found.paragraphs] == [(0,), (1,), (2,), (), (3,), (4,), (5,), (6,)]
