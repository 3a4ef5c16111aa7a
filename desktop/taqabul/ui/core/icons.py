"""The program's own line icons, drawn in the colour of the text around them."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from taqabul import paths

SIZES = (16, 18, 20, 24, 32, 36, 48)


def icon(name: str) -> QIcon:
    """An icon of resources/icons in the colours of the palette in force, greyed where disabled."""
    palette = QGuiApplication.palette()
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    return _coloured(name, *(palette.color(group, QPalette.ColorRole.ButtonText).name() for group in groups))


@cache
def app_icon() -> QIcon:
    """The program's icon in its own colours."""
    renderer = QSvgRenderer(str(paths.resources() / "icons" / "taqabul.svg"))
    made = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_drawn(renderer, size))
    return made


@lru_cache(maxsize=200)  # all there are, in each theme
def _coloured(name: str, normal: str, disabled: str) -> QIcon:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    made = QIcon()
    for colour, mode in ((normal, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
        for size in SIZES:
            made.addPixmap(_drawn(renderer, size), mode)
    return made


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
