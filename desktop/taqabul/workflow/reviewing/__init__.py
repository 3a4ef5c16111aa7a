"""What a reviewer does to rows: one function a verb, each one edit that is saved and can be undone.

``statuses`` says what people think of a row, ``relations`` changes which paragraphs face each other,
``columns`` moves one side of rows, ``texts`` corrects what paragraphs say, ``paragraphs`` where they
begin and end, ``bookmarks`` marks rows to come back to,
``restoring`` brings back versions out of the history.
"""

from taqabul.workflow.reviewing.bookmarks import set_bookmarks
from taqabul.workflow.reviewing.columns import shift, swap
from taqabul.workflow.reviewing.paragraphs import merge_paragraphs, split_paragraph
from taqabul.workflow.reviewing.relations import link, merge, merge_with_next, move, split, unlink
from taqabul.workflow.reviewing.restoring import restore_link, restore_verdict
from taqabul.workflow.reviewing.statuses import (
    confirm,
    confirm_sure,
    confirm_up_to,
    doubtful,
    last_reasons,
    mark_for_review,
    reject,
    reset_status,
    sure_rows,
)
from taqabul.workflow.reviewing.texts import edit_text, restore_text, turn

__all__ = [
    "confirm",
    "confirm_sure",
    "confirm_up_to",
    "doubtful",
    "edit_text",
    "last_reasons",
    "link",
    "mark_for_review",
    "merge",
    "merge_paragraphs",
    "merge_with_next",
    "move",
    "reject",
    "reset_status",
    "restore_link",
    "restore_text",
    "restore_verdict",
    "set_bookmarks",
    "shift",
    "split",
    "split_paragraph",
    "sure_rows",
    "swap",
    "turn",
    "unlink",
]
