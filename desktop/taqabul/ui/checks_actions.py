"""The verbs of checking, for the one table of actions."""

from typing import Final

from taqabul.ui.core.actions import has_bitext
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_QUEUE = QT_TRANSLATE_NOOP("Menu", "&Queue")

CHECKS_ACTIONS: Final = (
    Spec(
        "checks",
        QT_TRANSLATE_NOOP("Actions", "&Check the translation"),
        lambda w: w.checking.toggle(),
        ("Ctrl+Shift+Q",),
        _QUEUE,
        has_bitext,
        group=True,
        checked=lambda w: w.checking.shown,
    ),
    Spec(
        "next-finding",
        QT_TRANSLATE_NOOP("Actions", "Nex&t finding"),
        lambda w: w.checking.step(1),
        ("Ctrl+Alt+Down",),
        _QUEUE,
        has_bitext,
    ),
    Spec(
        "previous-finding",
        QT_TRANSLATE_NOOP("Actions", "Previous f&inding"),
        lambda w: w.checking.step(-1),
        ("Ctrl+Alt+Up",),
        _QUEUE,
        has_bitext,
    ),
    Spec(
        "put-right",
        QT_TRANSLATE_NOOP("Actions", "Put the finding ri&ght…"),
        lambda w: w.checking.act_on_chosen(w.checking.acts.put_right),
        ("Ctrl+Alt+F",),
        _QUEUE,
        has_bitext,
    ),
    Spec(
        "finding-to-error",
        QT_TRANSLATE_NOOP("Actions", "Mark the finding as an &error"),
        lambda w: w.checking.act_on_chosen(w.checking.acts.mark_error),
        ("Ctrl+Alt+E",),
        _QUEUE,
        has_bitext,
    ),
    Spec(
        "suppress-finding",
        QT_TRANSLATE_NOOP("Actions", "S&uppress the finding…"),
        lambda w: w.checking.act_on_chosen(w.checking.acts.suppress),
        ("Ctrl+Alt+D",),
        _QUEUE,
        has_bitext,
    ),
    Spec(
        "add-to-dictionary",
        QT_TRANSLATE_NOOP("Actions", "Add the &word to the dictionary"),
        lambda w: w.checking.act_on_chosen(w.checking.acts.take_in),
        ("Ctrl+Alt+W",),
        _QUEUE,
        has_bitext,
    ),
    Spec(
        "terms",
        QT_TRANSLATE_NOOP("Actions", "Te&rms…"),
        lambda w: w.checking.terms.edit(),
        ("Ctrl+Alt+B",),
        _QUEUE,
        has_bitext,
    ),
)
