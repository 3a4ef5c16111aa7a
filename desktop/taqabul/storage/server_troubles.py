"""Tells a server's troubles people can do something about (gone, closed to them, full) from bugs."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from taqabul.domain.errors import LibraryError, NotAllowed, ServerGone, ServerRefused

_BUSY = (
    "The library {name} is in use by somebody else for long.",
    "Wait until they are done; nothing was changed.",
)
_FULL = ("The server has no room left for the library {name}.", "Tell whoever keeps it; nothing was changed.")
_MAY_NOT = (
    "The server does not let you do that in the library {name}: your role there does not include it.",
    "taqabul team rights tells what each role may do; an owner of the library gives roles. Nothing was changed.",
)
FORBIDDEN = "42501"
_TROUBLES = {
    "55P03": _BUSY,
    "57014": _BUSY,
    "40001": _BUSY,
    "40P01": _BUSY,
    "53100": _FULL,
    "53200": _FULL,
    "53300": ("The server of the library {name} has no place for another program.", "Try again later."),
    FORBIDDEN: _MAY_NOT,
    "25006": ("The server of the library {name} only lets read just now.", "Try again later."),
}


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Raises LibraryError in the place of a trouble people can do something about; ``name`` is the library's."""
    try:
        yield
    except DBAPIError as error:
        raise _explanation(error.orig, name) or error from error


@contextmanager
def explained_bare(name: str) -> Iterator[None]:
    """The same for a connection of psycopg's own, which SQLAlchemy handed over."""
    from psycopg import Error  # noqa: PLC0415  (an extra)

    with explained(name):
        try:
            yield
        except Error as error:
            raise _explanation(error, name) or error from error


def _explanation(error: BaseException | None, name: str) -> LibraryError | None:
    state = getattr(error, "sqlstate", None) or ""
    if state in _TROUBLES:
        message, hint = _TROUBLES[state]
        kind = NotAllowed if state == FORBIDDEN else LibraryError
        return kind(message.format(name=name), hint)
    # What no server said, as that a connection took too long to make, has no state.
    is_of_the_line = not state and any(kind.__name__ == "OperationalError" for kind in type(error).__mro__)
    if not is_of_the_line and not state.startswith(("08", "28", "57P", "3D")):
        return None
    refusal = _refusal(error, state, name)
    if refusal is not None:
        return refusal
    return server_gone(name)


def server_gone(name: str) -> ServerGone:
    """What is raised where nobody answers."""
    return ServerGone(
        f"The server of the library {name} does not answer.",
        "What was saved before is safe. See that the network is there and try again; "
        "look first whether the last step was still saved.",
    )


def no_role(name: str) -> ServerRefused:
    """What is raised where somebody may not even read."""
    return ServerRefused(
        f"You have no role in the library {name}.", "Ask an owner of it: taqabul team add NAME --role …"
    )


def _refusal(error: BaseException | None, state: str, name: str) -> ServerRefused | None:
    connection = getattr(error, "pgconn", None)
    said = str(error)
    lacks_password = bool(getattr(connection, "needs_password", False))
    if lacks_password or state.startswith("28") or "password authentication failed" in said:
        return _not_let_in(connection, said, name, lacks_password=lacks_password)
    if "permission denied for database" in said:
        return no_role(name)
    if state.startswith("3D") or "does not exist" in said:
        return ServerRefused(
            f"There is no such database or user: {name}.", "Check the address, or have its owner make it."
        )
    if "pg_hba.conf" in said:
        return ServerRefused(
            f"The server of the library {name} lets nobody in this way: from here, under this name, with or without TLS.",
            "Have whoever keeps the server look at its pg_hba.conf.",
        )
    if "certificate" in said or "SSL" in said:
        return ServerRefused(
            f"The server of the library {name} could not show that it is itself: {said.strip().splitlines()[-1]}.",
            "Give the certificate of its authority (sslrootcert), or ask whoever keeps the server.",
        )
    return None


def _not_let_in(connection: object, said: str, name: str, *, lacks_password: bool) -> ServerRefused:
    if lacks_password:
        return ServerRefused(
            f"The server of the library {name} asks for a password.",
            "It is asked for in the window and on a terminal, or taken from the system's keyring or from PGPASSWORD.",
            needs_password=True,
        )
    tried = bool(getattr(connection, "used_password", False))
    return ServerRefused(
        f"The server of the library {name} does not let you in{' with this password' if tried else ''}.",
        "Check the user's name and give the password.",
        needs_password=tried or "password" in said,
    )
