"""The one table of the window's verbs; menus, toolbar, context menu and keyboard card are made from it."""

from typing import Final

from taqabul.ui.agreeing_actions import AGREEING_ACTIONS, MERGING_ACTIONS
from taqabul.ui.annotation_actions import ANNOTATION_ACTIONS
from taqabul.ui.checks_actions import CHECKS_ACTIONS
from taqabul.ui.claims_actions import CLAIMS_ACTIONS
from taqabul.ui.copies_actions import COPIES_ACTIONS
from taqabul.ui.core.actions import Situation, has_bitext, has_rows
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.core.settings import Theme
from taqabul.ui.exchange_actions import EXCHANGE_ACTIONS
from taqabul.ui.glance_actions import GLANCE_ACTIONS
from taqabul.ui.importing_actions import DESCRIBING_ACTIONS, LOOKING_ACTIONS, PASTING_ACTIONS
from taqabul.ui.labels_actions import LABELS_ACTIONS
from taqabul.ui.library_actions import LIBRARY_ACTIONS
from taqabul.ui.queue_actions import QUEUE_ACTIONS
from taqabul.ui.reading_actions import CLEANING_ACTIONS, FOLLOWING_ACTIONS, READING_ACTIONS
from taqabul.ui.review_actions import PAIR_ACTIONS, TEXT_ACTIONS
from taqabul.ui.row_actions import BOOKMARK_ACTIONS, HISTORY_ACTIONS, ROW_ACTIONS
from taqabul.ui.search_actions import SEARCH_ACTIONS
from taqabul.ui.team_actions import AWAY_ACTIONS, SERVER_ACTIONS
from taqabul.ui.window_spec import Spec

FILE = QT_TRANSLATE_NOOP("Menu", "&File")
EDIT = QT_TRANSLATE_NOOP("Menu", "&Edit")
GO = QT_TRANSLATE_NOOP("Menu", "&Go")
VIEW = QT_TRANSLATE_NOOP("Menu", "&View")
HELP = QT_TRANSLATE_NOOP("Menu", "&Help")


def _can_undo(now: Situation) -> bool:
    return not now.busy and now.undo is not None


def _can_redo(now: Situation) -> bool:
    return not now.busy and now.redo is not None


def _is_free(now: Situation) -> bool:
    return not now.busy


