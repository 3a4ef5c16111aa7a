"""Light, dark and high contrast: the palette of the controls and the colours of our own painting.

Meaning is never carried by colour alone; the hues are Okabe and Ito's, which colour-blind people can tell
apart, darkened or lightened to stay readable on each ground.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from taqabul.ui.core.controls import controls
from taqabul.ui.core.settings import Theme


@dataclass(frozen=True)
class Colours:
    """The colours of our own painting, on one ground."""

    ground: QColor
    band: QColor
    line: QColor
    edge: QColor
    text: QColor
    muted: QColor
    accent: QColor
    selected: QColor
    good: QColor
    fair: QColor
    poor: QColor
    crossing: tuple[QColor, ...]
    hit: QColor
    current_hit: QColor
    word: QColor
    mark: QColor
    sign: QColor
    inserted: QColor
    deleted: QColor


def _colours(**names: str | tuple[str, ...]) -> Colours:
    made = {
        name: tuple(QColor(one) for one in value) if isinstance(value, tuple) else QColor(value)
        for name, value in names.items()
    }
    return Colours(**made)  # type: ignore[arg-type]


LIGHT = _colours(
    ground="#ffffff",
    band="#f6f7f8",
    line="#e1e4e8",
    edge="#7f8790",
    text="#1b1f24",
    muted="#5f6873",
    accent="#0064a8",
    selected="#e3effa",
    good="#00795a",
    fair="#b97700",
    poor="#c24e00",
    crossing=("#0072b2", "#c2478f", "#00795a", "#b97700", "#c24e00", "#2f8fc4"),
    hit="#fbeaa0",
    current_hit="#f5b83d",
    word="#f4cfe4",
    mark="#0072b2",
    sign="#dde2e8",
    inserted="#00664c",
    deleted="#b04400",
)
DARK = _colours(
    ground="#1d2024",
    band="#24282d",
    line="#353a41",
    edge="#848e98",
    text="#e4e7ea",
    muted="#98a2ad",
    accent="#63b3ed",
    selected="#263a4d",
    good="#3ec99c",
    fair="#f0b13c",
    poor="#f08a4b",
    crossing=("#63b3ed", "#e08cc0", "#3ec99c", "#f0b13c", "#f08a4b", "#a8d8f5"),
    hit="#5d5220",
    current_hit="#7a5c10",
    word="#6d3a5a",
    mark="#63b3ed",
    sign="#3a4048",
    inserted="#5fd6b0",
    deleted="#f59a63",
)
CONTRAST = _colours(
    ground="#000000",
    band="#1a1a1a",
    line="#8c8c8c",
    edge="#a0a0a0",
    text="#ffffff",
    muted="#e0e0e0",
    accent="#ffe14d",
    selected="#00284a",
    good="#5cf2c0",
    fair="#ffd24d",
    poor="#ffa680",
    crossing=("#8fd0ff", "#ffb3e0", "#5cf2c0", "#ffd24d", "#ffa680", "#5f9ed1"),
    hit="#5c4a00",
    current_hit="#7a4600",
    word="#70104e",
    mark="#8fd0ff",
    sign="#4d4d4d",
    inserted="#5cf2c0",
    deleted="#ffa680",
)

_PALETTE = {
    "light": {
        "Window": "#f0f2f4",
        "Base": "#ffffff",
        "AlternateBase": "#f6f7f8",
        "Button": "#f6f7f9",
        "Text": "#1b1f24",
        "Highlight": "#0064a8",
        "HighlightedText": "#ffffff",
        "ToolTipBase": "#ffffff",
        "Link": "#0064a8",
        "PlaceholderText": "#5f6873",
        "Disabled": "#98a1aa",
    },
    "dark": {
        "Window": "#282c31",
        "Base": "#1d2024",
        "AlternateBase": "#24282d",
        "Button": "#33383f",
        "Text": "#e4e7ea",
        "Highlight": "#2f75b0",
        "HighlightedText": "#ffffff",
        "ToolTipBase": "#33383f",
        "Link": "#63b3ed",
        "PlaceholderText": "#98a2ad",
        "Disabled": "#6c7580",
    },
    "contrast": {
        "Window": "#000000",
        "Base": "#000000",
        "AlternateBase": "#1a1a1a",
        "Button": "#1a1a1a",
        "Text": "#ffffff",
        "Highlight": "#ffe14d",
        "HighlightedText": "#000000",
        "ToolTipBase": "#1a1a1a",
        "Link": "#8fd0ff",
        "PlaceholderText": "#e0e0e0",
        "Disabled": "#a6a6a6",
    },
}


STYLE = "fusion"


def is_dark(theme: Theme) -> bool:
    """Whether a choice comes out dark on this system."""
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme is not Theme.LIGHT


def colours(theme: Theme) -> Colours:
    """The colours of our own painting for a choice."""
    if theme is Theme.CONTRAST:
        return CONTRAST
    return DARK if is_dark(theme) else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the controls their palette."""
    if app.style().name() != STYLE:  # setting it polishes every widget there is anew
        app.setStyle(STYLE)
    plain = "dark" if is_dark(theme) else "light"
    app.setPalette(_palette(_PALETTE["contrast" if theme is Theme.CONTRAST else plain]))


