"""What went wrong, told without a word of anybody's text: for logs, and for reports that people send.

Where it happened is told in full, which is our own code; what an error says of it only where that cannot be a text.
"""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType

_OF_CODE = (ArithmeticError, AttributeError, ImportError, NameError, RuntimeError)
"""What errors say whose words come from code."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def discreet(error: BaseException) -> str:
    """The traceback of an error and of those that led to it, without what may be somebody's text."""
    return "".join(_lines(error, set()))


class DiscreetFormatter(logging.Formatter):
    """Writes records with ``discreet`` tracebacks."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  (logging's own name)
        """The traceback of what was caught."""
        return discreet(ei[1]).rstrip() if ei[1] is not None else ""


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    for cause, link in (
        (error.__cause__, "The above led to:"),
        (None if error.__suppress_context__ else error.__context__, "While handling the above:"),
    ):
        if cause is not None and id(cause) not in seen:
            yield from _lines(cause, seen)
            yield f"\n{link}\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__)).format()
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    yield f"{name}{_said(error)}\n"
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _lines(one, seen)


def _said(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": {error.errno} {error.strerror}"
    if isinstance(error, _OF_CODE):
        return f": {error}"
    code = getattr(error, "sqlite_errorname", None)
    if code is not None:
        return f": {code}"
    return f" ({len(str(error))} characters)" if str(error) else ""
