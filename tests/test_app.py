"""The wiring: the window is looked for only when asked for, and its absence is told in one line."""

import builtins
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from taqabul import app, paths
from taqabul.domain.errors import AppError
from taqabul.workflow import window_system


@pytest.fixture(autouse=True)
def no_handler_stays() -> Iterator[None]:
    logger = logging.getLogger("taqabul")
    before = list(logger.handlers)
    yield
    for handler in set(logger.handlers) - set(before):
        handler.close()
        logger.removeHandler(handler)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def test_no_display_is_one_line_and_names_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert app.main([]) == 2
    first, hint = capsys.readouterr().err.splitlines()
    assert "no display" in first
    assert "taqabul align" in hint


def import_failing(monkeypatch: pytest.MonkeyPatch, error: ImportError) -> None:
    real = builtins.__import__

    def fail(name: str, *rest: object, **more: object) -> object:
        if name == "taqabul.ui.application":
            raise error
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(window_system, "check_window", lambda: None)
    monkeypatch.setattr(builtins, "__import__", fail)


def test_a_missing_qt_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import_failing(monkeypatch, ModuleNotFoundError("No module named 'PySide6'", name="PySide6"))
    with pytest.raises(AppError) as caught:
        app.open_window(None, [])
    assert "pip install" in caught.value.hint


def test_a_missing_system_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    import_failing(monkeypatch, ImportError("libEGL.so.1: cannot open shared object file: No such file"))
    with pytest.raises(AppError) as caught:
        app.open_window(None, [])
    assert caught.value.hint.endswith("sudo apt-get install libegl1")


def test_a_missing_module_of_ours_stays_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    import_failing(monkeypatch, ModuleNotFoundError("No module named 'taqabul.ui.x'", name="taqabul.ui.x"))
    with pytest.raises(ModuleNotFoundError):
        app.open_window(None, [])


def test_the_log_is_in_the_users_folder(home: Path) -> None:
    log = app.keep_log()
    assert log is not None
    assert log.is_relative_to(home)
    logging.getLogger("taqabul.test").error("نص")
    assert "نص" in log.read_text(encoding="utf-8")


def test_without_a_place_for_a_log_the_program_still_runs(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("taqabul ")


def test_a_log_folder_that_cannot_be_written_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    paths.logs()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert app.keep_log() is None


def test_with_a_place_to_draw_the_window_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from taqabul.ui import application

    asked = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(application, "run_window", lambda *words: asked.append(words) or 0)
    assert app.main([str(tmp_path), "--library", "x.db"]) == 0
    assert asked == [("x.db", [tmp_path])]
