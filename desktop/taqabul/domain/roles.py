"""Who may do what in a library that a team shares: the one table of it.

The server's grants, what the window offers and the help are made from it. A library in a file is its owner's.
"""

from enum import StrEnum

from taqabul.domain.errors import InvalidInput


class Role(StrEnum):
    """What somebody is in a team; each may do what those before may, and more."""

    ANNOTATOR = "annotator"
    REVIEWER = "reviewer"
    OWNER = "owner"


class Right(StrEnum):
    """Something that may be done, in the words of the help."""

    READ = "read everything, search, export"
    MARK = "annotate: marks, relations, claims, notes"
    JUDGE = "reject rows or ask for a review, bookmark them, suppress findings"
    CORRECT = "correct texts"
    TAKE_ALONG = "check bitexts out and in, say that assigned work is done"
    DECIDE = "confirm rows, adjudicate"
    RELINK = "say what faces what: link, merge, split, move, re-align; paragraphs and their borders"
    ARRANGE = "titles, projects, tags, the archive, terms"
    ASSIGN = "assign work"
    IMPORT = "import and duplicate"
    DELETE = "the bin, deleting, letting history go"
    LABEL_SETS = "change label sets"
    PEOPLE = "add people, give and take roles, upgrade"


_LEAST = {
    Right.READ: Role.ANNOTATOR,
    Right.MARK: Role.ANNOTATOR,
    Right.JUDGE: Role.ANNOTATOR,
    Right.CORRECT: Role.ANNOTATOR,
    Right.TAKE_ALONG: Role.ANNOTATOR,
    Right.DECIDE: Role.REVIEWER,
    Right.RELINK: Role.REVIEWER,
    Right.ARRANGE: Role.REVIEWER,
    Right.ASSIGN: Role.REVIEWER,
    Right.IMPORT: Role.OWNER,
    Right.DELETE: Role.OWNER,
    Right.LABEL_SETS: Role.OWNER,
    Right.PEOPLE: Role.OWNER,
}


def may(role: Role | None, right: Right) -> bool:
    """Whether somebody in that role may do it; who has none, but is let in, reads."""
    if role is None:
        return right is Right.READ
    roles = list(Role)
    return roles.index(role) >= roles.index(_LEAST[right])


def least(right: Right) -> Role:
    """The first role that may do it."""
    return _LEAST[right]


def role_named(name: str) -> Role:
    """A role by its word. Raises InvalidInput."""
    try:
        return Role(name)
    except ValueError:
        raise InvalidInput(f"“{name}” is no role.", f"Roles are {', '.join(Role)}.") from None
