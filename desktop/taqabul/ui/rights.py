"""Which right each verb of the window needs; what a role may not do, or a server has no use for, is not offered."""

from collections.abc import Mapping
from typing import Final

from taqabul.domain.roles import Right, Role, least, may
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.queues import CONDITIONS

_NEEDED: Final[Mapping[Right, tuple[str, ...]]] = {
    Right.READ: (
        *("library", "open-server", "export", "import-report", "keep-copy", "restore-copy", "verify-library"),
        *("open-library", "encrypt-library", "decrypt-library"),
        *("quit", "author", "about", "message", "keyboard", "keys", "guides", "palette", "history"),
        *("find", "find-next", "find-previous", "find-in-library", "list-places"),
        *("undo", "redo"),  # what one did oneself
        *("pick-source", "pick-target", "clear-picks", "checks", "next-finding", "previous-finding"),
        *("terms", "label-sets", "label-set", "guidelines", "agreement", "scorecard", "overview", "minimap"),
        *("marks-panel", "orphans", "threads", "marks-list", "claims", "details", "word-links"),
        *("next-unconfirmed", "previous-unconfirmed", "next-uneven", "previous-uneven", "least-sure"),
        *("go-to", "other-end", "next-sentence", "previous-sentence", "word-right", "word-left"),
        *("next-bookmark", "previous-bookmark", "queue-next", "queue-previous"),
        *("filter", "filter-clear", "filter-refresh", "filter-only", "filter-lowest-first", "filter-save"),
        *(f"filter-{name}" for name in CONDITIONS),
        *("zoom-in", "zoom-out", "zoom-reset", "fonts", "tashkeel", "unseen", "reading"),
        *("theme-system", "theme-light", "theme-dark", "theme-contrast"),
    ),
    Right.MARK: (
        "annotate",
        "annotate-hit",
        "propagate",
        "new-claim",
        "gather-claim",
        "note",
        "import-annotations",
        "merge-library",
        "finding-to-error",
    ),
    Right.JUDGE: ("review", "review-why", "reject", "reset", "bookmark", "suppress-finding"),
    Right.CORRECT: (
        "edit",
        "restore",
        "replace",
        "clean",
        "put-right",
        "apply-correction",
        "turn-direction",
        "add-to-dictionary",
    ),
    Right.TAKE_ALONG: ("check-out", "check-in", "work-done"),
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
_RIGHTS: Final = {name: right for right, names in _NEEDED.items() for name in names}
_PLAIN: Final = {
    Role.ANNOTATOR: QT_TRANSLATE_NOOP("Rights", "annotators"),
    Role.REVIEWER: QT_TRANSLATE_NOOP("Rights", "reviewers and owners"),
    Role.OWNER: QT_TRANSLATE_NOOP("Rights", "owners"),
}

_OF_FILES: Final = {
    **dict.fromkeys(
        ("keep-copy", "restore-copy"),
        QT_TRANSLATE_NOOP(
            "Rights",
            "The library is on a server: its own tools copy it and bring it back, pg_dump and pg_restore. The guide “A team on a server” tells how.",
        ),
    ),
    **dict.fromkeys(
        ("encrypt-library", "decrypt-library"),
        QT_TRANSLATE_NOOP(
            "Rights",
            "The library is on a server, not in a file: whoever keeps the server encrypts its disks.",
        ),
    ),
}


def right_of(verb: str) -> Right:
    """The right that a verb of the window needs. Raises KeyError for one that nobody thought of."""
    return _RIGHTS[verb]


def refusal(verb: str, role: Role | None) -> str:
    """What somebody in a role is told who wishes to use a verb that it does not include; None: they only read."""
    if role is None:
        words = translate("Rights", "This is for {who} of the library; you may only read it.")
        return words.format(who=say(_PLAIN[least(right_of(verb))]))
    words = translate("Rights", "This is for {who} of the library; your role on the server is {role}.")
    return words.format(who=say(_PLAIN[least(right_of(verb))]), role=role)


def forbidden(role: Role | None) -> frozenset[str]:
    """The verbs that a role may not use; who has none, and only reads, has nothing of their own to take back or keep."""
    own = () if role is not None else ("undo", "redo", "filter-save")
    return frozenset(
        (*own, *(name for right, names in _NEEDED.items() if not may(role, right) for name in names))
    )


def reasons(role: Role | None, *, on_server: bool) -> dict[str, str]:
    """The verbs that are not to be offered, and why: for what the library is, or for one's role in it."""
    by_role = {verb: refusal(verb, role) for verb in forbidden(role)}
    return by_role | ({verb: say(why) for verb, why in _OF_FILES.items()} if on_server else {})
