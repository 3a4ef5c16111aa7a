"""What a reviewer does to rows: one function a verb, each one edit that is saved and can be undone.

``statuses`` says what people think of a row, ``relations`` changes which paragraphs face each other,
``texts`` corrects what paragraphs say, ``paragraphs`` where they begin and end, ``bookmarks`` marks rows
to come back to.
"""

from taqabul.workflow.reviewing.bookmarks import set_bookmarks
from taqabul.workflow.reviewing.paragraphs import merge_paragraphs, split_paragraph
from taqabul.workflow.reviewing.relations import link, merge_with_next, move, split, unlink
from taqabul.workflow.reviewing.statuses import (
    confirm,
    confirm_up_to,
    mark_for_review,
    reject,
    reset_status,
)
from taqabul.workflow.reviewing.texts import edit_text, restore_text

__all__ = [
    "confirm",
    "confirm_up_to",
    "edit_text",
    "link",
    "mark_for_review",
    "merge_paragraphs",
    "merge_with_next",
    "move",
    "reject",
    "reset_status",
    "restore_text",
    "set_bookmarks",
    "split",
    "split_paragraph",
    "unlink",
]