def style_sheet(colours: Colours) -> str:
    """What the palette cannot say: the quiet lines between parts, titles, and rows of buttons."""
    line, muted, band = colours.line.name(), colours.muted.name(), colours.band.name()
    return f"""
        QToolBar {{ border: none; border-bottom: 1px solid {line}; padding: 2px 6px; spacing: 1px; }}
        QToolBar::separator {{ background: {line}; width: 1px; margin: 5px 5px; }}
        QStatusBar {{ border-top: 1px solid {line}; color: {muted}; }}
        QStatusBar QLabel {{ color: {muted}; padding: 1px 6px; }}
        QHeaderView::section {{ background: {band}; color: {muted}; border: none;
            border-bottom: 1px solid {line}; padding: 4px 9px; }}
        QSplitter::handle {{ background: {line}; }}
        QSplitter::handle:vertical {{ height: 1px; }}
        QSplitter::handle:horizontal {{ width: 1px; }}
        #section-title {{ color: {muted}; padding: 6px 12px 2px 12px; }}
        #find-bar {{ border-bottom: 1px solid {line}; background: {band}; }}
        #filter-bar {{ border-bottom: 1px solid {line}; background: {band}; }}
        #chip {{ padding: 2px 7px; border: 1px solid {colours.edge.name()}; border-radius: 9px;
            background: {colours.ground.name()}; }}
        #chip:hover, #chip:focus {{ border-color: {colours.accent.name()}; }}
        #chip:checked {{ background: {colours.accent.name()}; color: {colours.ground.name()}; font-weight: 600; }}
        #chip:checked:focus {{ border: 2px solid {colours.text.name()}; padding: 1px 6px; }}
        #title {{ font-size: 22pt; font-weight: 600; }}
        #heading {{ font-weight: 600; padding: 4px 0; }}
        #quiet {{ color: {muted}; }}
        #way-in {{ text-align: left; padding: 9px 12px; }}
        #recent-file {{ text-align: left; padding: 3px 2px; border: none; color: {colours.accent.name()}; }}
        #recent-file:focus, #recent-file:hover {{ text-decoration: underline; }}
        #evidence-summary {{ font-weight: 600; }}
        QInputDialog > QLineEdit {{ min-width: 340px; }}
        {controls(colours)}
        {_edges(colours) if colours is CONTRAST else ""}
    """


def _edges(colours: Colours) -> str:
    """In high contrast, what else has an edge."""
    line, accent = colours.line.name(), colours.accent.name()
    return f"""
        QPushButton, QTextEdit, QListView {{ border: 1px solid {line}; border-radius: 3px; }}
        QPushButton {{ padding: 4px 12px; }}
        QPushButton:focus, QTextEdit:focus, QListView:focus {{ border: 2px solid {accent}; }}
        QToolButton:checked {{ border: 1px solid {accent}; }}
    """


def _palette(names: dict[str, str]) -> QPalette:
    palette = QPalette(QColor(names["Button"]), QColor(names["Window"]))
    role = QPalette.ColorRole
    for name in (
        "Base",
        "AlternateBase",
        "Highlight",
        "HighlightedText",
        "ToolTipBase",
        "Link",
        "PlaceholderText",
    ):
        palette.setColor(role[name], QColor(names[name]))
    for target in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
        palette.setColor(target, QColor(names["Text"]))
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(names["Disabled"]))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(names["Disabled"]))
    return palette
