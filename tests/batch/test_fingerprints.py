"""What texts are known by is worked out once, also where the work is interrupted."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from tests.batch.conftest import CHOICES, Here

from taqabul.batch import fingerprints
from taqabul.batch.fingerprints import KnownText, known_texts


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"The committee met {number + 3} times.", encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors made up of the letters, to be quick."""

    class Letters:
        name = "letters"

        @staticmethod
        def encode(texts: list[str]) -> Any:
            import numpy as np

            return np.array(
                [[text.count(letter) + 0.5 for letter in "abcdefgh"] for text in texts], np.float32
            )

    monkeypatch.setattr(fingerprints, "find_encoder", lambda _: Letters())


def known(files: list[Path], kept: Path, workers: Here) -> list[KnownText]:
    return known_texts(files, kept, CHOICES, lambda: nullcontext(workers))


def same(one: list[KnownText], other: list[KnownText]) -> bool:
    return [(a.path, a.print and (a.print.vector.tobytes(), a.print.numbers)) for a in one] == [
        (a.path, a.print and (a.print.vector.tobytes(), a.print.numbers)) for a in other
    ]


def test_interrupted_work_goes_on(files: list[Path], tmp_path: Path) -> None:
    whole = known(files, tmp_path / "whole", Here())
    with pytest.raises(KeyboardInterrupt):
        known(files, tmp_path / "kept", Here(lot=1, stop_after=2))
    workers = Here()
    assert same(known(files, tmp_path / "kept", workers), whole)
    assert sorted(workers.sent) == [2, 3, 4]
    assert [one.print.letters for one in whole if one.print] == [26] * 5


def test_a_text_that_changed_is_looked_at_again(files: list[Path], tmp_path: Path) -> None:
    known(files, tmp_path / "kept", Here())
    files[3].write_text("اجتمعت اللجنة 9 مرات.", encoding="utf-8")
    files[1].unlink()
    workers = Here()
    found = known(files, tmp_path / "kept", workers)
    assert workers.sent == [3]
    assert found[3].print
    assert found[3].print.language == "ar"
    assert found[1].failure == "No such file or directory"


def test_a_lost_text_is_told(files: list[Path], tmp_path: Path) -> None:
    found = known(files, tmp_path / "kept", Here(lost=[2]))
    assert [one.failure for one in found] == ["", "", "It ended.", "", ""]
