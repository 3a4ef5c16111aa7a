"""From words to exit codes: what opens the window, what is a mistake, what is a bug."""

import os
from pathlib import Path

import pytest
from tests.cli.conftest import Shell, Start

from taqabul import __version__
from taqabul.cli import listing
from taqabul.domain.errors import Cancelled


def test_no_words_open_the_window(shell: Shell) -> None:
    assert shell().code == 0
    assert shell.opened == [(None, [])]


def test_files_open_in_the_window(shell: Shell, small: Path) -> None:
    assert shell(small, "--library", "x.db").code == 0
    assert shell.opened == [("x.db", [small])]


def test_a_file_called_like_a_command_is_opened_by_its_path(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "align").write_text("نص")
    assert shell("./align").code == 0
    assert shell.opened == [(None, [Path("align")])]


def test_the_window_decides_the_exit_code(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shell, "_open_window", lambda *_: 70)
    assert shell().code == 70


def test_a_mistyped_command_is_one_line_and_a_hint(shell: Shell) -> None:
    outcome = shell("algin", "a.txt")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "taqabul: There is no file algin, and no such command.",
        "  See taqabul --help",
    ]


def test_a_command_after_an_option_is_told_where_it_belongs(shell: Shell) -> None:
    outcome = shell("--library", "a.db", "align", "a.txt")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "taqabul: There is no file align; the command align has to be the first word.",
        "  Write: taqabul align …, and the options after it.",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["align"], "taqabul: Missing argument 'SOURCE'."),
        (["align", "a.txt", "--engine", "magic"], "'magic' is not one of"),
        (["align", "a.txt", "--min-confidence", "7"], "less than or equal to 1"),
        (["align", "a.txt", "--min-confidence", "nan"], "--min-confidence"),
        (["align", "a.txt", "--frobnicate"], "--frobnicate"),
        (["export", "-o", "x.tmx"], "--bitext"),
        (["export", "--bitext", "three", "-o", "x.tmx"], "valid integer"),
    ],
)
def test_a_wrong_option_is_one_line_and_a_hint(shell: Shell, words: list[str], line: str) -> None:
    outcome = shell(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert line in outcome.err
    assert "Value error" not in outcome.err
    (hint,) = outcome.err.splitlines()[1:]
    assert hint.endswith(f"See taqabul {words[0]} --help")
    assert ("The id that taqabul list shows." in hint) == ("--bitext" in outcome.err)


def test_the_version_is_told(shell: Shell) -> None:
    outcome = shell("--version")
    assert (outcome.code, outcome.out) == (0, f"taqabul {__version__}\n")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["align", "--help"]])
def test_help_is_no_mistake(shell: Shell, words: list[str]) -> None:
    outcome = shell(*words)
    assert outcome.code == 0
    assert "Usage: taqabul" in outcome.out


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_a_person_may_stop_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def stopped(*_: object) -> None:
        raise stop

    monkeypatch.setattr(listing, "existing", stopped)
    outcome = shell("list")
    assert (outcome.code, outcome.err) == (130, "taqabul: stopped.\n")


def test_a_bug_is_one_line_here_and_a_traceback_in_the_log(start: Start, home: Path) -> None:
    breaking = "from taqabul.cli import listing\ndef broken(*_): raise RuntimeError('two\\nlines')\nlisting.existing = broken"
    process = start("list", code=breaking)
    _, err = process.communicate()
    assert process.returncode == 70
    log = home / "home" / "state" / "taqabul" / "log" / "taqabul.log"
    assert err.decode().splitlines() == [
        f"taqabul: this is a bug: RuntimeError: two. Please report it with the end of {log}"
    ]
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "RuntimeError: two" in log.read_text(encoding="utf-8")


def test_without_a_log_a_bug_shows_its_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(listing, "existing", broken)
    outcome = shell("list")
    assert outcome.code == 70
    assert "Traceback" in outcome.err


def test_a_reader_that_goes_away_is_no_error(start: Start) -> None:
    reading, writing = os.pipe()
    process = start("--version", stdout=writing)
    os.close(reading)
    os.close(writing)
    assert process.communicate()[1] == b""
    assert process.returncode == 141


def test_output_into_a_file_is_utf_8_whatever_the_locale(
    start: Start, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    process = start("align", small, "--engine", "lexical")
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert "القاهرة" in out.decode("utf-8")
