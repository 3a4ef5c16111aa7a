"""The line up to which the journal was compacted, with what the library held then; which version a library needs."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column(
        "library_info", sa.Column("needs", sa.String(), server_default=sa.text("''"), nullable=False)
    )
    op.create_table(
        "journal_base",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("up_to", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_base")),
    )
    op.create_table(
        "journal_base_part",
        sa.Column("bitext_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bitext_id"],
            ["bitext.id"],
            name=op.f("fk_journal_base_part_bitext_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("bitext_id", name=op.f("pk_journal_base_part")),
    )
