"""Translation errors as Marot reads them: tab-separated, a line an error, the marked words in <v> tags."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO, Final

import regex

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Span, correction_of
from taqabul.domain.bitext import Link, LinkStatus
from taqabul.domain.labels import Purpose
from taqabul.domain.language import Side
from taqabul.formats.annotations.layout import Layout, RunningText, sentences
from taqabul.formats.annotations.losses import gaps, nothing_of, of_purpose, told
from taqabul.formats.annotations.words import Cleaner, label_path
from taqabul.text.swapping import swap

COLUMNS: Final = (
    "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity", "metadata",
)  # fmt: skip
NO_ERROR: Final = "no-error"
_BLANK: Final = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TOKEN: Final = regex.compile(r"\s+|\w[\w\p{M}]*|(?!\s)\X")
"""Blanks, words with the marks on their letters, and each other sign as people see it."""


class MarotWriter:
    """Writes Marot's ten columns."""

    name = "Marot (MQM errors)"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What Marot's lines cannot hold."""
        layout = Layout(annotated)
        errors = of_purpose(annotated, Purpose.ERRORS)
        placed = [one for one in errors if _link(layout, one) is not None]
        extra = sum(key not in ("severity", "correction") for one in errors for key, _ in one.attributes)
        apart = sum(
            len({layout.rows.get(span.paragraph) for span in layout.spans(one)}) > 1
            for one in placed
            if one.link is None
        )
        marked = {_link(layout, one) for one in placed}
        unread = sum(
            number not in marked and link.status is not LinkStatus.CONFIRMED
            for number, link in enumerate(annotated.links)
        )
        return [
            *told(len(annotated.annotations) - len(errors), "annotation that is no translation error",
                  "annotations that are no translation errors", "left out."),
            *told(len(errors) - len(placed), "error that lost its place", "errors that lost their place", "left out."),
            *told(apart, "error whose source and target are in different pairs",
                  "errors whose source and target are in different pairs",
                  "only what is in the pair of the target is marked."),
            *told(gaps(placed), "place where something is missing", "places where something is missing",
                  "written as empty <v></v>."),
            *told(extra, "attribute other than severity and correction",
                  "attributes other than severity and correction", "left out."),
            *told(unread, "pair without an error that nobody confirmed", "pairs without an error that nobody confirmed",
                  "left out, for nobody said that they are without error."),
            *told(sum(bool(_BLANK.search(one.text)) for side in Side for one in annotated.text(side).paragraphs),
                  "paragraph with line ends or tabs", "paragraphs with line ends or tabs", "blanks stand for them."),
            *nothing_of(annotated, relations="left out.", notes="left out.", claims="left out."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        layout = Layout(annotated)
        return sum(_link(layout, one) is not None for one in of_purpose(annotated, Purpose.ERRORS))

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the table; return how many characters could not be held."""
        clean = Cleaner()
        out.write(("\t".join(COLUMNS) + "\n").encode())
        out.writelines(
            (clean("\t".join(_BLANK.sub(" ", cell) for cell in line)) + "\n").encode()
            for line in _lines(annotated)
        )
        return clean.replaced


def _lines(annotated: AnnotatedBitext) -> Iterator[Sequence[str]]:
    layout = Layout(annotated)
    errors: dict[int, list[Annotation]] = {}
    for one in of_purpose(annotated, Purpose.ERRORS):
        number = _link(layout, one)
        if number is not None:
            errors.setdefault(number, []).append(one)
    languages = {side: annotated.text(side).document.language.value for side in Side}
    evaluation = {
        "template": "MQM",
        **{f"{side}_language": language for side, language in languages.items()},
    }
    document = f"{annotated.bitext.title}:{languages[Side.SOURCE]}-{languages[Side.TARGET]}"
    begin = (annotated.text(Side.TARGET).document.title, document)
    for number, link in enumerate(annotated.links):
        segment = _Segment(annotated, link)
        for line in segment.lines(layout, errors.get(number, [])):
            metadata = line.pop("metadata")
            if evaluation:
                metadata, evaluation = {**metadata, "evaluation": evaluation}, {}
            cells = [line[column] for column in COLUMNS[4:-1]]
            yield *begin, str(number + 1), "0", *cells, json.dumps(metadata, ensure_ascii=False)


class _Segment:
    """A pair, each side one text."""

    def __init__(self, annotated: AnnotatedBitext, link: Link) -> None:
        self._annotated, self._link = annotated, link
        self._texts: dict[Side, RunningText] = {}
        for side in Side:
            wanted = set(link.side(side))
            held = [one for one in annotated.text(side).paragraphs if one.id in wanted]
            self._texts[side] = RunningText(held, ["\n"] * (len(held) - 1))
        self._tokens = {side: _tokens(text.text) for side, text in self._texts.items()}

    def lines(self, layout: Layout, errors: list[Annotation]) -> Iterator[dict[str, Any]]:
        """A line an error; one that says there is none, where a person confirmed the pair."""
        told = {"segment": self._told()}
        for error in errors:
            yield self._line(layout, error, told)
            told = {}
        if not errors and self._link.status is LinkStatus.CONFIRMED:
            texts = {side.value: text.text for side, text in self._texts.items()}
            yield {
                "rater": self._link.changed_by,
                **texts,
                "category": NO_ERROR,
                "severity": NO_ERROR,
                "metadata": {"timestamp": _milliseconds(self._link.changed_at), **told},
            }

    def _line(self, layout: Layout, error: Annotation, told: dict[str, Any]) -> dict[str, Any]:
        metadata: dict[str, Any] = {"timestamp": _milliseconds(error.changed_at)}
        texts: dict[str, str] = {}
        marked: list[str] = []
        for side, text in self._texts.items():
            spans = [span for span in layout.on_side(error, side) if span.paragraph in text]
            places = [] if error.link is not None else [text.place(span) for span in spans]
            texts[side.value] = _tagged(text.text, places)
            indices = [_token_span(self._tokens[side], *place) for place in places]
            if found := [pair for pair in indices if pair]:
                metadata[f"{side}_spans"] = found
            marked += [text.text[start:end] for start, end in places]
        if error.comment:
            metadata["note"] = error.comment
        if correction_of(error) is not None:
            metadata["corrected_translation"] = self._corrected(layout, error)
        metadata["marked_text"] = " ".join(marked)
        path = label_path(self._annotated.label_sets, error)
        return {
            "rater": error.author,
            **texts,
            "category": "/".join(part.replace("/", "-") for part in path),
            "severity": (error.value("severity") or "major").capitalize(),
            "metadata": {**metadata, **told},
        }

    def _corrected(self, layout: Layout, error: Annotation) -> str:
        """The target of the segment as it would read with the correction."""
        text = self._texts[Side.TARGET]
        spans: list[Span] = [one for one in layout.on_side(error, Side.TARGET) if one.paragraph in text]
        if not spans or error.link is not None:
            return correction_of(error) or ""
        start, end = text.place(spans[0])
        swapped = swap(text.text, start, end, correction_of(error) or "")
        return text.text[: swapped.start] + swapped.text + text.text[swapped.end :]

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for side, text in self._texts.items():
            told[f"{side}_tokens"] = [_BLANK.sub(" ", text.text[a:b]) for a, b in self._tokens[side]]
            told[f"{side}_sentence_splits"] = _splits(text, self._tokens[side])
            told[f"num_{side}_chars"] = len(text.text)
        return told


def _link(layout: Layout, error: Annotation) -> int | None:
    """The pair that an error is in: the one of its target, else of its source; None where it has no place."""
    spans = [*layout.on_side(error, Side.TARGET), *layout.on_side(error, Side.SOURCE)]
    return layout.rows.get(spans[0].paragraph) if spans else None


def _tagged(text: str, places: list[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}<v>{text[start:end]}</v>{text[end:]}"
    return text


def _tokens(text: str) -> list[tuple[int, int]]:
    """Tokens that are the whole text when put together."""
    return [match.span() for match in _TOKEN.finditer(text)]


def _token_span(tokens: list[tuple[int, int]], start: int, end: int) -> list[int]:
    """The first and the last token that a stretch touches; nothing for a gap."""
    touched = [number for number, (first, last) in enumerate(tokens) if first < end and start < last]
    return [touched[0], touched[-1]] if touched else []


def _splits(text: RunningText, tokens: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """How many tokens each sentence has, with the blanks after it."""
    ends = [
        begin + end
        for paragraph, begin in zip(text.paragraphs, text.starts, strict=True)
        for _, end in sentences(paragraph)
    ]
    splits: list[dict[str, Any]] = []
    at = 0
    bounds = [*ends[:-1], len(text.text)] if ends else []
    for bound in bounds:
        number = at
        while number < len(tokens) and (
            tokens[number][0] < bound or text.text[slice(*tokens[number])].isspace()
        ):
            number += 1
        splits.append({"num_tokens": number - at})
        at = number
    return splits


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
