"""A scorecard to print, in English or Arabic, as HTML that browsers and Qt both set.

Qt mirrors no table, so the columns of an Arabic page are written in the order in which they stand from the left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from taqabul.domain.labels import Words
from taqabul.domain.language import Direction, Language
from taqabul.formats.atomic import replacing
from taqabul.text.direction import LRI, PDI, dir_attribute, isolated, language_of
from taqabul.workflow.marked_errors import Evaluated, MarkedError
from taqabul.workflow.report_words import words_of
from taqabul.workflow.score_report import figure, remarks, span
from taqabul.workflow.scoring import (
    SEVERITIES,
    Basis,
    Line,
    Scorecard,
    ScoreOptions,
    chosen_errors,
    corrected_errors,
    score,
)

SUFFIXES: Final = (".html", ".htm")
BAR, SMALL_BAR = 260, 100
_FIGURES: Final = {*SEVERITIES, "Points", "Pair"}
COLOURS: Final = {"neutral": "#999999", "minor": "#56b4e9", "major": "#e69f00", "critical": "#d55e00"}
"""Severities in Okabe and Ito's colours; the words stand beside them."""
_BASES = {
    Basis.SOURCE: "words of the original",
    Basis.TARGET: "words of the translation",
    Basis.BOTH: "words, the mean of both sides",
}
_STYLE = """
body { font-family: 'Noto Sans', 'Noto Naskh Arabic', sans-serif; font-size: 10pt; color: #1b1f24; }
h1 { font-size: 17pt; } h2 { font-size: 12pt; }
td, th { padding: 3px 6px; vertical-align: top; } th { color: #68727d; font-weight: normal; }
.big { font-size: 22pt; font-weight: bold; } .quiet { color: #68727d; } .warning { color: #b04400; }
"""


