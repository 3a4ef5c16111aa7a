"""Which right each verb of the window needs; what a role may not do is not offered."""

from collections.abc import Mapping
from typing import Final

from taqabul.domain.roles import Right, Role, may

_NEEDED: Final[Mapping[Right, tuple[str, ...]]] = {
    Right.MARK: (
        "annotate",
        "propagate",
        "new-claim",
        "gather-claim",
        "note",
        "import-annotations",
        "merge-library",
        "finding-to-error",
    ),
    Right.JUDGE: ("review", "review-why", "reject", "bookmark", "suppress-finding"),
    Right.CORRECT: (
        "edit",
        "restore",
        "replace",
        "clean",
        "put-right",
        "turn-direction",
        "add-to-dictionary",
    ),
    Right.TAKE_ALONG: ("check-out", "check-in"),
    Right.DECIDE: ("confirm", "confirm-up-to", "confirm-sure", "status", "adjudicate"),
    Right.RELINK: (
        "merge",
        "split",
        "unlink",
        "link",
        "up",
        "down",
        "shift-up",
        "shift-down",
        "swap",
        "realign",
        "realign-chosen",
        "pinpoint",
        "split-paragraph",
        "merge-paragraphs",
    ),
    Right.ARRANGE: (
        "entry-rename",
        "entry-tags",
        "entry-project",
        "entry-archive",
        "project-rename",
        "project-delete",
        "describe",
    ),
    Right.ASSIGN: ("assign",),
    Right.IMPORT: (
        "open",
        "import-look",
        "paste-text",
        "sample",
        "import-folder",
        "entry-duplicate",
        "pair-documents",
    ),
    Right.DELETE: ("entry-bin", "entry-restore", "empty-bin"),
}


def forbidden(role: Role) -> frozenset[str]:
    """The verbs that a role may not use."""
    return frozenset(name for right, names in _NEEDED.items() if not may(role, right) for name in names)
