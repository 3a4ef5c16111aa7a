"""The address of a library on a server, in parts that people fill in."""

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from taqabul.domain.errors import InvalidInput
from taqabul.storage.servers import PORT, Server, is_address
from taqabul.workflow.library import library_place

LAST_PORT: Final = 65_535


@dataclass(frozen=True, slots=True)
class Address:
    """Where a library is, who asks, and how (``tls`` and ``certificate`` as an address has them)."""

    host: str
    database: str
    user: str = ""
    port: int = PORT
    tls: str = ""
    certificate: str = ""


def spread(parts: Address) -> Address:
    """The same where more than a name was written for the host: a whole address takes the place of all parts, a port of its own.

    Raises InvalidInput where a whole address is none.
    """
    if is_address(parts.host):
        return parts_of(parts.host)
    host, _, port = parts.host.rpartition(":")
    named = host.startswith("[") and host.endswith("]") if ":" in host else bool(host)
    if not (named and port.isdecimal() and 0 < int(port) <= LAST_PORT):
        return parts
    return replace(parts, host=host.strip("[]"), port=int(port))


def address_of(parts: Address) -> str:
    """The address as it is written. Raises InvalidInput where it is none."""
    parts = spread(parts)
    if not parts.database:
        raise InvalidInput(
            "No database is named.", "Ask whoever keeps the server what the library is called."
        )
    written = str(Server(parts.host, parts.database, parts.user, parts.port, parts.tls, parts.certificate))
    return str(library_place(written))


def readable(address: str) -> str:
    """An address for people's eyes, as it is where it is none."""
    return unquote(address)


def parts_of(address: str) -> Address:
    """The parts of an address. Raises InvalidInput where it is none."""
    server = library_place(address)
    if not isinstance(server, Server):
        raise InvalidInput(f"“{address}” is no address of a server.", "Write postgresql://user@host/database")
    return Address(
        server.host, server.database, server.user, server.port, server.tls, server.root_certificate
    )
