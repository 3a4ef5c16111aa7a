"""The address of a library on a server, in parts that people fill in."""

from dataclasses import dataclass
from urllib.parse import unquote

from taqabul.domain.errors import InvalidInput
from taqabul.storage.servers import PORT, Server
from taqabul.workflow.library import library_place


@dataclass(frozen=True, slots=True)
class Address:
    """Where a library is, who asks, and how (``tls`` and ``certificate`` as an address has them)."""

    host: str
    database: str
    user: str = ""
    port: int = PORT
    tls: str = ""
    certificate: str = ""


def address_of(parts: Address) -> str:
    """The address as it is written. Raises InvalidInput where it is none."""
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
