"""``taqabul encrypt`` and ``taqabul decrypt``: a library as a new file, with a password or without."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import LibraryFile
from taqabul.cli.terminal import ask_new_secret, ask_secretly, say
from taqabul.domain.errors import InvalidInput
from taqabul.workflow import encrypting
from taqabul.workflow.backups import folder_of
from taqabul.workflow.library import library_path

New = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE", help="The new library; nothing may be there yet."),
]
Remember = Annotated[
    bool, typer.Option("--remember", help="Have the system's keyring remember the password.")
]


def encrypt(output: New, library: LibraryFile = None, *, remember: Remember = False) -> None:
    """Write the library into a new file that only a password opens, which is asked for; the library stays as it is.

    Nobody can bring a forgotten password back. Copies of the new library, made by themselves, are encrypted like it.
    """
    location = library_path(library)
    _check(location)
    given = ask_new_secret(str(output))
    if given is None:
        raise InvalidInput(
            "The password is asked for twice, on a terminal, and has to be the same.", "Try again there."
        )
    kept = encrypting.encrypt(location, output, given, ask_secretly, keep=remember)
    say(f"{output} is encrypted. Open it with --library {output}; there is no way in without its password.")
    if not kept:
        say("There is no keyring that could remember the password.")
    say(
        f"{location} is as it was: who has it can read it, and its copies in {folder_of(location)}. "
        "Look whether the new one opens, then delete them."
    )


def decrypt(output: New, library: LibraryFile = None) -> None:
    """Write an encrypted library into a new file without a password; the library stays as it is."""
    location = library_path(library)
    _check(location)
    encrypting.decrypt(location, output, ask_secretly)
    say(f"Who has {output} can read it. {location} is as it was.")


def _check(location: Path) -> None:
    if not location.exists():
        raise InvalidInput(f"There is no library at {location}.", "taqabul align FILE makes one.")