def write_report(
    path: Path, material: Evaluated, options: ScoreOptions, language: Language = Language.ENGLISH
) -> None:
    """Write the report of one bitext as HTML. Raises CannotWrite, InvalidInput."""
    write_bytes(path, report_html(material, options, language).encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a report's file. Raises CannotWrite."""
    with replacing(path) as stream:
        stream.write(content)


def report_html(material: Evaluated, options: ScoreOptions, language: Language = Language.ENGLISH) -> str:
    """The report of one bitext: score, points by type and severity, all errors with their places."""
    return _Page(material, options, language).html()


@dataclass(frozen=True)
class _Cell:
    """HTML in a table, at the edge where its language begins, or at the other one where it is a ``figure``."""

    html: str
    language: Language
    is_figure: bool = False
    width: str = ""


class _Page:
    """Puts the report together in one language."""

    def __init__(self, material: Evaluated, options: ScoreOptions, language: Language) -> None:
        self._material, self._options, self._language = material, options, language
        self._card: Scorecard = score(material, options)
        self._say = partial(words_of, language)

    def html(self) -> str:
        """The whole page."""
        title, way = self._material.title, self._language.direction.value
        return (
            f"<!DOCTYPE html>\n<html lang='{self._language.value}' dir='{way}'><head><meta charset='utf-8'>"
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{self._block('h1', _text(isolated(title)), language_of(title))}"
            f"{self._summary()}{self._severities()}{self._types()}{self._errors()}</body></html>\n"
        )

    def _summary(self) -> str:
        card, say = self._card, self._say
        now = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M}"
        head = (
            f"<span class='big'>{isolated(figure(card.score))}</span> {_text(say(card.profile.unit))}"
            f" <span class='quiet'>· {LRI}{now}{PDI}</span>"
        )
        warnings = (
            self._block("p class='warning'", f"⚠ {_text(one)}") for one in remarks(card, say, isolated)
        )
        facts = [[self._head(name), _Cell(escape(told), self._language)] for name, told in self._facts()]
        return f"{self._block('p', head)}{''.join(warnings)}{self._table(facts)}"

    def _facts(self) -> Iterable[tuple[str, str]]:
        card, say = self._card, self._say
        yield "Profile", f"{isolated(card.profile.name)} ({isolated(say(card.profile.source))})"
        yield "Formula", say(card.profile.formula)
        line = card.profile.calibration
        if line is not None:
            told = say("{score}: {verdict} (line at {line}, {points} points in a thousand words)").format(
                score=isolated(figure(card.calibrated)),  # or its minus would stand behind it in Arabic
                verdict="–" if card.passed is None else say("passes" if card.passed else "fails"),
                line=f"{line.passing:g}",
                points=f"{line.acceptable:g}",
            )
            yield "Calibrated", told
        basis = say(_BASES[self._options.basis])
        size = say("{words} {basis}, {pairs} pairs")
        yield "Size", size.format(words=f"{card.words:g}", basis=basis, pairs=card.pairs)
        errors = say("{errors}, {points} points, {rate} in a thousand words")
        rate = figure(card.per_thousand)
        yield "Errors", errors.format(errors=card.errors, points=f"{card.points:g}", rate=rate)
        counted = say("{n}, counted" if self._options.corrected else "{n}, not counted")
        yield "Corrected since", counted.format(n=corrected_errors(self._material, self._options))
        yield "95 % interval", say("{span}, drawn from pairs").format(span=span(card))
        yield "Annotators", say(", ").join(map(isolated, card.annotators)) or "–"

    def _severities(self) -> str:
        counts = self._card.severities
        most = max(counts.values(), default=0)
        rows = [
            [
                self._words(self._say(one).capitalize()),
                self._figure(str(count)),
                self._bar(count, most, COLOURS[one]),
            ]
            for one, count in counts.items()
        ]
        return self._block("h2", self._say("By severity")) + self._table(rows)

    def _types(self) -> str:
        if not self._card.lines:
            return ""
        names = ("Type", "", *SEVERITIES, "Points", "")
        rows = [list(map(self._head, names)), *map(self._type, self._card.lines)]
        return self._block("h2", self._say("By type")) + self._table(rows, width="100%")

    def _type(self, line: Line) -> list[_Cell]:
        words = self._material.names.get(line.label, Words(line.label))
        names = [
            _Cell(escape(words.english or line.label), Language.ENGLISH, width="18%"),
            _Cell(escape(words.arabic), Language.ARABIC, width="18%"),
        ]
        most = max(one.points for one in self._card.lines)
        return [
            *(names if self._language is Language.ENGLISH else names[::-1]),
            *(self._figure(str(line.counts.get(one, 0) or "")) for one in SEVERITIES),
            self._figure(f"{line.points:g}"),
            self._bar(line.points, most, "#0072b2", SMALL_BAR, "14%"),
        ]

    def _errors(self) -> str:
        found = chosen_errors(self._material, self._options)
        if not found:
            return ""
        names = ("Pair", "Error", "Original", "Translation", "Correction", "Comment", "By")
        rows = [list(map(self._head, names)), *map(self._error, found)]
        title = self._block("h2", self._say("Errors"), begins_page=True)
        return title + self._table(rows, width="100%")

    def _error(self, one: MarkedError) -> list[_Cell]:
        source, target = self._material.languages
        english, arabic = one.name.english, one.name.arabic
        name = (arabic or english) if self._language is Language.ARABIC else (english or arabic)
        severity = self._say(one.severity) if one.severity in SEVERITIES else one.severity or "–"
        return [
            self._figure("–" if one.row is None else str(one.row + 1)),
            _Cell(
                f"{_text(name)}<br><span class='quiet'>{_text(severity)}</span>", self._language, width="15%"
            ),
            _Cell(escape(one.source), source, width="15%"),
            _Cell(escape(one.target), target, width="15%"),
            _Cell(escape(one.correction), target, width="15%"),
            self._words(one.comment, "19%"),
            _Cell(_text(one.annotator), self._language, width="15%"),  # all names from one edge
        ]

    def _words(self, text: str, width: str = "") -> _Cell:
        """Words of people, which run their own way."""
        return _Cell(_text(text), language_of(text) or self._language, width=width)

    def _figure(self, text: str) -> _Cell:
        return _Cell(text, self._language, is_figure=True)

    def _head(self, name: str) -> _Cell:
        said = escape(self._say(name).capitalize()) if name else ""
        return _Cell(f"<span class='quiet'>{said}</span>", self._language, is_figure=name in _FIGURES)

    def _bar(self, value: float, most: float, colour: str, longest: int = BAR, width: str = "") -> _Cell:
        """A bar as a table, which is what Qt sets too."""
        long = round(longest * value / most) if most else 0
        if not long:
            return _Cell("", self._language, width=width)
        drawn = f"<td bgcolor='{colour}' width='{long}' style='padding: 0'>&nbsp;</td>"
        side = _edge(self._language)
        return _Cell(
            f"<table cellspacing='0' align='{side}'><tr>{drawn}</tr></table>", self._language, width=width
        )

    def _table(self, rows: Iterable[Sequence[_Cell]], width: str = "") -> str:
        mirrored = self._language.direction is Direction.RTL
        size = f" width='{width}'" if width else ""
        lines = "".join(
            f"<tr>{''.join(_cell(one) for one in (reversed(row) if mirrored else row))}</tr>" for row in rows
        )
        return f"<table{size} dir='ltr' align='{_edge(self._language)}'>{lines}</table>"

    def _block(
        self, tag: str, html: str, language: Language | None = None, *, begins_page: bool = False
    ) -> str:
        way, side = (language or self._language).direction.value, _edge(self._language)
        name = tag.partition(" ")[0]
        page = "; page-break-before: always" if begins_page else ""
        return f"<{tag} dir='{way}' align='{side}' style='clear: both{page}'>{html}</{name}>"


def _edge(language: Language) -> str:
    """The edge at which lines of a language begin."""
    return "right" if language.direction is Direction.RTL else "left"


def _cell(one: _Cell) -> str:
    size = f" width='{one.width}'" if one.width else ""
    other = Language.ENGLISH if one.language is Language.ARABIC else Language.ARABIC
    side = _edge(other if one.is_figure else one.language)
    if one.html.startswith("<table"):
        return f"<td{size} align='{side}'>{one.html}</td>"
    way = one.language.direction.value
    words = f"<p dir='{way}' lang='{one.language.value}' align='{side}' style='margin: 0'>{one.html}</p>"
    return f"<td{size}>{words}</td>"


def _text(text: str) -> str:
    """Words kept apart from what stands around them, in the direction of most of their letters, whatever begins them."""
    return f"<bdi {dir_attribute(text)}>{escape(text)}</bdi>"
