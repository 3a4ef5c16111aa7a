"""The program's own line icons, drawn in the colour of the text around them."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from taqabul import paths

SIZES = (16, 18, 20, 24, 32, 36, 48)


def icon(name: str) -> QIcon:
    """An icon of resources/icons in the colours of the palette in force, greyed where disabled."""
    palette = QGuiApplication.palette()
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    made = QIcon()
    groups = (
        (QPalette.ColorGroup.Active, QIcon.Mode.Normal),
        (QPalette.ColorGroup.Disabled, QIcon.Mode.Disabled),
    )
    for group, mode in groups:
        colour = palette.color(group, QPalette.ColorRole.ButtonText).name()
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
        for size in SIZES:
            made.addPixmap(_drawn(renderer, size), mode)
    return made


def app_icon() -> QIcon:
    """The program's icon in its own colours."""
    renderer = QSvgRenderer(str(paths.resources() / "icons" / "taqabul.svg"))
    made = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_drawn(renderer, size))
    return made


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
