"""What the programs at one library of a server call to each other: short, and never anything of the texts.

What is heard may come from anybody whom the server lets in, so it is taken for what it says and nothing more.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from taqabul.domain.ids import BitextId, JournalId, LinkId, ParagraphId

CHANNEL = "taqabul"
LONGEST_NAME = 80
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """A line was written into the journal; heard when it stands there."""

    bitext: BitextId
    act: JournalId
    session: str

    @property
    def words(self) -> str:
        """As it is called."""
        return _words("act", self)


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody is at work: in a bitext, at a row, correcting a paragraph; None where not.

    Said whenever that changes, and now and then that others may know it still holds.
    """

    session: str
    name: str
    bitext: BitextId | None = None
    link: LinkId | None = None
    paragraph: ParagraphId | None = None

    @property
    def words(self) -> str:
        """As it is called."""
        return _words("here", self)


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody left."""

    session: str

    @property
    def words(self) -> str:
        """As it is called."""
        return _words("gone", self)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody came, and would know who is there."""

    session: str

    @property
    def words(self) -> str:
        """As it is called."""
        return _words("who", self)


@dataclass(frozen=True, slots=True)
class Roles:
    """Somebody's role in the team changed: everybody asks the server for their own."""

    session: str

    @property
    def words(self) -> str:
        """As it is called."""
        return _words("roles", self)


@dataclass(frozen=True, slots=True)
class Work:
    """Work was given to somebody, taken back or said to be done: everybody looks what is theirs."""

    session: str

    @property
    def words(self) -> str:
        """As it is called."""
        return _words("work", self)


Call = Told | Here | Gone | Who | Roles | Work
_KINDS: dict[str, type[Told] | type[Here] | type[Gone] | type[Who] | type[Roles] | type[Work]]
_KINDS = {"act": Told, "here": Here, "gone": Gone, "who": Who, "roles": Roles, "work": Work}
_NUMBERS = ("bitext", "act", "link", "paragraph")


def understood(words: str) -> Call | None:
    """A call, None where it is none of ours."""
    if len(words) > _LONGEST:
        return None
    try:
        given = json.loads(words)
        kind = _KINDS[given.pop("call")]
        if not all(_is_sound(name, value) for name, value in given.items()):
            return None
        return kind(**given)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_sound(name: str, value: object) -> bool:
    if name in _NUMBERS:
        return value is None or (isinstance(value, int) and not isinstance(value, bool))
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and value.isprintable()


def _words(kind: str, call: Any) -> str:  # noqa: ANN401
    said = {name: value for name, value in asdict(call).items() if value is not None}
    return json.dumps({"call": kind, **said}, separators=(",", ":"))
