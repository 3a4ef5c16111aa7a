"""The guides in the window, and what they and the README point to."""

from pathlib import Path

import pytest
import regex
from PySide6.QtCore import Qt, QUrl

from taqabul import paths
from taqabul.ui.dialogs.guides_dialog import GuidesDialog, title_of

ROOT = Path(__file__).parents[2]
GUIDES = sorted((paths.resources() / "guides").glob("*.md"))
PAGES = [ROOT / "README.md", *GUIDES]


@pytest.fixture
def dialog(qtbot):
    dialog = GuidesDialog(paths.resources() / "guides")
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog):
    return dialog.text.toPlainText()


def test_the_key_opens_them_beside_the_work(window, qtbot):
    window.show()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    guides = window.findChild(GuidesDialog)
    assert guides.isVisible()
    assert not guides.isModal()
    qtbot.keyClick(guides, Qt.Key.Key_Escape)
    assert not guides.isVisible()


def test_it_lists_every_guide_and_shows_the_chosen_one(dialog, qtbot):
    titles = [dialog.titles.item(row).text() for row in range(dialog.titles.count())]
    assert sorted(titles) == sorted(map(title_of, GUIDES))
    assert shown(dialog).startswith(titles[0])
    qtbot.keyClick(dialog.titles, Qt.Key.Key_Down)
    assert shown(dialog).startswith(titles[1])


def test_a_link_leads_to_another_guide_and_chooses_its_title(dialog):
    here = next(path for path in GUIDES if path.stem == "command-line")
    dialog.text.setSource(QUrl.fromLocalFile(str(here)))
    dialog.text.setSource(QUrl("annotating.md"))
    wanted = title_of(here.with_stem("annotating"))
    assert shown(dialog).startswith(wanted)
    assert dialog.titles.currentItem().text() == wanted


def test_words_are_found_from_the_top_again_after_the_last(dialog, qtbot):
    qtbot.keyClicks(dialog.wanted, "bookmark")
    places = []
    for _ in range(40):
        qtbot.keyClick(dialog.wanted, Qt.Key.Key_Return)
        places.append(dialog.text.textCursor().selectionStart())
    assert len(set(places)) > 2
    assert places.count(places[0]) > 1
    dialog.wanted.setText("no such word anywhere")
    assert not dialog.find_next()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_points_to_is_there(page):
    links = regex.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []
    if page.name == "README.md":
        assert {f"resources/guides/{guide.name}" for guide in GUIDES} <= set(links)
