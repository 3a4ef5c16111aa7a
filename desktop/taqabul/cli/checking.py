"""``taqabul check``: what a reviewer should look at in a translation."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.engine_choices import EngineChoices
from taqabul.cli.option_groups import with_groups
from taqabul.cli.terminal import progress_bar, put_json, put_table, say
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Side
from taqabul.domain.options import AlignOptions
from taqabul.workflow.aligning import align_pair
from taqabul.workflow.alone import is_alone
from taqabul.workflow.checking import CHECKS, Check, CheckReport, Found, Place, check_bitext, chosen
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.reading_files import check_pair, read_files
from taqabul.workflow.terms import NO_TERMS, term_base

_HEADINGS = ("row", "severity", "check", "finding", "source", "target")
_LONGEST = 60


@with_groups
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE", help="A file with both languages, or two: aligned and checked, kept nowhere."
        ),
    ] = None,
    *,
    bitext: Annotated[
        int | None,
        typer.Option("--bitext", metavar="ID", help="The id that taqabul list shows.", show_default=False),
    ] = None,
    only: Annotated[
        str, typer.Option("--only", metavar="NAMES", help="Make these checks, with commas between them.")
    ] = "",
    also: Annotated[
        str, typer.Option("--also", metavar="NAMES", help="Make these beside those made unasked (spelling).")
    ] = "",
    skip: Annotated[str, typer.Option("--skip", metavar="NAMES", help="Leave these checks out.")] = "",
    terms: Annotated[
        Path | None,
        typer.Option(
            "--terms",
            metavar="FILE",
            help="Hold it to this term base: .csv, .tsv or .tbx.",
            show_default=False,
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--list", help="List the checks and end.")] = False,
    library: LibraryFile = None,
    engines: EngineChoices,
    as_json: AsJson = False,
) -> None:
    """Check a translation: numbers, names, omissions, terms, punctuation and more."""
    if names:
        _put_checks(as_json=as_json)
        return
    if bitext is None and not files:
        raise InvalidInput("Say what to check.", "Give files, or --bitext ID of a bitext of the library.")
    if bitext is not None and files:
        raise InvalidInput(
            "Files and a bitext cannot be checked at once.", "Leave out the files, or --bitext."
        )
    checks = chosen(_names(only), _names(skip), _names(also))
    base = term_base(terms) if terms else NO_TERMS
    options = engines.options
    with _checked(files or [], bitext, library, options) as (opened, id_):
        with progress_bar("Checking") as progress:
            report = check_bitext(opened, id_, checks, progress, options=options, terms=base)
        _put(report, as_json=as_json)
        if is_alone(opened, id_):
            say("It is one text by itself: what needs its translation was not checked.")


def _names(given: str) -> frozenset[str]:
    return frozenset(name.strip() for name in given.split(",")) - {""}


@contextmanager
def _checked(
    files: list[Path], bitext: int | None, location: str | None, options: AlignOptions
) -> Iterator[tuple[Library, BitextId]]:
    """The bitext to check; files are aligned in a library that goes when the block ends."""
    if bitext is not None:
        with existing(location) as library:
            yield library, BitextId(bitext)
        return
    read = read_files(files)
    check_pair(read)
    with tempfile.TemporaryDirectory(prefix="taqabul-") as folder:
        library = open_library(Path(folder) / "check.db")
        try:
            with progress_bar("Aligning") as progress:
                aligned = align_pair(library, read, options, progress)
            for remark in (*aligned.report.findings, *aligned.remarks):
                say(remark)
            yield library, aligned.bitext
        finally:
            library.close()


def _put_checks(*, as_json: bool) -> None:
    if as_json:
        put_json([_check_as_object(one) for one in CHECKS])
        return
    put_table(
        ("check", "severity", "unasked", "looks at", "what"),
        [(one.id, one.severity, "yes" if one.by_default else "no", one.looks_at, one.name) for one in CHECKS],
    )


def _check_as_object(one: Check) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "severity": one.severity,
        "looks_at": one.looks_at,
        "by_default": one.by_default,
    }


def _put(report: CheckReport, *, as_json: bool) -> None:
    if as_json:
        put_json({"pairs": report.pairs, "findings": [_as_object(one) for one in report.found]})
    else:
        put_table(_HEADINGS, [_cells(one) for one in report.found])
    counts = Counter(one.check for one in report.found)
    told = ", ".join(f"{name} {count}" for name, count in counts.most_common()) or "nothing found"
    silent = f"; {report.suppressed} suppressed" if report.suppressed else ""
    say(f"{report.pairs} pairs checked: {told}{silent}")


def _cells(one: Found) -> tuple[str, ...]:
    return (
        str(one.row),
        one.severity,
        one.check,
        one.text,
        *(" … ".join(_short(place.quote) for place in one.side(side)) for side in Side),
    )


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"


def _as_object(one: Found) -> dict[str, object]:
    fix = one.fix
    return {
        "check": one.check,
        "severity": one.severity,
        "row": one.row,
        "link": one.link,
        "message": one.text,
        "source": [_place(place) for place in one.source],
        "target": [_place(place) for place in one.target],
        "fix": None if fix is None else {**fix.stretch._asdict(), "text": fix.text},
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "paragraph": place.number,
        "start": place.stretch.start,
        "end": place.stretch.end,
        "text": place.quote,
    }
