"""Where a library on a PostgreSQL server is. Its address never holds a password."""

import re
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from taqabul.domain.errors import InvalidInput

SCHEMES = ("postgresql", "postgres")
PORT = 5432
LAST_PORT = 65_535
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
TLS_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
_OPTIONS = {"sslmode": "tls", "sslrootcert": "root_certificate", "host": "host"}


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a server, and who asks for it.

    ``host`` is a name, an address or, beginning with a slash, the folder of a socket; "" is the socket where the
    system has it. ``tls`` is libpq's sslmode; "" stands for the certificate checked with the name, or none to this
    machine. ``root_certificate`` is the file of the authority that signed it, "" for those the system trusts.
    """

    host: str
    database: str
    user: str
    port: int = PORT
    tls: str = ""
    root_certificate: str = ""

    @property
    def is_near(self) -> bool:
        """Whether it is on this machine, so that nobody stands between."""
        if not self.host or self.host.startswith("/") or self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def tls_mode(self) -> str:
        """The sslmode asked of libpq."""
        return self.tls or ("prefer" if self.is_near else "verify-full")

    @property
    def called(self) -> str:
        """What people call the library: its database, and where that is not on this machine."""
        return self.database if self.is_near else f"{self.database} @ {self.host}"

    @property
    def readable(self) -> str:
        """The address for people's eyes: names in their own letters."""
        return unquote(str(self))

    def __str__(self) -> str:
        """The address as it is written where nothing but one word may stand; ``parse`` reads it back."""
        query = {"sslmode": self.tls, "sslrootcert": self.root_certificate}
        host = self.host
        if host.startswith("/"):
            host, query = "", query | {"host": self.host}
        url = URL.create(
            SCHEMES[0],
            self.user or None,
            None,
            host or None,
            None if self.port == PORT else self.port,
            self.database,
            {name: value for name, value in query.items() if value},
        )
        return url.render_as_string(hide_password=False).replace(" ", "%20")


def is_address(location: str) -> bool:
    """Whether a location speaks of a server, and not of a file."""
    return _SCHEME.match(location) is not None


def parse(address: str, login: str) -> Server:
    """A server from ``postgresql://user@host:port/database?sslmode=…``; ``login`` is who asks where nobody is named.

    Raises InvalidInput where it is none, or holds a password: what is written into an address is seen by others.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        url = None
    if address.partition("://")[0].lower() not in SCHEMES:
        raise InvalidInput(
            f"“{_without_password(address)}” is the address of something else than a PostgreSQL server.",
            "Write postgresql://user@host/database for a library on a server, and the name of a file as it is.",
        )
    if url is None or not url.database:
        raise InvalidInput(
            f"“{_without_password(address)}” names no database on a server.",
            "Write postgresql://user@host/database",
        )
    if url.password is not None:
        raise InvalidInput(
            "The address of a library holds a password, which others could read in it.",
            "Leave it out: it is asked for, or taken from the system's keyring or from PGPASSWORD.",
        )
    if url.port is not None and not 0 < url.port <= LAST_PORT:
        raise InvalidInput(f"No server has the port {url.port}.", f"Give one from 1 to {LAST_PORT}.")
    unknown = [name for name in url.query if name not in _OPTIONS]
    if unknown:
        raise InvalidInput(f"“{unknown[0]}” is no option of an address.", f"Known are {', '.join(_OPTIONS)}.")
    server = Server(url.host or "", url.database, url.username or login, url.port or PORT)
    given = {_OPTIONS[name]: str(value) for name, value in url.query.items()}
    if given.get("tls", TLS_MODES[0]) not in TLS_MODES:
        raise InvalidInput(f"“{given['tls']}” is no sslmode.", f"Known are {', '.join(TLS_MODES)}.")
    return replace(server, **given)  # type: ignore[arg-type]


def connect_arguments(server: Server, password: str | None) -> dict[str, str | int]:
    """What libpq is told."""
    arguments: dict[str, str | int] = {
        "dbname": server.database,
        "user": server.user,
        "port": server.port,
        "sslmode": server.tls_mode,
        "connect_timeout": 10,
        "keepalives_idle": 30,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 3_000,
        "application_name": "taqabul",
    }
    if server.host:
        arguments["host"] = server.host
    if password is not None:
        arguments["password"] = password
    if server.tls_mode.startswith("verify"):
        arguments["sslrootcert"] = server.root_certificate or _trusted()
    return arguments


def _trusted() -> str:
    own = Path.home() / ".postgresql" / "root.crt"
    return str(own) if own.exists() else "system"


def _without_password(address: str) -> str:
    head, at, tail = address.rpartition("@")
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.partition(':')[0]}@{tail}" if at else address
