"""What other programs did to a bitext: what of it a person has seen here, and what an edit must not go over unseen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import JournalId, LinkId, ParagraphId


@dataclass
class Touched:
    """What an act of somebody else's touched, and whose it was."""

    by: str
    links: set[LinkId]
    paragraphs: set[ParagraphId]
    remarks: dict[str, set[int]]
    """What people wrote, by the part of an edit it is in."""


@dataclass
class Watch:
    """What other programs did to a bitext since somebody here last looked.

    All up to line ``seen`` of the journal is on the screen here. The lines up to ``read`` were looked through, and
    what others did in them after ``seen`` is in ``unseen``, by the line.
    """

    seen: JournalId
    read: JournalId = field(init=False)
    unseen: dict[JournalId, Touched] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.read = self.seen

    def note_down(self, act: JournalId, by: str, edit: Edit) -> None:
        """Remember what an edit of somebody else's touched."""
        self.unseen[act] = touched_by(by, edit)
        self.read = max(self.read, act)

    def met_by(self, edit: Edit) -> tuple[str, ...]:
        """Who changed, unseen here, something that an edit changes; nobody mostly."""
        return tuple(dict.fromkeys(one.by for one in list(self.unseen.values()) if _is_same(one, edit)))

    def links(self) -> set[LinkId]:
        """The links that others changed unseen."""
        return {link for touched in self.unseen.values() for link in touched.links}

    def paragraphs(self) -> set[ParagraphId]:
        """The paragraphs that others changed unseen."""
        return {paragraph for touched in self.unseen.values() for paragraph in touched.paragraphs}

    def show(self, up_to: JournalId) -> None:
        """What others did up to a line is on the screen now."""
        self.seen = max(self.seen, up_to)
        self.read = max(self.read, up_to)
        self.unseen = {act: touched for act, touched in self.unseen.items() if act > up_to}

    def forgive(self, links: Collection[LinkId], paragraphs: Collection[ParagraphId] = ()) -> None:
        """The person was shown, or told, what became of some links and paragraphs."""
        for touched in self.unseen.values():
            touched.links.difference_update(links)
            touched.paragraphs.difference_update(paragraphs)

    def forgive_remark(self, part: str, id_: int) -> None:
        """The person was shown what became of something that people wrote; ``part`` is that of an edit it is in."""
        for touched in self.unseen.values():
            touched.remarks[part].discard(id_)

    def tell(self) -> None:
        """The person was told that there is something unseen: what is done next is done knowing that."""
        self.unseen = {}


def touched_by(by: str, edit: Edit) -> Touched:
    """What an edit of somebody's touches."""
    links = {one.id for one in edit.links.removed + edit.links.inserted}
    links |= {change.link for change in edit.verdicts}
    paragraphs = {one.id for one in edit.paragraphs.removed + edit.paragraphs.inserted}
    remarks = {name: set(_ids(part.removed + part.inserted)) for name, part in _written(edit).items()}
    return Touched(by, links, paragraphs, remarks)


def _is_same(touched: Touched, edit: Edit) -> bool:
    return not (
        touched.links.isdisjoint(_ids(edit.links.removed))
        and touched.links.isdisjoint(change.link for change in edit.verdicts)
        and touched.paragraphs.isdisjoint(_ids(edit.paragraphs.removed))
        and all(touched.remarks[name].isdisjoint(_ids(part.removed)) for name, part in _written(edit).items())
    )


def _written(edit: Edit) -> dict[str, Replacement[Any]]:
    names = ("notes", "annotations", "relations", "claims", "decisions")
    return {name: getattr(edit, name) for name in names}


def _ids(records: Iterable[object]) -> list[int]:
    return [record.id for record in records]  # type: ignore[attr-defined]
