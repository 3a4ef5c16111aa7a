"""Values in words in a narrow panel: nothing hangs over its edge, and the whole is read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionToolButton, QWidget

from taqabul.ui.core.flow_layout import FlowBox
from taqabul.ui.core.narrow_button import NarrowButton

LONG = "L  Law or rule: something is allowed, owed or forbidden"


@pytest.fixture
def narrow(qtbot):
    """A box of 220 pixels with a long and a short button in it."""
    panel = QWidget()
    qtbot.addWidget(panel)
    buttons = [NarrowButton(text, panel) for text in (LONG, "E  Event")]
    box = FlowBox(buttons, panel)
    box.resize(220, 200)
    panel.show()
    return panel, box, buttons  # which go when nobody holds the panel


def test_a_long_value_stays_inside_the_panel(narrow):
    _panel, box, buttons = narrow
    assert buttons[0].geometry().right() < 220
    assert buttons[0].sizeHint().width() > 220
    assert buttons[0].toolTip() == LONG
    before = buttons[0].grab().toImage()
    box.resize(800, 200)
    assert buttons[0].width() == buttons[0].sizeHint().width()
    assert buttons[0].grab().toImage().size() != before.size()


def painted(button):
    option = QStyleOptionToolButton()
    button._painting = True
    button.initStyleOption(option)
    return option.text.replace("\u2068", "").replace("\u2069", "").split("\n")


def test_a_long_value_is_read_in_full_in_the_lines_it_needs(narrow):
    _panel, box, (long, short) = narrow
    assert len(painted(long)) > 1
    assert " ".join(painted(long)) == LONG
    assert long.height() == short.height() + (len(painted(long)) - 1) * long.fontMetrics().lineSpacing()
    assert short.y() >= long.geometry().bottom()
    assert not long.geometry().intersects(short.geometry())
    long.setCheckable(True)
    lines = painted(long)
    long.setChecked(True)
    assert painted(long) == lines, "heavier letters do not break the lines elsewhere"
    box.resize(800, 200)
    assert painted(long) == [LONG]
    assert long.height() == short.height()


def test_the_dots_stand_where_the_words_end_in_a_mirrored_window(qtbot):
    button = NarrowButton(LONG)
    qtbot.addWidget(button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.resize(70, 24)
    option = QStyleOptionToolButton()
    button._painting = True
    button.initStyleOption(option)
    assert option.text.startswith("\u2068L  L")
    assert option.text.endswith("…\u2069"), "inside what is set apart, so that it runs with the words"
