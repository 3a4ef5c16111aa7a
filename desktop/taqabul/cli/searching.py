"""``taqabul search``: words in the texts and notes of a library."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import progress_bar, put_json, put_table, say
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.search import EXACT, Folding, Kind, Query, Where
from taqabul.workflow.searching import find
from taqabul.workflow.searching.concordance import Line, lines, write_table

_HEADINGS = ("bitext", "place", "found", "text", "facing", "score")
_MOST = 100
_AROUND = 40
_SWITCHES = {"tashkeel", "alef", "ya", "ta_marbuta", "tatweel", "digits", "case"}


def search(
    words: Annotated[str, typer.Argument(metavar="QUERY", help="The words, or the pattern, to find.")],
    library: LibraryFile = None,
    bitext: Annotated[
        int | None,
        typer.Option("--bitext", metavar="ID", help="Search this bitext only.", show_default=False),
    ] = None,
    kind: Annotated[
        Kind,
        typer.Option(
            "--kind",
            help="part: inside words too; word: whole words; clitics: with و ال ب ل and pronouns; "
            "regex: a regular expression; fuzzy: misspelt, or names in the other script; meaning: what says the like, in either language.",
        ),
    ] = Kind.PART,
    where: Annotated[Where, typer.Option("--in", help="What to search.")] = Where.EVERYWHERE,
    exact: Annotated[bool, typer.Option("--exact", help="Every difference of spelling counts.")] = False,
    counts: Annotated[
        str,
        typer.Option(
            "--counts",
            metavar="NAMES",
            help="Differences of spelling that count, with commas between them: tashkeel, alef, ya, "
            "ta_marbuta, tatweel, digits, case.",
        ),
    ] = "",
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="Give N hits at most.")] = _MOST,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="OUT", help="Write the hits into a .csv file.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find words in the texts and notes of the library, with what faces them."""
    query = Query(words, kind, where, EXACT if exact else _folding(counts))
    with existing(library) as opened:
        where_to = None if bitext is None else BitextId(bitext)
        with progress_bar("Searching") as progress:
            found = find(opened, query, where_to, most=most, progress=progress)
        told = lines(opened, found.hits)
    if output is not None:
        write_table(told, output)
    if as_json:
        put_json({"hits": [_as_object(line) for line in told], "more": found.more})
    elif output is None:
        put_table(_HEADINGS, map(_cells, told))
    say(f"{len(told)} hits{'; there are more (--most)' if found.more else ''}")


def _folding(counts: str) -> Folding:
    names = {name.strip().replace("-", "_") for name in counts.split(",")} - {""}
    if names - _SWITCHES:
        unknown = ", ".join(sorted(names - _SWITCHES))
        raise InvalidInput(f"--counts knows no {unknown}.", f"Choose of {', '.join(sorted(_SWITCHES))}.")
    return Folding(**dict.fromkeys(names, False))


def _cells(line: Line) -> tuple[str, ...]:
    start, end = line.hit.start, line.hit.end
    before = line.text[max(0, start - _AROUND) : start]
    around = f"{'…' if start > _AROUND else ''}{before}{line.matched}{line.text[end : end + _AROUND]}"
    around += "…" if end + _AROUND < len(line.text) else ""
    return (
        str(line.hit.bitext or ""),
        _place(line),
        line.matched,
        around,
        " ".join(one.text for one in line.facing()),
        f"{line.hit.score:.2f}",
    )


def _place(line: Line) -> str:
    side = str(line.hit.side or ("note" if line.hit.note is not None else "document"))
    return f"{side} {line.number}" if line.number is not None else side


def _as_object(line: Line) -> dict[str, object]:
    return {
        "bitext": line.hit.bitext,
        "title": line.title,
        "side": line.hit.side or ("note" if line.hit.note is not None else None),
        "paragraph": line.number,
        "start": line.hit.start,
        "end": line.hit.end,
        "found": line.matched,
        "text": line.text,
        "facing": [one.text for one in line.facing()],
        "score": line.hit.score,
    }
