"""A bitext with all that people wrote on it, as exporters and measures take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taqabul.domain.annotation import Annotation, Decision, Note, Relation
from taqabul.domain.bitext import Bitext, Link
from taqabul.domain.claims import Claim
from taqabul.domain.document import Document, Paragraph
from taqabul.domain.ids import AnnotationId
from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Side


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One of its texts: paragraphs in the order of the document."""

    document: Document
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedBitext:
    """Texts, links in the order of rows, annotations in the order they were made.

    ``label_sets`` holds the newest version of each set used, by key. ``relations`` begin at an annotation of this
    bitext; the other end may be in another bitext and is then not among ``annotations``: ``elsewhere`` has its uid.
    """

    bitext: Bitext
    source: AnnotatedText
    target: AnnotatedText
    links: tuple[Link, ...]
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]
    notes: tuple[Note, ...]
    claims: tuple[Claim, ...]
    label_sets: Mapping[str, LabelSet]
    elsewhere: Mapping[AnnotationId, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    def text(self, side: Side) -> AnnotatedText:
        """The text of one side."""
        return self.source if side is Side.SOURCE else self.target
