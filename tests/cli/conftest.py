"""The command line as people use it: words in, an exit code and two streams out."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from taqabul import paths
from taqabul.cli.application import run


@dataclass
class Outcome:
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass
class Shell:
    """Runs commands in this process; remembers what the window was asked for."""

    home: Path
    capture: pytest.CaptureFixture[str]
    opened: list[tuple[str | None, list[Path]]] = field(default_factory=list)
    log: Path | None = None

    def __call__(self, *words: object) -> Outcome:
        self.capture.readouterr()
        code = run([str(word) for word in words], self._open_window, self.log)
        streams = self.capture.readouterr()
        return Outcome(code, streams.out, streams.err)

    def _open_window(self, location: str | None, files: list[Path]) -> int:
        self.opened.append((location, files))
        return 0


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, empty."""
    monkeypatch.delenv("TAQABUL_LIBRARY", raising=False)
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    return tmp_path


@pytest.fixture
def shell(home: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(home, capsys)


@pytest.fixture
def sample() -> Path:
    """A bilingual file: Arabic first, English after it."""
    return next(paths.seeds().glob("000_*.txt"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Three paragraphs in both languages, and one that nothing faces."""
    path = tmp_path / "small.txt"
    path.write_text(
        "عُقد الاجتماع الأول في القاهرة يوم 12 مارس 2019.\n\n"
        "حضر الاجتماع 45 مندوباً من 17 دولة.\n\n"
        "تأجلت الجلسة إلى عام 2020.\n\n"
        "The first meeting was held in Cairo on 12 March 2019.\n\n"
        "The meeting was attended by 45 delegates from 17 countries.\n\n"
        "The session was postponed to 2020.\n",
        encoding="utf-8",
    )
    return path


Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program as a process of its own, after the Python in ``code``."""
    processes = []

    def started(*words: object, code: str = "", **options: object) -> "subprocess.Popen[bytes]":
        program = f"{code}\nfrom taqabul.__main__ import main\nmain()"
        environment = os.environ | {"PYTHONPATH": str(Path(paths.__file__).parent.parent)}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        command = [sys.executable, "-c", program, *map(str, words)]
        processes.append(subprocess.Popen(command, env=environment, **streams))  # type: ignore[call-overload]
        return processes[-1]

    yield started
    for process in processes:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()
