"""What went wrong, told without anybody's words."""

import logging
import sqlite3

import pytest

from taqabul.text.discreet import DiscreetFormatter, discreet

SECRET = "كلمة سرية and secret words"


def raised(error, cause=None):
    try:
        raise error from cause
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRET),
        KeyError(SECRET),
        AssertionError(SECRET),
        FileNotFoundError(2, "No such file or directory", SECRET),
        UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
        ExceptionGroup(SECRET, [ValueError(SECRET)]),
        sqlite3.OperationalError(SECRET),
        TypeError(SECRET),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_words_of_a_text_are_told(error):
    try:
        raised(KeyError(SECRET), raised(error))
    finally:
        told = discreet(raised(RuntimeError("x"), raised(error)))
    assert "secret" not in told
    assert "سرية" not in told
    assert type(error).__name__ in told
    assert __file__ in told


def test_what_comes_from_code_is_told():
    assert "no attribute 'nothing'" in discreet(raised(AttributeError("no attribute 'nothing'")))
    assert "No space left" in discreet(raised(OSError(28, "No space left on device", SECRET)))


def test_a_log_line_holds_the_message_and_a_discreet_traceback():
    error = raised(ValueError(SECRET))
    record = logging.LogRecord("x", 40, "", 1, "A bug", None, (type(error), error, error.__traceback__))
    told = DiscreetFormatter().format(record)
    assert told.startswith("A bug\nTraceback")
    assert "secret" not in told
