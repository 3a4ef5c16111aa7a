"""What was decided and mended when a file was read, in sentences, a line each."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column(
        "text_file", sa.Column("findings", sa.String(), server_default=sa.text("''"), nullable=False)
    )
