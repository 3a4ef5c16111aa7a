"""Paragraphs that run the other way than their language does."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("paragraph", sa.Column("direction", sa.String(), nullable=True))
