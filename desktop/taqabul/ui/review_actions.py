"""The table's part for reviewing: what is done to pairs and to their texts."""

from typing import Final

from taqabul.domain.language import Side
from taqabul.ui.core.actions import Situation, has_bitext, has_paragraph, has_rows
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

PAIR = QT_TRANSLATE_NOOP("Menu", "&Pair")
TEXT = QT_TRANSLATE_NOOP("Menu", "&Text")


def _can_split(now: Situation) -> bool:
    return has_rows(now) and now.paragraphs_in_row > 1


def _has_marks(now: Situation) -> bool:
    return has_bitext(now) and now.marked


def _is_edited(now: Situation) -> bool:
    return has_bitext(now) and now.edited


PAIR_ACTIONS: Final = (
    Spec(
        "confirm",
        QT_TRANSLATE_NOOP("Actions", "&Confirm and go on"),
        lambda w: w.page.reviewer.confirm(),
        ("Space",),
        PAIR,
        has_rows,
        "confirm",
        toolbar=True,
        context=True,
    ),
    Spec(
        "confirm-up-to",
        QT_TRANSLATE_NOOP("Actions", "Confirm &up to here"),
        lambda w: w.page.reviewer.confirm_up_to(),
        ("C",),
        PAIR,
        has_rows,
        "confirm-up-to",
        toolbar=True,
        context=True,
    ),
    Spec(
        "status",
        QT_TRANSLATE_NOOP("Actions", "Confirm, or take it &back"),
        lambda w: w.page.reviewer.toggle_status(),
        ("S",),
        PAIR,
        has_rows,
    ),
    Spec(
        "review",
        QT_TRANSLATE_NOOP("Actions", "Mark for re&view"),
        lambda w: w.page.reviewer.mark_for_review(),
        ("R",),
        PAIR,
        has_rows,
        "review",
        toolbar=True,
        context=True,
    ),
    Spec(
        "reject",
        QT_TRANSLATE_NOOP("Actions", "Re&ject"),
        lambda w: w.page.reviewer.reject(),
        ("X",),
        PAIR,
        has_rows,
        "reject",
        toolbar=True,
        context=True,
    ),
    Spec(
        "reset",
        QT_TRANSLATE_NOOP("Actions", "Back to pr&oposed"),
        lambda w: w.page.reviewer.reset_status(),
        ("Shift+S",),
        PAIR,
        has_rows,
    ),
    Spec(
        "merge",
        QT_TRANSLATE_NOOP("Actions", "&Merge with next"),
        lambda w: w.page.reviewer.merge_with_next(),
        ("Alt+Backspace", "M"),
        PAIR,
        has_rows,
        "merge",
        toolbar=True,
        context=True,
        group=True,
    ),
    Spec(
        "split",
        QT_TRANSLATE_NOOP("Actions", "&Split…"),
        lambda w: w.prompts.split(),
        ("D",),
        PAIR,
        _can_split,
        "split",
        toolbar=True,
        context=True,
    ),
    Spec(
        "unlink",
        QT_TRANSLATE_NOOP("Actions", "U&nlink"),
        lambda w: w.page.reviewer.unlink(),
        ("Ctrl+Shift+L",),
        PAIR,
        has_rows,
        "unlink",
        toolbar=True,
        context=True,
    ),
    Spec(
        "pick-source",
        QT_TRANSLATE_NOOP("Actions", "Pick the source paragraph"),
        lambda w: w.page.reviewer.pick(Side.SOURCE),
        ("[",),
        PAIR,
        has_rows,
        context=True,
        group=True,
    ),
    Spec(
        "pick-target",
        QT_TRANSLATE_NOOP("Actions", "Pick the target paragraph"),
        lambda w: w.page.reviewer.pick(Side.TARGET),
        ("]",),
        PAIR,
        has_rows,
        context=True,
    ),
    Spec(
        "link",
        QT_TRANSLATE_NOOP("Actions", "&Link what is picked"),
        lambda w: w.page.reviewer.link_picked(),
        ("Ctrl+L",),
        PAIR,
        has_rows,
        "link",
        toolbar=True,
        context=True,
    ),
    Spec(
        "clear-picks",
        QT_TRANSLATE_NOOP("Actions", "Let picked paragraphs go"),
        lambda w: w.page.reviewer.clear_picks(),
        ("Esc",),
        PAIR,
        _has_marks,
    ),
    Spec(
        "up",
        QT_TRANSLATE_NOOP("Actions", "Move paragraph u&p"),
        lambda w: w.page.reviewer.move(up=True),
        ("Ctrl+Up",),
        PAIR,
        has_paragraph,
        "up",
        toolbar=True,
        context=True,
        group=True,
    ),
    Spec(
        "down",
        QT_TRANSLATE_NOOP("Actions", "Move paragraph do&wn"),
        lambda w: w.page.reviewer.move(up=False),
        ("Ctrl+Down",),
        PAIR,
        has_paragraph,
        "down",
        toolbar=True,
        context=True,
    ),
    Spec(
        "realign",
        QT_TRANSLATE_NOOP("Actions", "Re-&align what is not confirmed…"),
        lambda w: w.realigning.everything(),
        ("Ctrl+R",),
        PAIR,
        has_bitext,
        "realign",
        group=True,
    ),
)
TEXT_ACTIONS: Final = (
    Spec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit the text"),
        lambda w: w.page.editing.begin(),
        ("E", "F2"),
        TEXT,
        has_paragraph,
        "edit",
        toolbar=True,
        context=True,
        group=True,
    ),
    Spec(
        "split-paragraph",
        QT_TRANSLATE_NOOP("Actions", "Split the para&graph (at the cursor)…"),
        lambda w: w.page.editing.begin(),
        ("Ctrl+B",),
        TEXT,
        has_paragraph,
        context=True,
    ),
    Spec(
        "merge-paragraphs",
        QT_TRANSLATE_NOOP("Actions", "Merge with the next p&aragraph"),
        lambda w: w.page.reviewer.merge_paragraphs(),
        ("Ctrl+D",),
        TEXT,
        has_paragraph,
        context=True,
    ),
    Spec(
        "restore",
        QT_TRANSLATE_NOOP("Actions", "&Restore the imported text"),
        lambda w: w.page.details.restore(),
        ("Ctrl+Backspace",),
        TEXT,
        _is_edited,
        context=True,
    ),
    Spec(
        "note",
        QT_TRANSLATE_NOOP("Actions", "Wr&ite a note"),
        lambda w: w.details.write_note(),
        ("I",),
        TEXT,
        has_rows,
        "note",
        toolbar=True,
        context=True,
        group=True,
    ),
)