_FILE: Final = (
    Spec(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        lambda w: w.files.ask(),
        ("Ctrl+O",),
        FILE,
        _is_free,
        "open",
        toolbar=True,
    ),
    *LOOKING_ACTIONS,
    Spec(
        "sample",
        QT_TRANSLATE_NOOP("Actions", "Open the &sample"),
        lambda w: w.files.open_sample(),
        (),
        FILE,
        _is_free,
        "sample",
    ),
    Spec(
        "library",
        QT_TRANSLATE_NOOP("Actions", "&Library"),
        lambda w: w.show_start(),
        ("Ctrl+W",),
        FILE,
        icon="home",
        toolbar=True,
    ),
    Spec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        lambda w: w.export(),
        ("Ctrl+E",),
        FILE,
        has_bitext,
        "export",
        toolbar=True,
        group=True,
    ),
    *DESCRIBING_ACTIONS,
    Spec(
        "import-report",
        QT_TRANSLATE_NOOP("Actions", "How the files were &read…"),
        lambda w: w.doctor.show_report(),
        (),
        FILE,
        lambda now: not now.busy and now.report,
    ),
    *SERVER_ACTIONS,
    *MERGING_ACTIONS,
    *COPIES_ACTIONS,
    Spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), lambda w: w.close(), ("Ctrl+Q",), FILE, group=True),
)
_EDIT: Final = (
    Spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        lambda w: w.history_at_hand.undo(),
        ("Ctrl+Z",),
        EDIT,
        _can_undo,
        "undo",
        toolbar=True,
    ),
    Spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        lambda w: w.history_at_hand.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        EDIT,
        _can_redo,
        "redo",
        toolbar=True,
    ),
)
_GO: Final = (
    Spec(
        "next-unconfirmed",
        QT_TRANSLATE_NOOP("Actions", "Next &unconfirmed"),
        lambda w: w.page.navigator.unconfirmed(1),
        ("U",),
        GO,
        has_rows,
        "next",
        toolbar=True,
    ),
    Spec(
        "previous-unconfirmed",
        QT_TRANSLATE_NOOP("Actions", "Previous unconfirmed"),
        lambda w: w.page.navigator.unconfirmed(-1),
        ("Alt+U",),
        GO,
        has_rows,
    ),
    Spec(
        "next-uneven",
        QT_TRANSLATE_NOOP("Actions", "&Next that is not 1-1"),
        lambda w: w.page.navigator.uneven(1),
        ("N",),
        GO,
        has_rows,
    ),
    Spec(
        "previous-uneven",
        QT_TRANSLATE_NOOP("Actions", "Previous that is not 1-1"),
        lambda w: w.page.navigator.uneven(-1),
        ("Alt+N",),
        GO,
        has_rows,
    ),
    Spec(
        "least-sure",
        QT_TRANSLATE_NOOP("Actions", "Next &lowest confidence"),
        lambda w: w.page.navigator.least_sure(),
        ("L",),
        GO,
        has_rows,
        "lowest",
        toolbar=True,
    ),
    Spec(
        "go-to",
        QT_TRANSLATE_NOOP("Actions", "&Paragraph number…"),
        lambda w: w.prompts.go_to_paragraph(),
        ("Ctrl+G",),
        GO,
        has_rows,
        group=True,
    ),
    Spec(
        "message",
        QT_TRANSLATE_NOOP("Actions", "To the &message and its buttons"),
        lambda w: w.prompts.to_message(),
        ("F12",),
        GO,
    ),
)
_VIEW: Final = (
    Spec(
        "zoom-in",
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        lambda w: w.reading.zoom(1),
        ("Ctrl++", "Ctrl+="),
        VIEW,
    ),
    Spec(
        "zoom-out", QT_TRANSLATE_NOOP("Actions", "Zoom ou&t"), lambda w: w.reading.zoom(-1), ("Ctrl+-",), VIEW
    ),
    Spec(
        "zoom-reset",
        QT_TRANSLATE_NOOP("Actions", "&Normal size"),
        lambda w: w.reading.zoom(0),
        ("Ctrl+0",),
        VIEW,
    ),
    Spec(
        "details",
        QT_TRANSLATE_NOOP("Actions", "&Details"),
        lambda w: w.details.toggle(),
        ("F9",),
        VIEW,
        has_bitext,
        "details",
        toolbar=True,
        group=True,
        checked=lambda w: w.details.shown,
    ),
    Spec(
        "word-links",
        QT_TRANSLATE_NOOP("Actions", "Show &word links"),
        lambda w: w.reading.toggle_word_links(),
        (),
        VIEW,
        checked=lambda w: w.settings.word_links,
    ),
    Spec(
        "theme-system",
        QT_TRANSLATE_NOOP("Actions", "Colours of the &system"),
        lambda w: w.colours.choose(Theme.SYSTEM),
        (),
        VIEW,
        group=True,
        checked=lambda w: w.settings.theme is Theme.SYSTEM,
    ),
    Spec(
        "theme-light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        lambda w: w.colours.choose(Theme.LIGHT),
        (),
        VIEW,
        checked=lambda w: w.settings.theme is Theme.LIGHT,
    ),
    Spec(
        "theme-dark",
        QT_TRANSLATE_NOOP("Actions", "Dar&k"),
        lambda w: w.colours.choose(Theme.DARK),
        (),
        VIEW,
        checked=lambda w: w.settings.theme is Theme.DARK,
    ),
)
_HELP: Final = (
    Spec(
        "keyboard",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard"),
        lambda w: w.commands.show_card(),
        ("F1",),
        HELP,
    ),
    Spec(
        "guides",
        QT_TRANSLATE_NOOP("Actions", "&Guides"),
        lambda w: w.prompts.show_guides(),
        ("Ctrl+F1",),
        HELP,
    ),
    Spec(
        "keys",
        QT_TRANSLATE_NOOP("Actions", "&Change keys…"),
        lambda w: w.commands.change_keys(),
        (),
        HELP,
    ),
    Spec(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "C&ommands…"),
        lambda w: w.commands.show_palette(),
        ("Ctrl+K",),
        HELP,
    ),
    Spec("author", QT_TRANSLATE_NOOP("Actions", "Your &name…"), lambda w: w.prompts.ask_author(), (), HELP),
    Spec("about", QT_TRANSLATE_NOOP("Actions", "&About Taqabul"), lambda w: w.prompts.show_about(), (), HELP),
)
ACTIONS: Final = (
    *_FILE,
    *_EDIT,
    *PASTING_ACTIONS,
    *SEARCH_ACTIONS,
    *PAIR_ACTIONS,
    *ROW_ACTIONS,
    *TEXT_ACTIONS,
    *CLEANING_ACTIONS,
    *LABELS_ACTIONS,
    *ANNOTATION_ACTIONS,
    *CLAIMS_ACTIONS,
    *EXCHANGE_ACTIONS,
    *AGREEING_ACTIONS,
    *_GO,
    *FOLLOWING_ACTIONS,
    *BOOKMARK_ACTIONS,
    *QUEUE_ACTIONS,
    *_VIEW,
    *READING_ACTIONS,
    *GLANCE_ACTIONS,
    *CHECKS_ACTIONS,
    *HISTORY_ACTIONS,
    *LIBRARY_ACTIONS,
    *AWAY_ACTIONS,
    *_HELP,
)
