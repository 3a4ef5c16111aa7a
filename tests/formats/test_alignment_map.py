"""Maps are real pictures, the same each time, of few paragraphs and of many."""

import io
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from PIL import Image

from taqabul.domain.errors import CannotWrite, UnsupportedFormat
from taqabul.formats.alignment_map import AlignmentMap, MapLink, check_picture, write_map

SVG = "{http://www.w3.org/2000/svg}"
SMALL = AlignmentMap(
    "Meeting, $5 & $6",
    ("Arabic", "English"),
    (4, 5),
    np.eye(4, 5, dtype=np.float32),
    "similarity of meaning",
    [MapLink((1,), (1, 2), crossing=False), MapLink((2,), (4,), crossing=True), MapLink((3,), (3,), False)],
    ([4], [5]),
)


def drawn(tmp_path: Path, shown: AlignmentMap, name: str = "map.png") -> bytes:
    write_map(tmp_path / name, shown)
    return (tmp_path / name).read_bytes()


def colours(picture: bytes) -> set[tuple[int, ...]]:
    return {colour for _, colour in Image.open(io.BytesIO(picture)).convert("RGB").getcolors(1 << 24)}


def words(picture: bytes) -> list[str]:
    return ["".join(text.itertext()) for text in etree.fromstring(picture).iter(f"{SVG}text")]


BLUE, ORANGE, PURPLE = (0x15, 0x65, 0xC0), (0xE6, 0x51, 0x00), (0x8E, 0x24, 0xAA)


def test_a_png_shows_path_crossings_and_what_nothing_faces(tmp_path: Path) -> None:
    picture = drawn(tmp_path, SMALL)
    assert Image.open(io.BytesIO(picture)).format == "PNG"
    assert {BLUE, ORANGE, PURPLE} <= colours(picture)
    plain = replace(SMALL, links=[MapLink((1,), (1,), crossing=False)], alone=([], []))
    assert not {ORANGE, PURPLE} & colours(drawn(tmp_path, plain))


def test_an_svg_names_axes_links_and_title(tmp_path: Path) -> None:
    found = words(drawn(tmp_path, SMALL, "map.svg"))
    for word in (
        "Meeting, $5 & $6",
        "Arabic paragraph (source)",
        "English paragraph (target)",
        "similarity of meaning",
        "links in order",
        "crossing link",
        "paragraph that nothing faces",
    ):
        assert found.count(word) == 1


def test_the_same_map_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("map.png", "map.svg"):
        assert drawn(tmp_path, SMALL, name) == drawn(tmp_path, SMALL, name)
    assert b"<dc:date>" not in drawn(tmp_path, SMALL, "map.svg")


def test_a_map_of_thousands_stays_small_and_shows_its_crossings(tmp_path: Path) -> None:
    count = 20_000
    links = [MapLink((k,), (k,), crossing=False) for k in range(1, count - 2000)]
    links += [MapLink((k,), (count + count - 2000 - k,), True) for k in range(count - 2000, count)]
    large = AlignmentMap(
        "Large", ("Arabic", "English"), (count, count), np.eye(1000, dtype=np.float32), "likeness", links,
        ([], list(range(5, count, 50))),
    )  # fmt: skip
    assert {ORANGE, PURPLE} <= colours(drawn(tmp_path, large))
    picture = drawn(tmp_path, large, "map.svg")
    assert len(picture) < 2_000_000
    assert "crossing link" in words(picture)


def test_two_texts_without_a_link_are_a_map_without_a_legend(tmp_path: Path) -> None:
    bare = replace(SMALL, sizes=(1, 1), heat=np.zeros((1, 1), np.float32), links=[], alone=([], []))
    assert "links in order" not in words(drawn(tmp_path, bare, "map.svg"))


def test_a_text_without_paragraphs_is_an_empty_map(tmp_path: Path) -> None:
    empty = replace(SMALL, sizes=(1, 0), heat=np.zeros((1, 0), np.float32), links=[], alone=([1], []))
    assert PURPLE in colours(drawn(tmp_path, empty))


def test_other_kinds_of_pictures_are_refused(tmp_path: Path) -> None:
    for name in ("map.jpg", "map"):
        with pytest.raises(UnsupportedFormat) as caught:
            write_map(tmp_path / name, SMALL)
        assert ".png or .svg" in caught.value.hint
    with pytest.raises(CannotWrite):
        check_picture(tmp_path / "none" / "map.png")
    assert list(tmp_path.iterdir()) == []


def test_what_a_person_set_for_matplotlib_elsewhere_does_not_matter(tmp_path: Path) -> None:
    import matplotlib as mpl

    before = drawn(tmp_path, SMALL)
    with mpl.rc_context({"axes.facecolor": "red", "font.size": 30}):
        assert drawn(tmp_path, SMALL) == before
        assert mpl.rcParams["font.size"] == 30


def test_no_window_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "matplotlib.pyplot", raising=False)
    drawn(tmp_path, SMALL)
    assert "matplotlib.pyplot" not in sys.modules
