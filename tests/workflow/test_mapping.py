"""The map of a bitext shows its links as they are now."""

from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from taqabul.domain.errors import InvalidInput, UnsupportedFormat
from taqabul.domain.ids import BitextId
from taqabul.domain.options import AlignOptions, EngineChoice, no_progress
from taqabul.workflow import mapping
from taqabul.workflow.mapping import draw_map, heat_of, map_of
from taqabul.workflow.projects import rename_bitext
from taqabul.workflow.reviewing.statuses import reject

LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)
PICTURE = """
A1 | B1
A2 | B4
A3 | B2 B3
A4 |
   | B5
"""


def shown(drawn, options=LEXICAL):
    return map_of(drawn.library, drawn.id, options, no_progress)


def test_links_are_numbered_as_on_the_screen_and_crossings_known(draw) -> None:
    found = shown(draw(PICTURE))
    assert found.sizes == (4, 5)
    assert sorted((link.source, link.target) for link in found.links) == [
        ((1,), (1,)),
        ((2,), (4,)),
        ((3,), (2, 3)),
    ]
    assert [link.crossing for link in found.links].count(True) == 1
    assert found.alone == ([4], [5])
    assert found.sides == ("Arabic", "English")


def test_rejected_links_are_not_on_the_map(draw) -> None:
    drawn = draw(PICTURE)
    reject(drawn.library, drawn.id, drawn.links("A2"))
    assert [link.source for link in shown(drawn).links] == [(1,), (3,)]
    assert not any(link.crossing for link in shown(drawn).links)


def test_without_the_encoder_confidence_is_shown(draw) -> None:
    found = shown(draw(PICTURE))
    assert found.heat_name == "confidence of the link"
    assert found.heat.shape == (4, 5)
    linked = np.argwhere(found.heat > 0).tolist()
    assert set(map(tuple, linked)) <= {(0, 0), (1, 3), (2, 1), (2, 2)}


class Same:
    name = "same"

    def encode(self, texts):
        return np.ones((len(texts), 4), np.float32) / 2


def test_with_the_encoder_likeness_is_shown(draw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapping, "find_encoder", lambda options: Same())
    found = shown(draw(PICTURE))
    assert found.heat_name == "similarity of meaning"
    assert np.allclose(found.heat, 1.0)


def test_the_window_is_given_the_likeness_alone_and_every_text_is_encoded_once(draw, monkeypatch) -> None:
    class Counting(Same):
        asked: ClassVar[list[str]] = []

        def encode(self, texts):
            self.asked.extend(texts)
            return super().encode(texts)

    monkeypatch.setattr(mapping, "find_encoder", lambda options: Counting())
    drawn = draw(PICTURE)
    for _ in range(2):
        heat = heat_of(drawn.library, drawn.id)
        assert heat is not None
        assert heat.shape == (4, 5)
    assert len(Counting.asked) == 9
    monkeypatch.setattr(mapping, "find_encoder", lambda options: None)
    assert heat_of(drawn.library, drawn.id) is None


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Déclaration  universelle", "Déclaration universelle"),
        ("إعلان / Declaration", "Bitext 1"),
        ("a" * 100, "a" * 79 + "-"),
        ("bell\x07", "Bitext 1"),
    ],
)
def test_the_title_has_only_letters_that_a_map_can_show(draw, title: str, words: str) -> None:
    drawn = draw(PICTURE)
    rename_bitext(drawn.library, drawn.id, title)
    assert shown(drawn).title == words


def test_the_picture_is_written(draw, tmp_path: Path) -> None:
    drawn = draw(PICTURE)
    draw_map(drawn.library, drawn.id, tmp_path / "map.svg", LEXICAL)
    assert b"crossing link" in (tmp_path / "map.svg").read_bytes()


def test_a_wrong_extension_and_a_wrong_bitext_are_told(draw, tmp_path: Path) -> None:
    drawn = draw(PICTURE)
    with pytest.raises(UnsupportedFormat):
        draw_map(drawn.library, drawn.id, tmp_path / "map.pdf", LEXICAL)
    with pytest.raises(InvalidInput):
        draw_map(drawn.library, BitextId(99), tmp_path / "map.png", LEXICAL)
