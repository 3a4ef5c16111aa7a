"""Texts as PostgreSQL takes them: it refuses the character NUL, which files may hold.

NUL travels as two characters, of which the first stands in no text (a noncharacter of Unicode); where a text holds
that one all the same, it travels as two as well. What comes back is to the letter what went in.
"""

from typing import Any

_SIGN = "\ufdd0"
_NUL, _ITSELF = _SIGN + "0", _SIGN + "1"


def teach(connection: Any) -> None:  # noqa: ANN401  (psycopg may not be installed)
    """Have a connection of psycopg send and read texts this way."""
    from psycopg.types.string import StrDumper, TextLoader  # noqa: PLC0415  (an extra)

    class SignDumper(StrDumper):
        def dump(self, obj: str) -> Any:  # noqa: ANN401
            return super().dump(travelling(obj))

    class SignLoader(TextLoader):
        def load(self, data: Any) -> Any:  # noqa: ANN401
            read = str(super().load(data))
            return arrived(read) if _SIGN in read else read

    connection.adapters.register_dumper(str, SignDumper)
    for kind in ("text", "varchar"):
        connection.adapters.register_loader(kind, SignLoader)


def travelling(written: str) -> str:
    """A text as it is sent."""
    if "\0" not in written and _SIGN not in written:
        return written
    return written.replace(_SIGN, _ITSELF).replace("\0", _NUL)


def arrived(read: str) -> str:
    """A text out of what was sent."""
    return read.replace(_NUL, "\0").replace(_ITSELF, _SIGN)
