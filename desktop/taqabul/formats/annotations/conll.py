"""Words with labels in columns (CoNLL-U Plus, labels as B-, I-, O), a file a side, as a ZIP.

Each label set has a column, and another one where its labels overlap.
"""

from collections.abc import Iterator
from typing import BinaryIO

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.formats.annotations.archive import write_archive
from taqabul.formats.annotations.brat_names import LINE_ENDS, brat_name
from taqabul.formats.annotations.layout import Layout, sentences
from taqabul.formats.annotations.losses import broken, gaps, nothing_of, told
from taqabul.formats.annotations.tokens import tokens
from taqabul.formats.annotations.words import Cleaner

_BLANKS = str.maketrans(dict.fromkeys("\t" + LINE_ENDS, " "))


class ConllWriter:
    """Writes CoNLL-U Plus."""

    name = "CoNLL-U Plus with BIO columns"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What columns cannot hold."""
        layout = Layout(annotated)
        marked = [one for one in annotated.annotations if one.link is None]
        attributes = sum(len(one.attributes) for one in annotated.annotations)
        return [
            *nothing_of(
                annotated,
                relations="left out, words have labels only.",
                notes="left out.",
                claims="left out.",
                pairs="left out.",
                orphans="left out.",
                comments="left out.",
                statuses="left out, and so are names and times.",
            ),
            *told(attributes, "attribute", "attributes", "left out."),
            *told(gaps(marked), "place where something is missing", "places where something is missing",
                  "left out, there is no word to label."),
            *told(broken(layout, marked), "discontinuous annotation", "discontinuous annotations",
                  "each stretch is labelled by itself."),
            *told(_inexact(layout), "stretch that begins or ends inside a word",
                  "stretches that begin or end inside a word", "the whole word is labelled."),
            *told(len(annotated.label_sets), "label set", "label sets", "only keys are written."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return sum(
            one.link is None and not all(span.is_gap for span in one.spans) for one in annotated.annotations
        )

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the archive; return how many characters could not be held."""
        clean = Cleaner()
        layout = Layout(annotated)
        files = {}
        for side in Side:
            name = f"{side}-{annotated.text(side).document.language}.conllup"
            files[name] = clean("\n".join(_lines(layout, side)) + "\n").encode()
        write_archive(out, files)
        return clean.replaced


Labelled = tuple[str, int, int]
"""A label, and the code points of its paragraph that it is on."""


def _lines(layout: Layout, side: Side) -> Iterator[str]:
    columns = _columns(layout, side)
    names = [brat_name(key).upper() + (f"-{number}" if number else "") for key, number in columns]
    yield "# global.columns = ID FORM START END" + "".join(f" TAQABUL:{name}" for name in names)
    sentence = 0
    text = layout.texts[side]
    for paragraph, begin in zip(text.paragraphs, text.starts, strict=True):
        yield f"# newpar id = {paragraph.number}"
        for start, end in sentences(paragraph):
            sentence += 1
            yield f"# sent_id = {sentence}"
            yield f"# text = {paragraph.text[start:end].translate(_BLANKS)}"
            before: list[Labelled | None] = [None] * len(columns)
            for number, (first, last) in enumerate(tokens(paragraph.text, start, end), start=1):
                found = [_on(column.get(paragraph.id, []), first, last) for column in columns.values()]
                tags = [_tag(one, last_one) for one, last_one in zip(found, before, strict=True)]
                before = found
                form = paragraph.text[first:last].translate(_BLANKS)
                yield "\t".join([str(number), form, str(begin + first), str(begin + last), *tags])
            yield ""


def _columns(layout: Layout, side: Side) -> dict[tuple[str, int], dict[ParagraphId, list[Labelled]]]:
    """What each column holds: as few columns a label set as its overlaps allow, the earlier label first."""
    columns: dict[tuple[str, int], dict[ParagraphId, list[Labelled]]] = {}
    for key in dict.fromkeys(one.label_set for one in layout.annotated.annotations):
        columns[key, 0] = {}
    for annotation in layout.annotated.annotations:
        if annotation.link is not None:
            continue
        for span in layout.on_side(annotation, side):
            if span.is_gap:
                continue
            number = 0
            column = columns[annotation.label_set, 0]
            while _is_taken(column.get(span.paragraph, []), span.start, span.end):
                number += 1
                column = columns.setdefault((annotation.label_set, number), {})
            column.setdefault(span.paragraph, []).append((annotation.label, span.start, span.end))
    return dict(sorted(columns.items(), key=lambda item: item[0]))


def _is_taken(labelled: list[Labelled], start: int, end: int) -> bool:
    return any(first < end and start < last for _, first, last in labelled)


def _on(labelled: list[Labelled], start: int, end: int) -> Labelled | None:
    """The first label on any part of a word."""
    return next((one for one in labelled if one[1] < end and start < one[2]), None)


def _tag(found: Labelled | None, before: Labelled | None) -> str:
    """The tag of a word after another of its sentence; what runs on from the last sentence begins anew."""
    if found is None:
        return "O"
    return f"{'I' if found == before else 'B'}-{brat_name(found[0])}"


def _inexact(layout: Layout) -> int:
    """How many stretches begin or end inside a word."""
    edges: dict[ParagraphId, set[int]] = {}
    number = 0
    for annotation in layout.annotated.annotations:
        for side in Side:
            for span in layout.on_side(annotation, side) if annotation.link is None else ():
                if span.paragraph not in edges:
                    edges[span.paragraph] = _edges(_paragraph(layout, side, span.paragraph))
                number += not ({span.start, span.end} <= edges[span.paragraph] or span.is_gap)
    return number


def _paragraph(layout: Layout, side: Side, wanted: ParagraphId) -> Paragraph:
    return next(one for one in layout.texts[side].paragraphs if one.id == wanted)


def _edges(paragraph: Paragraph) -> set[int]:
    return {
        at
        for start, end in sentences(paragraph)
        for token in tokens(paragraph.text, start, end)
        for at in token
    }
