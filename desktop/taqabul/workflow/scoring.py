"""How good a translation is by the errors marked in it: per bitext, document, translator, project, annotator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.options import Progress, no_progress
from taqabul.measures.profiles import SEVERITIES, Calibration, Profile, profiles
from taqabul.measures.quality import FEW_WORDS, Interval, Line, Mistake, Scorecard, scorecard
from taqabul.workflow.library import Library
from taqabul.workflow.marked_errors import Evaluated, MarkedError, evaluated
from taqabul.workflow.projects import BitextSummary, list_bitexts

__all__ = [
    "FEW_WORDS",
    "SEVERITIES",
    "Evaluated",
    "Interval",
    "Line",
    "MarkedError",
    "Profile",
    "Scorecard",
    "evaluated",
    "profiles",
]


class Basis(StrEnum):
    """Whose words are counted; both means the mean of the two."""

    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"


class Grouping(StrEnum):
    """What a library's errors are put together by."""

    BITEXT = "bitext"
    DOCUMENT = "document"
    TRANSLATOR = "translator"
    PROJECT = "project"
    TAG = "tag"
    ANNOTATOR = "annotator"


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """How to score.

    ``annotators`` are those whose marks count, all where none is named. With ``corrected`` errors count whose
    correction stands in the text by now: the score is of the translation as it was delivered.
    ``passing`` and ``acceptable`` take the place of the profile's: the lowest score that passes, and how
    many points a thousand words may cost for that.
    """

    profile: str = "mqm"
    basis: Basis = Basis.SOURCE
    annotators: tuple[str, ...] = ()
    passing: float | None = None
    acceptable: float | None = None
    corrected: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the errors of a library, scored together."""

    name: str
    bitexts: tuple[BitextId, ...]
    card: Scorecard


def profile_for(options: ScoreOptions) -> Profile:
    """The profile chosen, with its line where the options draw another. Raises InvalidInput."""
    found = profiles().get(options.profile)
    if found is None:
        raise InvalidInput(
            f"There is no profile “{options.profile}”.", f"Choose one of: {', '.join(profiles())}."
        )
    line = found.calibration
    if line is None:
        return found
    passing = line.passing if options.passing is None else options.passing
    acceptable = line.acceptable if options.acceptable is None else options.acceptable
    if not (0 <= passing <= 100 and acceptable > 0):
        raise InvalidInput(
            "The line to pass makes no sense.",
            "The score is between 0 and 100, the acceptable points are above 0.",
        )
    return replace(found, calibration=Calibration(passing, acceptable))


def score(material: Evaluated, options: ScoreOptions) -> Scorecard:
    """The scorecard of one bitext. Raises InvalidInput for options that make no sense."""
    return _scored([material], options)


def score_bitext(library: Library, bitext: BitextId, options: ScoreOptions) -> Scorecard:
    """The scorecard of one bitext of a library. Raises InvalidInput."""
    return score(evaluated(library, bitext), options)


def score_groups(
    library: Library, by: Grouping, options: ScoreOptions, progress: Progress = no_progress
) -> list[Group]:
    """Scorecards of all translations that the library holds outside the bin, put together, by name.

    A bitext with several tags counts in each of them; one without a tag, project or translator in a group without a
    name. The translator is who the translated document's description names.
    """
    bitexts = list_bitexts(library)
    found: list[tuple[BitextSummary, Evaluated]] = []
    for done, one in enumerate(bitexts):
        progress(done, len(bitexts))
        material = evaluated(library, one.id, one.title)
        if material.is_translated or material.errors:
            found.append((one, material))
    if by is Grouping.ANNOTATOR:
        people = sorted({name for _, one in found for name in one.annotators})
        return [
            Group(name, _ids(some), _scored(some, replace(options, annotators=(name,))))
            for name in people
            if (some := [one for _, one in found if name in one.annotators])
        ]
    groups: dict[tuple[str, int], list[Evaluated]] = {}
    for summary, material in found:
        for key in _groups(summary, material, by):
            groups.setdefault(key, []).append(material)
    return [Group(name, _ids(some), _scored(some, options)) for (name, _), some in sorted(groups.items())]


def points_along(
    material: Evaluated, options: ScoreOptions, stretches: int
) -> dict[str, NDArray[np.float64]]:
    """What the errors of each severity cost in each of so many equal stretches of the text."""
    profile, rows = profile_for(options), max(1, len(material.words))
    found = {one: np.zeros(stretches) for one in SEVERITIES}
    for one in chosen_errors(material, options):
        if one.row is not None and one.severity in found:
            cost = profile.points(one.lineage, one.severity)
            found[one.severity][one.row * stretches // rows] += cost
    return found


def chosen_errors(material: Evaluated, options: ScoreOptions) -> tuple[MarkedError, ...]:
    """The errors that count, in the order of rows."""
    kept = [
        one
        for one in material.errors
        if (not options.annotators or one.annotator in options.annotators)
        and (options.corrected or not one.is_corrected)
    ]
    return tuple(sorted(kept, key=lambda one: (one.row is None, one.row or 0)))


def corrected_errors(material: Evaluated, options: ScoreOptions) -> int:
    """How many of the errors are corrected by now, whether they count or not."""
    return sum(one.is_corrected for one in chosen_errors(material, replace(options, corrected=True)))


def _scored(some: Sequence[Evaluated], options: ScoreOptions) -> Scorecard:
    """Several bitexts as one text, their rows one after another."""
    mistakes: list[Mistake] = []
    words: list[float] = []
    for material in some:
        first = len(words)
        words += [_counted(pair, options.basis) * material.is_translated for pair in material.words]
        mistakes += [
            Mistake(None if one.row is None else first + one.row, one.lineage, one.severity, one.annotator)
            for one in chosen_errors(material, options)
        ]
    return scorecard(profile_for(options), mistakes, words)


def _counted(pair: tuple[int, int], basis: Basis) -> float:
    source, target = pair
    return {Basis.SOURCE: source, Basis.TARGET: target, Basis.BOTH: (source + target) / 2}[basis]


def _ids(some: Iterable[Evaluated]) -> tuple[BitextId, ...]:
    return tuple(one.bitext for one in some)


def _groups(summary: BitextSummary, one: Evaluated, by: Grouping) -> list[tuple[str, int]]:
    """The groups that a bitext counts in: a name, and a number that parts two of the same name."""
    match by:
        case Grouping.DOCUMENT:
            return [(one.document.title, one.document.id)]
        case Grouping.TRANSLATOR:
            return [(" ".join(one.document.translator.split()), 0)]
        case Grouping.PROJECT:
            return [(summary.project, summary.place.project or 0)]
        case Grouping.TAG:
            return [(tag, 0) for tag in summary.place.tags] or [("", 0)]
        case _:
            return [(summary.title, summary.id)]
