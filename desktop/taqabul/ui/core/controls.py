"""The edges of boxes and fields, which the style draws in shades of their ground: here they are seen in every theme."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from taqabul import paths

if TYPE_CHECKING:
    from taqabul.ui.core.theme import Colours

_FIELDS = ("QLineEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")
_LISTS = ("QComboBox", "QDateTimeEdit")
_BOXES = ("QCheckBox", "QListView", "QTreeView", "QTableView")
_ROWS = ("QListView", "QTreeView", "QTableWidget", ".QTableView", "ClaimsTable", "CasesTable")
"""Lists, but for the texts themselves, which frame the cell that has the keyboard."""


def controls(colours: "Colours") -> str:
    """The style sheet of fields, boxes to tick, and what opens lists."""
    edge, accent, muted = colours.edge.name(), colours.accent.name(), colours.muted.name()
    end = "left" if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft else "right"
    on_ground = "light" if colours.ground.lightnessF() < 0.5 else "dark"
    on_accent = "light" if colours.accent.lightnessF() < 0.5 else "dark"
    return f"""
        {", ".join(_FIELDS)} {{ border: 1px solid {edge}; border-radius: 3px; padding: 2px 4px; }}
        {_each(_FIELDS, ":focus")} {{ border: 2px solid {accent}; padding: 1px 3px; }}
        {_each(_FIELDS, ":disabled")} {{ border-color: {colours.line.name()}; }}
        SegmentEditor, SegmentEditor:focus {{ border: 1px solid {accent}; border-radius: 0; padding: 0; }}
        QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit {{ border: none; padding: 0; }}
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 16px; }}
        QAbstractSpinBox::up-arrow {{ image: url({_picture("up", on_ground)}); width: 9px; height: 6px; }}
        QAbstractSpinBox::down-arrow {{ image: url({_picture("down", on_ground)}); width: 9px; height: 6px; }}
        {", ".join(_ROWS)} {{ border: 1px solid {colours.line.name()}; margin: 1px; }}
        {_each(_ROWS, ":focus")} {{ border: 2px solid {accent}; margin: 0; }}
        QComboBox QListView, QComboBox QListView:focus {{ border: none; margin: 0; }}
        QComboBox {{ combobox-popup: 0; }}
        QComboBox QAbstractItemView::item {{ min-height: 1.5em; }}
        QComboBox:editable {{ min-height: 1.5em; padding-top: 1px; padding-bottom: 1px; }}
        {_each(_LISTS, "::drop-down")} {{ border: none; width: 20px; }}
        {_each(_LISTS, "::down-arrow")} {{ image: url({_picture("down", on_ground)}); width: 9px; height: 6px; }}
        {_each(_BOXES, "::indicator")} {{ width: 13px; height: 13px; border: 1px solid {edge};
            border-radius: 3px; background: {colours.ground.name()}; }}
        {_each(_BOXES, "::indicator:checked")} {{ border-color: {accent}; background: {accent};
            image: url({_picture("tick", on_accent)}); }}
        {_each(_BOXES, "::indicator:disabled")} {{ border-color: {colours.line.name()}; }}
        {_each(_BOXES, "::indicator:checked:disabled")} {{ background: {muted}; border-color: {muted}; }}
        QToolButton[popupMode="2"] {{ border: 1px solid {edge}; border-radius: 3px; padding: 3px 7px; padding-{end}: 20px; }}
        QToolButton[popupMode="2"]:focus {{ border: 2px solid {accent}; padding: 2px 6px;
            padding-{end}: 19px; }}
        QToolButton[popupMode="2"]::menu-indicator {{ image: url({_picture("down", on_ground)}); width: 9px; height: 6px;
            subcontrol-origin: border; subcontrol-position: center right; right: 6px; }}
        QDockWidget {{ titlebar-close-icon: url({_picture("close", on_ground)});
            titlebar-normal-icon: url({_picture("float", on_ground)}); }}
        QCheckBox:focus {{ color: {accent}; }}
    """


def _each(kinds: tuple[str, ...], part: str) -> str:
    return ", ".join(f"{kind}{part}" for kind in kinds)


def _picture(name: str, tone: str) -> str:
    return (paths.resources() / "controls" / f"{name}-{tone}.svg").as_posix()
