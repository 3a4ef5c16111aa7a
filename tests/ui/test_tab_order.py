"""Everything on a page that takes the keyboard is come to by Tab, from where the page puts it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QTabBar, QWidget

MANY = 100


@pytest.fixture
def page(request, at_work, qtbot):
    """The page of that name, with the keyboard's attention."""
    qtbot.waitUntil(at_work.isActiveWindow)
    if request.param == "start":
        at_work.show_start()
        return at_work.start
    flow = getattr(at_work, request.param)
    flow.toggle()
    qtbot.waitUntil(lambda: flow.shown and not at_work.runner.jobs)
    return flow.page


def reached(key):
    """The widgets that a key leads to, from the one that has the keyboard's attention round to it."""
    found = []
    while len(found) < MANY:
        widget = QApplication.focusWidget()
        if widget in found:
            break
        found.append(widget)
        QTest.keyClick(widget, key)
    return found


def takes_keys(widget):
    tab = Qt.FocusPolicy.TabFocus
    return (
        widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & tab == tab
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    )


@pytest.mark.parametrize("page", ["start", "scores", "claims", "overview"], indirect=True)
def test_tab_leads_to_all_of_a_page(page, qtbot):
    qtbot.waitUntil(page.first.hasFocus)
    wanted = [one for one in page.findChildren(QWidget) if takes_keys(one)]
    assert len(wanted) > 3
    found = reached(Qt.Key.Key_Tab)
    assert [one.accessibleName() or str(one) for one in wanted if one not in found] == []
    assert [one for one in found if isinstance(one, QTabBar) and not one.count()] == [], (
        "nothing out of sight"
    )


def test_tab_leads_to_the_tabs_of_docks_that_lie_over_one_another(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.labels.dock.show()
    at_work.history.dock.show()
    bars = at_work.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(lambda: any(one.count() == 2 for one in bars))
    at_work.page.view.setFocus()
    found = reached(Qt.Key.Key_Tab)
    assert [one.count() for one in found if one in bars] == [2]
