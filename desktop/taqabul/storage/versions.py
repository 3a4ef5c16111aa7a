"""What a library says of the program that wrote it, wherever it is kept: set down after an upgrade, refused where newer."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, update

from taqabul import __version__
from taqabul.domain.errors import NewerLibrary
from taqabul.storage import schema
from taqabul.storage.tables import library_info


def refuse_newer(place: object, written_by: str, needed: str = "the newest Taqabul") -> None:
    """Raise NewerLibrary, which says what to install, where a schema is beyond this program's."""
    if written_by > schema.HEAD:
        raise NewerLibrary(
            f"The library {place} was written by a newer version of Taqabul (its format is {written_by}, "
            f"this program's is {schema.HEAD}).",
            f"Install {needed} to open it, or choose another library.",
        )


def sign(connection: Connection, *, is_new: bool) -> None:
    """Set down which version this library now needs, and of a new one who made it and when."""
    if is_new:
        row = {"id": 1, "made_by": f"Taqabul {__version__}", "made_at": datetime.now(UTC)}
        connection.execute(insert(library_info), row)
    connection.execute(update(library_info).values(needs=__version__))
