"""UIMA CAS as XMI with its type system, as a ZIP: a document a side, or both in one, for INCEpTION and its like.

Offsets are UTF-16 units in the file; dkpro-cassis converts them. Sentences and words are DKPro Core's types.
Labels are one custom span layer and ties one custom relation layer, so that a tie may lead from any label to any.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Span
from taqabul.domain.ids import AnnotationId
from taqabul.domain.language import Side
from taqabul.formats.annotations.archive import write_archive
from taqabul.formats.annotations.layout import Layout, RunningText, sentences
from taqabul.formats.annotations.losses import broken, far_relations, nothing_of, placed, told
from taqabul.formats.annotations.tokens import tokens
from taqabul.formats.annotations.words import Cleaner, stamp

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

SPAN_TYPE: Final = "webanno.custom.TaqabulSpan"
TIE_TYPE: Final = "webanno.custom.TaqabulTie"
_SEGMENTATION: Final = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_METADATA: Final = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_STRING: Final = "uima.cas.String"

SPAN_FEATURES: Final = (
    "uid", "labelSet", "label", "place", "part", "attributes", "severity", "comment", "status", "claim", "author",
    "created", "changedBy", "changed",
)  # fmt: skip
TIE_FEATURES: Final = ("uid", "labelSet", "kind", "attributes", "author", "created")


class XmiWriter:
    """Writes XMI; ``together`` puts both sides into one document."""

    def __init__(self, name: str, *, together: bool) -> None:
        self.name = name
        self._together = together

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What the layers cannot hold."""
        layout = Layout(annotated)
        across = 0 if self._together else sum(
            not any(_held(layout, relation.source, side) and _held(layout, relation.target, side) for side in Side)
            for relation in annotated.relations
        ) - far_relations(annotated)  # fmt: skip
        return [
            *told(across, "relation across the two sides", "relations across the two sides",
                  "left out, each side is a document of its own; the form with both sides in one holds them."),
            *told(far_relations(annotated), "relation to another bitext", "relations to other bitexts", "left out."),
            *told(broken(layout, annotated.annotations), "discontinuous annotation", "discontinuous annotations",
                  "each stretch is a span by itself, with the same uid."),
            *nothing_of(
                annotated,
                notes="left out.",
                claims="left out; their mentions keep the claim's id.",
                orphans="left out, a place in the text is needed.",
                pairs="written on each paragraph of the pair.",
            ),
            *told(sum(bool(one.attributes) for one in annotated.annotations), "annotation with attributes",
                  "annotations with attributes", "all in one feature, a line each; severity in one of its own."),
            *told(len(annotated.label_sets), "label set", "label sets", "only keys are written."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return placed(annotated)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the archive; return how many characters XML could not hold."""
        clean = Cleaner(xml=True)
        types = _type_system()
        layout = Layout(annotated)
        files = {}
        for name, sides, text, language in _documents(layout, together=self._together):
            cas = _Document(layout, types, text, clean).made(name, sides, language)
            files[f"{name}.xmi"] = str(cas.to_xmi()).encode()
        files["TypeSystem.xml"] = str(types.to_xml()).encode()
        write_archive(out, files)
        return clean.replaced


def _documents(layout: Layout, *, together: bool) -> Iterator[tuple[str, tuple[Side, ...], RunningText, str]]:
    if together:
        yield "both", tuple(Side), layout.both(), "x-unspecified"
        return
    for side in Side:
        language = layout.annotated.text(side).document.language.value
        yield f"{side}-{language}", (side,), layout.texts[side], language


def _type_system() -> "TypeSystem":
    """Our two layers, and of DKPro Core's types those that are used, as it defines them."""
    from cassis import TypeSystem  # noqa: PLC0415 - slow to load, and seldom needed

    types = TypeSystem()
    for name in ("Sentence", "Token"):
        types.create_type(f"{_SEGMENTATION}.{name}")
    about = types.create_type(_METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId"):
        types.create_feature(about, name, _STRING)
    span = types.create_type(SPAN_TYPE)
    for name in SPAN_FEATURES:
        types.create_feature(span, name, _STRING)
    tie = types.create_type(TIE_TYPE)
    for name in ("Governor", "Dependent"):
        types.create_feature(tie, name, span)
    for name in TIE_FEATURES:
        types.create_feature(tie, name, _STRING)
    return types


class _Document:
    """One text with its annotations as a CAS."""

    def __init__(self, layout: Layout, types: "TypeSystem", text: RunningText, clean: Cleaner) -> None:
        self._layout, self._types, self._text, self._clean = layout, types, text, clean
        self._claims = {claim.id: claim.uid for claim in layout.annotated.claims}
        self._first: dict[AnnotationId, Any] = {}

    def made(self, name: str, sides: tuple[Side, ...], language: str) -> "Cas":
        """The CAS."""
        from cassis import Cas  # noqa: PLC0415

        cas = Cas(self._types, sofa_string=self._clean(self._text.text), sofa_mime="text/plain")
        title = self._clean(f"{self._layout.annotated.bitext.title} ({name})")
        about = self._types.get_type(_METADATA)
        cas.add(
            about(begin=0, end=len(self._text.text), language=language, documentTitle=title, documentId=name)
        )
        self._segment(cas)
        for annotation in self._layout.annotated.annotations:
            spans = [span for side in sides for span in self._layout.on_side(annotation, side)]
            for number, span in enumerate(spans, start=1):
                cas.add(self._span(annotation, span, f"{number}/{len(spans)}"))
        for tie in self._ties():
            cas.add(tie)
        return cas

    def _segment(self, cas: "Cas") -> None:
        sentence, token = (self._types.get_type(f"{_SEGMENTATION}.{name}") for name in ("Sentence", "Token"))
        for paragraph, begin in zip(self._text.paragraphs, self._text.starts, strict=True):
            for start, end in sentences(paragraph):
                cas.add(sentence(begin=begin + start, end=begin + end))
                for first, last in tokens(paragraph.text, start, end):
                    cas.add(token(begin=begin + first, end=begin + last))

    def _span(self, one: Annotation, span: Span, part: str) -> Any:  # noqa: ANN401  (made at run time)
        start, end = self._text.place(span)
        values = {
            "uid": one.uid,
            "labelSet": one.label_set,
            "label": one.label,
            "place": "pair" if one.link is not None else "gap" if span.is_gap else "span",
            "part": part,
            "attributes": _lines(one.attributes),
            "severity": one.value("severity"),
            "comment": one.comment,
            "status": one.status.value,
            "claim": self._claims.get(one.claim, "") if one.claim is not None else "",
            "author": one.author,
            "created": stamp(one.created_at),
            "changedBy": one.changed_by,
            "changed": stamp(one.changed_at),
        }
        made = self._types.get_type(SPAN_TYPE)(begin=start, end=end, **self._cleaned(values))
        self._first.setdefault(one.id, made)
        return made

    def _ties(self) -> Iterator[Any]:
        for one in self._layout.annotated.relations:
            governor, dependent = self._first.get(one.source), self._first.get(one.target)
            if governor is None or dependent is None:
                continue
            values = {
                "uid": one.uid,
                "labelSet": one.label_set,
                "kind": one.kind,
                "attributes": _lines(one.attributes),
                "author": one.author,
                "created": stamp(one.at),
            }
            ends = {"Governor": governor, "Dependent": dependent}
            place = {"begin": dependent.begin, "end": dependent.end}
            yield self._types.get_type(TIE_TYPE)(**place, **ends, **self._cleaned(values))

    def _cleaned(self, values: dict[str, str]) -> dict[str, str | None]:
        return {name: self._clean(value) or None for name, value in values.items()}


def _lines(attributes: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return "\n".join(f"{key}={value}" for key, values in attributes for value in values)


def _held(layout: Layout, annotation: AnnotationId, side: Side) -> bool:
    found = layout.annotation(annotation)
    return found is not None and bool(layout.on_side(found, side))
