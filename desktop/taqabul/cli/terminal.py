"""How the commands speak: results on standard output, everything else on standard error."""

import getpass
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from taqabul.domain import options

if TYPE_CHECKING:
    from taqabul.workflow.passwords import Answer

# What a terminal would obey instead of showing: control characters, but for the ends of lines.
_OBEYED = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"} | {0x09: " "}


def speak_utf_8() -> None:
    """Write UTF-8 into files and pipes, and never fail at a letter that a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


def is_for_people() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def say(line: str) -> None:
    """Tell the person something that is not the result."""
    sys.stderr.write(f"{printable(line)}\n")


def put(line: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{line}\n")


def put_json(result: object) -> None:
    """The result as JSON."""
    put(json.dumps(result, ensure_ascii=False, indent=2))


def put_table(headings: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """The result as a table for people, or as tab-separated lines without headings for programs."""
    if not is_for_people():
        for row in rows:
            put("\t".join(" ".join(cell.split()) for cell in row))
        return
    from taqabul.cli.drawn import draw_table  # noqa: PLC0415 - the window comes up sooner without

    draw_table(headings, ([printable(cell) for cell in row] for row in rows), title)


def counted(number: int, noun: str) -> str:
    """So many of something: "1 step", "1,200 steps"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def printable(text: str) -> str:
    """The text with what a terminal would obey replaced."""
    return text.translate(_OBEYED)


@contextmanager
def progress_bar(title: str) -> Iterator[options.Progress]:
    """A bar on standard error while the block runs; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield options.no_progress
        return
    from taqabul.cli.drawn import bar  # noqa: PLC0415 - as above

    with bar(title) as progress:
        yield progress


def ask_secretly(what: str, trouble: str) -> "Answer | None":
    """Ask for a password, not shown as it is typed; None where nobody can be asked, or nothing is given."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    if trouble:
        say(trouble)
    from taqabul.workflow.passwords import Answer  # noqa: PLC0415 - the window comes up sooner without

    given = getpass.getpass(f"Password for {printable(what)}: ", stream=sys.stderr)
    return Answer(given) if given else None


def ask_new_secret(what: str) -> str | None:
    """Ask for a new password, twice; None where nobody can be asked, or the two differ."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    given, again = (
        getpass.getpass(f"{word} for {printable(what)}: ", stream=sys.stderr)
        for word in ("New password", "Once more, the password")
    )
    return given if given == again else None
