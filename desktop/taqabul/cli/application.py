"""From the words after ``taqabul`` to an exit code.

0 done; 1 done, but some pairs of a batch failed or a library is not whole (verify); 2 the input or an option, told
in one line; 70 a bug, with its traceback in the log; 130 stopped by the person; 141 nobody reads the output any more.
"""

import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from taqabul import __version__
from taqabul.cli.terminal import put, say, speak_utf_8
from taqabul.domain.errors import AppError, Cancelled

DONE, BAD_INPUT, BUG, STOPPED, NO_READER = 0, 2, 70, 130, 141

# typer comes with a click of its own or uses the one installed: either way this is its usage error.
_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]

OpenWindow = Callable[[str | None, list[Path]], int]

# Each command's module and function; a module is loaded when its command is asked for, so that the
# window does not wait for what only another command needs.
COMMANDS = {
    "open": ("opening", "open_files"),
    "align": ("aligning", "align"),
    "batch": ("batching", "batch"),
    "list": ("listing", "list_library"),
    "check": ("checking", "check"),
    "terms": ("terms", "terms"),
    "search": ("searching", "search"),
    "export": ("exporting", "export"),
    "agreement": ("agreement", "agreement"),
    "merge": ("merging", "merge"),
    "checkout": ("checking_out", "checkout"),
    "checkin": ("checking_out", "checkin"),
    "team": ("team", "team"),
    "assign": ("assigning", "assign"),
    "work": ("assigning", "work"),
    "import": ("annotating", "import_annotations"),
    "score": ("scoring", "score_translation"),
    "evaluate": ("evaluating", "evaluate"),
    "backup": ("backups", "backup"),
    "restore": ("backups", "restore"),
    "encrypt": ("encrypting", "encrypt"),
    "decrypt": ("encrypting", "decrypt"),
    "verify": ("verifying", "verify"),
    "compact": ("verifying", "compact"),
    "doctor": ("health", "doctor"),
}


def taqabul(
    version: Annotated[bool, typer.Option("--version", help="Show the version and end.")] = False,
) -> None:
    """Align, review and annotate Arabic texts and their English versions.

    Without a command, taqabul [FILE]... opens the window.

    A file that is called like a command is opened as ./FILE.
    """
    if version:
        put(f"taqabul {__version__}")


def run(arguments: Sequence[str], open_window: OpenWindow, log: Path | None = None) -> int:
    """Do what the arguments say and give the exit code; ``log`` is where a bug's traceback goes."""
    speak_utf_8()
    try:
        try:
            code = _invoke(list(arguments), open_window)
            sys.stdout.flush()
        except _USAGE_ERROR as error:
            code = _usage(error)
        except AppError as error:
            code = _bad_input(error)
        except (KeyboardInterrupt, Cancelled, typer.Abort):
            say("taqabul: stopped.")
            code = STOPPED
    except BrokenPipeError:
        _forget_output()
        code = NO_READER
    except Exception as error:  # noqa: BLE001  (whatever else comes is a bug, and is told as one)
        code = _bug(error, log)
    return code


def _invoke(arguments: list[str], open_window: OpenWindow) -> int:
    first = arguments[0] if arguments else ""
    if first not in {*COMMANDS, "-h", "--help", "--version"}:
        first, arguments = "open", ["open", *arguments]
    names = {"-h": list(COMMANDS), "--help": list(COMMANDS), "--version": []}.get(first, [first])
    group = typer.main.get_group(_application(names))
    try:
        with group.make_context("taqabul", arguments, obj=open_window) as context:
            group.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return DONE


def _application(names: list[str]) -> typer.Typer:
    application = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback(invoke_without_command=True)(taqabul)
    for name in names:
        module, function = COMMANDS[name]
        application.command(name)(getattr(import_module(f"taqabul.cli.{module}"), function))
    return application


def _usage(error: BaseException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "taqabul"
    format_message = getattr(error, "format_message", error.__str__)
    words = " ".join(format_message().split()).replace("Value error, ", "")
    wanted = getattr(error, "param", None)
    about = str(getattr(wanted, "help", None) or "") if getattr(wanted, "required", False) else ""
    return _bad_input(AppError(words, f"{about} See {command} --help".strip()))


def _bad_input(error: AppError) -> int:
    say(f"taqabul: {error.message}")
    if error.hint:
        say(f"  {error.hint}")
    return BAD_INPUT


def _bug(error: Exception, log: Path | None) -> int:
    if log:
        logging.getLogger(__name__).critical("The command ended by a bug", exc_info=error)
        where = f"Please report it with the end of {log}"
    else:
        where = "Please report it with these lines."
        say("".join(traceback.format_exception(error)))
    summary = traceback.format_exception_only(error)[-1].strip().splitlines()[0]
    say(f"taqabul: this is a bug: {summary}. {where}")
    return BUG


def _forget_output() -> None:
    """Send what is still to be flushed nowhere, so that the interpreter ends quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
