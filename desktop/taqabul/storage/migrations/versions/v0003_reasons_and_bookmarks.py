"""Why a row shall be looked at again, and bookmarks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("link", sa.Column("reason", sa.Text(), nullable=True))
    op.add_column("link", sa.Column("bookmarked", sa.Boolean(), server_default=sa.false(), nullable=False))
    for name, condition in (("ix_link_reasoned", "reason IS NOT NULL"), ("ix_link_bookmarked", "bookmarked")):
        op.create_index(
            name, "link", ["bitext_id"], sqlite_where=sa.text(condition), postgresql_where=sa.text(condition)
        )
