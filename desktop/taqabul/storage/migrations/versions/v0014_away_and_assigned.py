"""Bitexts that are checked out into another file, what came back of them, and who is to do what."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "checkout",
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("up_to", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_checkout")),
    )
    op.create_table(
        "checkout_bitext",
        sa.Column("checkout_uid", sa.String(), nullable=False),
        sa.Column("bitext_id", sa.Integer(), nullable=False),
        _key("checkout_bitext", "checkout_uid", "checkout.uid"),
        _key("checkout_bitext", "bitext_id", "bitext.id"),
        sa.PrimaryKeyConstraint("checkout_uid", "bitext_id", name=op.f("pk_checkout_bitext")),
    )
    op.create_table(
        "checkout_line",
        sa.Column("checkout_uid", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("became", sa.Integer(), nullable=True),
        _key("checkout_line", "checkout_uid", "checkout.uid"),
        sa.PrimaryKeyConstraint("checkout_uid", "line", name=op.f("pk_checkout_line")),
    )
    op.create_table(
        "checkout_number",
        sa.Column("checkout_uid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("theirs", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ours", sa.Integer(), nullable=False),
        _key("checkout_number", "checkout_uid", "checkout.uid"),
        sa.PrimaryKeyConstraint("checkout_uid", "kind", "theirs", name=op.f("pk_checkout_number")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bitext_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("first_rank", sa.Integer(), nullable=True),
        sa.Column("last_rank", sa.Integer(), nullable=True),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("given_at", sa.String(), nullable=False),
        sa.Column("done_at", sa.String(), nullable=True),
        _key("assignment", "bitext_id", "bitext.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_bitext_id"), "assignment", ["bitext_id"])


def _key(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [of],
        name=op.f(f"fk_{table}_{column}"),
        ondelete="CASCADE",
        initially="DEFERRED",
        deferrable=True,
    )
