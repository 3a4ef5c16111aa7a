"""The icons of the tools are drawn in the colour of the text around them, and drawn again in another theme."""

from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QToolBar

from taqabul.ui.core.icons import icon
from taqabul.ui.core.settings import Theme


def colours(shown: QIcon, mode: QIcon.Mode) -> set[str]:
    """The colours of an icon's opaque pixels."""
    image = shown.pixmap(18, 18, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(one.rgb()).name() for one in pixels if one.alpha() == 255}


def test_icons_take_over_each_theme_and_the_one_before_again(window):
    bar = window.findChild(QToolBar)
    seen = []
    for theme in (Theme.LIGHT, Theme.DARK, Theme.LIGHT):
        window.colours.choose(theme)
        palette = QGuiApplication.palette()
        for mode, group in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        ):
            expected = palette.color(group, QPalette.ColorRole.ButtonText).name()
            shown = [action.icon() for action in bar.actions() if not action.icon().isNull()]
            assert len(shown) > 5
            assert set().union(*(colours(one, mode) for one in shown)) == {expected}
            seen.append(expected)
    assert seen[:2] == seen[4:] != seen[2:4]


def test_an_icon_is_drawn_once(qapp):
    assert icon("open").cacheKey() == icon("open").cacheKey() != icon("undo").cacheKey()
