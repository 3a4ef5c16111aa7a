"""What is found in files that are looked at before they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from taqabul.domain.errors import AppError
from taqabul.domain.files import Aside, BlockKind, Metadata
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions
from taqabul.workflow.choosing_columns import TableColumns
from taqabul.workflow.mending import Change
from taqabul.workflow.reading_files import ReadFiles


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found, in a sentence, and what can be done about it: a repair made, or parts of a page left out.

    ``done`` where that is chosen. ``asks`` where a person had better decide before the texts are kept.
    """

    text: str
    repair: str = ""
    aside: Aside | None = None
    done: bool = False
    asks: bool = False

    @property
    def is_choice(self) -> bool:
        """Whether a person can choose something about it."""
        return bool(self.repair) or self.aside is not None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it would be kept; ``number`` counts from 1 in its text, None where it is left out.

    ``words`` are its own, as ``ImportOptions.languages`` takes them.
    """

    number: int | None
    text: str
    kind: BlockKind
    aside: Aside | None
    words: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was looked at: its encoding where it was read, else what was wrong with it."""

    path: Path
    encoding: str = ""
    problem: AppError | None = None
    recodable: bool = True
    """Whether another encoding may be chosen: a text, and no document that says itself how it is to be read."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found. ``problem`` where the files as they are cannot be aligned; ``read`` is what would be kept.

    ``table`` where the file is a table, with what its columns are taken for.
    """

    options: ImportOptions
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    passages: Mapping[Language, Sequence[Passage]]
    metadata: Mapping[Language, Metadata]
    problem: AppError | None
    read: ReadFiles
    table: TableColumns | None = None
    shown: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    """What each repair would change, by its id."""

    @property
    def asks(self) -> bool:
        """Whether a person had better decide something before the texts are kept."""
        return any(finding.asks for finding in self.findings)

    @property
    def is_told_apart(self) -> bool:
        """Whether the languages of one file were told apart, paragraph by paragraph."""
        return len(self.sources) == 1 and bool(self.read.prepared) and self.read.ready is None

    @property
    def languages(self) -> frozenset[Language]:
        """The languages found."""
        return frozenset(self.passages)
