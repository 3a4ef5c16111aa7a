"""Terms that translations are held to, and words that are spelt right whatever dictionaries say."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "term",
        sa.Column("project_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("arabic", sa.Text(), nullable=False),
        sa.Column("english", sa.Text(), nullable=False),
        sa.Column("not_arabic", sa.Text(), nullable=False),
        sa.Column("not_english", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("project_id", "arabic", "english", name=op.f("pk_term")),
    )
    op.create_table(
        "known_word",
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("language", "word", name=op.f("pk_known_word")),
    )
