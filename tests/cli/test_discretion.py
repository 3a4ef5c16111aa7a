"""Nobody in: no network while the program works, no words of a text in its log, all its files its owner's only."""

import logging
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul import app


@pytest.fixture
def log(home: Path) -> Iterator[Path]:
    """The program's log, in which everything is told that anything tells."""
    logger = logging.getLogger("taqabul")
    before = logger.level, list(logging.getLogger().handlers)
    file = app.keep_log()
    assert file is not None
    (handler,) = set(logger.handlers)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.DEBUG)
    logger.setLevel(logging.DEBUG)
    yield file
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(logging.WARNING)
    logger.setLevel(before[0])
    logger.removeHandler(handler)
    handler.close()


def test_a_session_leaves_no_word_of_a_text_in_the_log(
    shell: Shell, small: Path, log: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library = tmp_path / "own.db"
    assert shell("align", small, "--library", library, "--jobs", 1).code == 0
    assert shell("search", "القاهرة", "--library", library).code == 0
    assert shell("check", "--bitext", 1, "--library", library).code == 0
    assert shell("export", "--bitext", 1, "--library", library, "-o", tmp_path / "out.tmx").code == 0
    shell.log = log
    words = small.read_text(encoding="utf-8")

    def broken(*_: object, **__: object) -> None:
        raise ValueError(words)

    monkeypatch.setattr("taqabul.workflow.projects.list_bitexts", broken)
    monkeypatch.setattr("taqabul.cli.listing.list_bitexts", broken)
    assert shell("list", "--library", library).code == 70
    told = log.read_text(encoding="utf-8")
    assert "ValueError" in told
    sought = {word for word in words.split() if not word.isascii()} | {"Cairo", "delegates", "postponed"}
    assert [word for word in sought if word in told] == []
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_the_main_job_asks_nothing_of_any_network(
    shell: Shell, small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = []

    def refuse(self: socket.socket, address: object) -> None:
        asked.append(address)
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: refuse(socket.socket(), address))
    library = tmp_path / "own.db"
    assert shell("align", small, "--library", library, "--jobs", 1).code == 0
    assert shell("check", "--bitext", 1, "--library", library).code == 0
    assert shell("terms", "--bitext", 1, "--library", library).code == 0
    assert shell("export", "--bitext", 1, "--library", library, "-o", tmp_path / "out.xlsx").code == 0
    assert asked == []
