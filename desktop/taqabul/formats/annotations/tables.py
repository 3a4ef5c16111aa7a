"""Claims, errors and all annotations as tables, and two of them as CSV files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Attributes
from taqabul.domain.labels import Purpose
from taqabul.domain.language import Side
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.losses import nothing_of, of_purpose, told
from taqabul.formats.annotations.words import Cleaner, label_path, stamp
from taqabul.formats.csv_table import write_lines

_BESIDE: Final = " … "


@dataclass(frozen=True)
class Table:
    """A table with its headings."""

    title: str
    columns: tuple[str, ...]
    lines: Sequence[tuple[str, ...]]


def claims_table(layout: Layout) -> Table:
    """A line a claim."""
    annotated = layout.annotated
    mentions = {
        claim.id: [one for one in annotated.annotations if one.claim == claim.id]
        for claim in annotated.claims
    }
    columns = (
        "uid", "arabic", "english", "status", "attributes", "mentions", "source_mentions", "target_mentions",
        "author", "created", "changed_by", "changed",
    )  # fmt: skip
    lines = [
        (
            claim.uid,
            claim.arabic,
            claim.english,
            claim.status.value,
            _attributes(claim.attributes),
            str(len(mentions[claim.id])),
            *(
                "\n".join(filter(None, (_quotes(layout, one, side) for one in mentions[claim.id])))
                for side in Side
            ),
            claim.author,
            stamp(claim.created_at),
            claim.changed_by,
            stamp(claim.changed_at),
        )
        for claim in annotated.claims
    ]
    return Table("Claims", columns, lines)


def errors_table(layout: Layout) -> Table:
    """A line a translation error."""
    columns = (
        "uid", "row", "place", "category", "severity", "source", "target", "correction", "comment", "status",
        "author", "changed",
    )  # fmt: skip
    lines = [
        (
            one.uid,
            _row(layout, one),
            _place(one),
            "/".join(label_path(layout.annotated.label_sets, one)),
            one.value("severity"),
            *(_quotes(layout, one, side) for side in Side),
            one.value("correction"),
            one.comment,
            one.status.value,
            one.author,
            stamp(one.changed_at),
        )
        for one in of_purpose(layout.annotated, Purpose.ERRORS)
    ]
    return Table("Errors", columns, lines)


def annotations_table(layout: Layout) -> Table:
    """A line an annotation, whatever its label."""
    claims = {claim.id: claim.uid for claim in layout.annotated.claims}
    columns = (
        "uid", "row", "place", "label_set", "label", "source", "target", "attributes", "comment", "status", "claim",
        "author", "created", "changed_by", "changed",
    )  # fmt: skip
    lines = [
        (
            one.uid,
            _row(layout, one),
            _place(one),
            one.label_set,
            one.label,
            *(_quotes(layout, one, side) for side in Side),
            _attributes(one.attributes),
            one.comment,
            one.status.value,
            claims.get(one.claim, "") if one.claim is not None else "",
            one.author,
            stamp(one.created_at),
            one.changed_by,
            stamp(one.changed_at),
        )
        for one in layout.annotated.annotations
    ]
    return Table("Annotations", columns, lines)


def relations_table(layout: Layout) -> Table:
    """A line a relation."""
    uids = {one.id: one.uid for one in layout.annotated.annotations} | dict(layout.annotated.elsewhere)
    columns = ("uid", "label_set", "kind", "from", "to", "attributes", "author", "at")
    lines = [
        (
            one.uid, one.label_set, one.kind, uids.get(one.source, ""), uids.get(one.target, ""),
            _attributes(one.attributes), one.author, stamp(one.at),
        )
        for one in layout.annotated.relations
    ]  # fmt: skip
    return Table("Relations", columns, lines)


class CsvTableWriter:
    """Writes one of the tables as CSV."""

    def __init__(self, name: str, purpose: Purpose) -> None:
        self.name = name
        self._purpose = purpose

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What is not in this table."""
        return table_losses(annotated, self._purpose)

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return table_holds(annotated, self._purpose)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the table; return how many characters could not be held."""
        clean = Cleaner()
        table = table_of(Layout(annotated), self._purpose)
        write_lines(table.columns, (tuple(map(clean, line)) for line in table.lines), out, ",")
        return clean.replaced


def table_holds(annotated: AnnotatedBitext, purpose: Purpose) -> int:
    """How many annotations are in the table of claims, as mentions of them, or of errors."""
    if purpose is Purpose.ERRORS:
        return len(of_purpose(annotated, purpose))
    return sum(one.claim is not None for one in annotated.annotations)


def table_losses(annotated: AnnotatedBitext, purpose: Purpose) -> list[str]:
    """What is not in the table of claims, or of errors."""
    errors = purpose is Purpose.ERRORS
    others = len(annotated.annotations) - len(of_purpose(annotated, Purpose.ERRORS)) if errors else 0
    extra = sum(
        key not in ("severity", "correction")
        for one in of_purpose(annotated, Purpose.ERRORS)
        for key, _ in one.attributes
    )
    unclaimed = 0 if errors else sum(one.claim is None for one in annotated.annotations)
    claims: dict[str, str] = {"claims": "left out."} if errors else {}
    return [
        *told(others, "annotation that is no error", "annotations that are no errors", "left out."),
        *told(extra if errors else 0, "attribute other than severity and correction",
              "attributes other than severity and correction", "left out."),
        *told(unclaimed, "annotation that mentions no claim", "annotations that mention no claim", "left out."),
        *nothing_of(annotated, relations="left out.", notes="left out.", **claims),
        *told(len(annotated.annotations), "annotation", "annotations", "quoted, without positions."),
    ]  # fmt: skip


def table_of(layout: Layout, purpose: Purpose) -> Table:
    """The table of claims, or of errors."""
    return errors_table(layout) if purpose is Purpose.ERRORS else claims_table(layout)


def all_tables(layout: Layout) -> Iterator[Table]:
    """Every table there is."""
    for made in (claims_table, errors_table, annotations_table, relations_table):
        yield made(layout)


def _row(layout: Layout, annotation: Annotation) -> str:
    """The number of the row that it is in, from 1; empty where it has none."""
    number = next((layout.rows.get(span.paragraph) for span in layout.spans(annotation)), None)
    return "" if number is None else str(number + 1)


def _place(annotation: Annotation) -> str:
    if annotation.link is not None:
        return "pair"
    if not annotation.spans:
        return "lost"
    return "gap" if all(span.is_gap for span in annotation.spans) else "span"


def _quotes(layout: Layout, annotation: Annotation, side: Side) -> str:
    """What it stands on, on one side; its stretches parted by an ellipsis."""
    text = layout.texts[side]
    return _BESIDE.join(text.text[slice(*text.place(span))] for span in layout.on_side(annotation, side))


def _attributes(attributes: Attributes) -> str:
    parts: Sequence[str] = [f"{key}: {', '.join(values)}" for key, values in attributes]
    return "\n".join(parts)
