"""What the program finds on this machine, and what to do about what is missing."""

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from taqabul import __version__, paths
from taqabul.align.encoder import find_encoder
from taqabul.align.pool import processors
from taqabul.domain.errors import AppError
from taqabul.domain.options import AlignOptions
from taqabul.storage import inspection
from taqabul.storage.ciphering import tried
from taqabul.storage.servers import Server
from taqabul.storage.shares import share_of
from taqabul.workflow import backups, window_system
from taqabul.workflow.library import library_place, open_library
from taqabul.workflow.passwords import AskPassword, let_in

_PACKAGES = ("sqlmodel", "SQLAlchemy", "numpy", "rapidfuzz", "lxml", "typer")

OWN_FONT = "Noto Naskh Arabic, which comes with the program"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing found. ``ok`` False asks for attention; ``hint`` says what to do then."""

    name: str
    value: str
    ok: bool = True
    hint: str = ""


def diagnose(location: str | Path | None = None, ask_password: AskPassword | None = None) -> list[Fact]:
    """Everything that decides how the program runs here; ``location`` is the library to look at.

    ``ask_password`` as in ``passwords.let_in``.

    Nothing is changed, and whatever fails becomes a fact instead of an error.
    """
    return [
        *_versions(),
        *_window(),
        _arabic_fonts(),
        _encoder(),
        Fact("Processors used", f"{processors()} of {os.cpu_count()}"),
        *_library(library_place(location), ask_password),
        _folder("Data folder", paths.user_data),
        _folder("Log folder", paths.logs),
    ]


def _versions() -> Iterator[Fact]:
    yield Fact("Taqabul", __version__)
    yield Fact("Python", f"{platform.python_version()} ({sys.executable})")
    yield Fact("System", platform.platform())
    yield Fact("SQLite", sqlite3.sqlite_version)
    for package in _PACKAGES:
        yield Fact(package, _version(package))


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "installed, version not known"


def _window() -> Iterator[Fact]:
    if importlib.util.find_spec("PySide6") is None:
        yield Fact("PySide6", "not installed", False, window_system.INSTALL_QT)
    else:
        yield Fact("PySide6", _version("PySide6-Essentials"))
    yield Fact("Qt platform", os.environ.get("QT_QPA_PLATFORM") or "chosen by Qt")
    if sys.platform.startswith("linux"):
        yield _display()
        yield _system_libraries()


def _display() -> Fact:
    if not window_system.needs_display(os.environ):
        return Fact("Display", "not needed")
    display = window_system.display_of(os.environ)
    if display is None:
        return Fact("Display", "none", False, window_system.WITHOUT_THE_WINDOW)
    return Fact("Display", display)


def _system_libraries() -> Fact:
    needed = [*window_system.QT_LIBRARIES, *window_system.X11_LIBRARIES]
    missing = window_system.missing_libraries(needed)
    if missing:
        command = window_system.install_command(missing)
        return Fact("System libraries", f"missing: {', '.join(missing)}", False, command)
    return Fact("System libraries", f"all {len(needed)} found")


def _arabic_fonts() -> Fact:
    program = shutil.which("fc-list")
    if program is None:
        return Fact("Fonts with Arabic", f"{OWN_FONT}; others are not known: fc-list is not installed")
    listing = subprocess.run(  # noqa: S603  (a program of the system, no input of anybody's)
        [program, ":lang=ar", "family"], capture_output=True, text=True, check=False, timeout=30
    )
    families = sorted({line.split(",")[0] for line in listing.stdout.splitlines() if line})
    if not families:
        return Fact("Fonts with Arabic", OWN_FONT)
    more = f" and {len(families) - 5} more" if len(families) > 5 else ""
    return Fact("Fonts with Arabic", ", ".join(families[:5]) + more)


def _encoder() -> Fact:
    without = "Alignment runs on numbers, names and lengths alone (as with --engine lexical)."
    try:
        encoder = find_encoder(AlignOptions())
        if encoder is None:
            return Fact("Sentence encoder", "not installed", False, without)
        vectors = encoder.encode(["سلام", "peace"])
    except Exception as error:  # noqa: BLE001  (whatever a broken installation raises is the finding)
        return Fact("Sentence encoder", f"broken: {error}", False, without)
    return Fact("Sentence encoder", f"{encoder.name}, {vectors.shape[1]} dimensions")


def _library(place: Path | Server, ask: AskPassword | None) -> Iterator[Fact]:
    if isinstance(place, Server):
        yield _server(place, ask)
    else:
        yield from _file(place, ask)


def _server(server: Server, ask: AskPassword | None) -> Fact:
    try:
        open_library(str(server), ask_password=ask).close()
    except AppError as error:
        return Fact("Library", f"{server}: {error.message}", False, error.hint)
    return Fact("Library", str(server))


def _file(path: Path, ask: AskPassword | None) -> Iterator[Fact]:
    if not path.exists():
        yield Fact("Library", f"{path} (not made yet)")
        return
    try:
        state = let_in(path, lambda password: tried(path, password, inspection.inspect), ask)
    except AppError as error:
        yield Fact("Library", f"{path}: {error.message}", False, _repair(path) or error.hint)
        return
    yield Fact("Library", str(path))
    counts = ", ".join(f"{name}: {number}" for name, number in state.counts.items())
    yield Fact("Library holds", counts)
    known = state.schema <= state.known_schema
    yield Fact(
        "Library schema",
        f"{state.schema} (this program writes {state.known_schema})",
        known,
        "" if known else "A newer Taqabul wrote it: install the newest version.",
    )
    yield Fact(
        "Library integrity",
        "; ".join(state.faults) or "ok",
        not state.faults,
        (_repair(path) or "Go back to a copy of the file made earlier.") if state.faults else "",
    )
    share = share_of(path)
    if share:
        yield Fact("Library place", f"a network share ({share}): kept in the safe mode, which is slower")
    kept = backups.list_copies(path)
    newest = f", the newest of {kept[0].copy.at:%Y-%m-%d %H:%M} UTC" if kept else ""
    yield Fact("Library copies", f"{len(kept)}{newest} in {backups.folder_of(path)}")


def _repair(path: Path) -> str:
    """The command that brings back the newest sound copy, where there is one."""
    sound = next((kept.copy.path.name for kept in backups.list_copies(path) if not kept.fault), None)
    return f"taqabul restore {sound} --library {path}" if sound else ""


def _folder(name: str, find: Callable[[], Path]) -> Fact:
    try:
        folder = find()
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        where = error.filename or ""
        return Fact(name, f"cannot be written: {where} {error.strerror}", False, "Change its permissions.")
    return Fact(name, f"{folder} (writable)")
