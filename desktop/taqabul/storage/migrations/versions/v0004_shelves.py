"""Projects, the archive, the bin and tags."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("name", name=op.f("uq_project_name")),
    )
    op.create_table(
        "placement",
        sa.Column("bitext_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("binned_at", sa.String(), nullable=True),
        _belongs("placement", "bitext"),
        _belongs("placement", "project", "SET NULL"),
        sa.PrimaryKeyConstraint("bitext_id", name=op.f("pk_placement")),
    )
    op.create_index("ix_placement_project_id", "placement", ["project_id"])
    op.create_table(
        "tag",
        sa.Column("bitext_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        _belongs("tag", "bitext"),
        sa.PrimaryKeyConstraint("bitext_id", "tag", name=op.f("pk_tag")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "binned_document",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        _belongs("binned_document", "document"),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_binned_document")),
    )


def _belongs(table: str, to: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{to}_id"],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{to}_id"),
        ondelete=ondelete,
        initially="DEFERRED",
        deferrable=True,
    )
