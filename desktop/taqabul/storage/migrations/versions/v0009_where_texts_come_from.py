"""Who wrote and translated a document, when it appeared and where it comes from; what a paragraph was in its file."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for name in ("author", "translator", "date", "source"):
        op.add_column("document", sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("paragraph", sa.Column("kind", sa.String(), nullable=True))
