"""The alignment of two texts as a picture: source across, target down, links on it as a path.

Drawn with matplotlib, which is loaded only when a map is asked for. The same map gives the same bytes.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.errors import UnsupportedFormat
from taqabul.formats.atomic import check_place, replacing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CELLS: Final = 1000
"""More cells a side would not be seen in the picture."""

_FORMATS: Final = {".png": {"Software": None}, ".svg": {"Date": None, "Creator": None}}
_INCHES: Final = (9.0, 8.5)
_DOTS: Final = 150
_OUTLINED: Final = 200
_LARGE: Final = 50
_PATH, _CROSSING, _ALONE = "#1565c0", "#e65100", "#8e24aa"

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MapLink:
    """A two-sided link by the numbers of its paragraphs, from 1; ``crossing`` where it leaves the order."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    crossing: bool


@dataclass(frozen=True)
class AlignmentMap:
    """What a map shows.

    ``sizes`` how many paragraphs either side has. ``heat`` from 0 to 1, a row for a run of source
    paragraphs, a column for a run of target paragraphs, at most CELLS of each; ``heat_name`` what it
    is. ``alone`` the numbers of the paragraphs that nothing faces, from 1. The words should be ones
    that are written from left to right: matplotlib does not join Arabic letters.
    """

    title: str
    sides: tuple[str, str]
    sizes: tuple[int, int]
    heat: NDArray[np.float32]
    heat_name: str
    links: Sequence[MapLink]
    alone: tuple[Sequence[int], Sequence[int]]


def check_picture(path: Path) -> None:
    """Raise UnsupportedFormat or CannotWrite where a map cannot be written to this place."""
    if path.suffix.lower() not in _FORMATS:
        raise UnsupportedFormat(
            f"Taqabul cannot draw a map into this kind of file: {path}", "End its name in .png or .svg."
        )
    check_place(path)


def write_map(path: Path, drawn: AlignmentMap) -> None:
    """Draw a map into a file; the extension says how. Raises UnsupportedFormat, CannotWrite."""
    check_picture(path)
    kind = path.suffix.lower()
    with replacing(path) as stream, _plain_matplotlib():
        _figure(drawn).savefig(stream, format=kind[1:], dpi=_DOTS, metadata=_FORMATS[kind])


@contextmanager
def _plain_matplotlib() -> Iterator[None]:
    """Matplotlib as it comes, whatever a person has set for other programs, and silent."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells when it looks for fonts
    import matplotlib as mpl  # noqa: PLC0415 - slow to load, and seldom needed

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.hashsalt": "taqabul", "svg.fonttype": "none", "text.parse_math": False})
        yield


def _figure(drawn: AlignmentMap) -> "Figure":
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    figure = Figure(figsize=_INCHES, layout="constrained")
    axes = figure.add_subplot()
    across, down = (max(size, 1) for size in drawn.sizes)
    heat = drawn.heat if drawn.heat.size else np.zeros((1, 1))
    image = axes.imshow(
        heat.T, cmap="Greys", vmin=_background(heat), vmax=1, aspect="auto",
        extent=(0.5, across + 0.5, down + 0.5, 0.5),
    )  # fmt: skip
    _draw_links(axes, drawn)
    _draw_alone(axes, drawn)
    axes.set(xlim=(0.5, across + 0.5), ylim=(down + 0.5, 0.5))
    axes.set(xlabel=f"{drawn.sides[0]} paragraph (source)", ylabel=f"{drawn.sides[1]} paragraph (target)")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(9, integer=True, min_n_ticks=1))
    axes.set_title(drawn.title, pad=14)
    figure.colorbar(image, ax=axes, label=drawn.heat_name, shrink=0.6)
    if axes.get_legend_handles_labels()[0]:
        figure.legend(loc="outside lower center", ncols=3, frameon=False)
    return figure


def _background(heat: NDArray[np.floating[Any]]) -> float:
    """What is drawn white: of a large picture its paler half, or common words would darken all of it."""
    return float(np.clip(np.median(heat), 0, 0.9)) if min(heat.shape) >= _LARGE else 0.0


def _draw_links(axes: "Axes", drawn: AlignmentMap) -> None:
    from matplotlib.collections import PatchCollection  # noqa: PLC0415
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    for crossing, colour in ((False, _PATH), (True, _CROSSING)):
        links = [link for link in drawn.links if link.crossing is crossing]
        if not links:
            continue
        across, down = _middles(links)
        many = len(links) > _OUTLINED
        if crossing:
            axes.scatter(
                across,
                down,
                s=5 if many else 14,
                color=colour,
                zorder=4,
                rasterized=many,
                label="crossing link",
            )
        else:
            look: dict[str, Any] = {"lw": 0.8} if many else {"lw": 1.2, "marker": "."}
            axes.plot(across, down, color=colour, label="links in order", **look)
        if max(drawn.sizes) <= _OUTLINED:
            cells = [Rectangle((i - 0.5, j - 0.5), 1, 1) for k in links for i in k.source for j in k.target]
            axes.add_collection(PatchCollection(cells, facecolor="none", edgecolor=colour, lw=1.2, zorder=3))


def _middles(links: Sequence[MapLink]) -> Points:
    """Where links are, shape (2, n): source places, target places."""
    return np.array([(np.mean(link.source), np.mean(link.target)) for link in links]).T


def _draw_alone(axes: "Axes", drawn: AlignmentMap) -> None:
    """Ticks outside the picture, where the margin has no numbers."""
    source, target = drawn.alone
    above, beside = np.full(len(source), 1.012), np.full(len(target), 1.012)
    places = (
        (source, above, "|", axes.get_xaxis_transform()),
        (beside, target, "_", axes.get_yaxis_transform()),
    )
    label = "paragraph that nothing faces"
    for across, down, marker, transform in places:
        if len(across):
            axes.plot(
                across, down, color=_ALONE, ls="none", ms=7, marker=marker, transform=transform,
                clip_on=False, label=label,
            )  # fmt: skip
            label = "_"
