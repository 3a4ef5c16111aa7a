"""The schema's history: each step is a module in ``versions``, run by Alembic, kept for ever.

To change the schema: change ``tables``, add ``versions/vNNNN_what.py`` whose ``down_revision`` is
the step before, set ``HEAD`` to it, and keep a library of the step before in the tests.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from taqabul.storage.schema import HEAD

FOLDER = Path(__file__).parent


def configuration() -> Config:
    """Alembic's settings, found beside this file wherever the package is installed."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def upgrade(connection: Connection) -> None:
    """Bring the database to this program's schema inside the transaction that is open."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
