"""Annotations, relations, claims and decisions; notes on annotations and documents, in threads."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_SIGNED = ("author", "created_at", "changed_by", "changed_at")


def upgrade() -> None:
    _claims()
    _annotations()
    _relations()
    _decisions()
    _notes()


def _claims() -> None:
    op.create_table(
        "claim",
        *_key(),
        *_words(*_SIGNED, "status"),
        *_texts("arabic", "english", "attributes"),
        _belongs("claim", "bitext_id", "bitext"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_uid", "claim", ["uid"])
    op.create_index("ix_claim_bitext_id", "claim", ["bitext_id"])


def _annotations() -> None:
    op.create_table(
        "annotation",
        *_key(),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        *_words("label_set", "label", *_SIGNED, "status"),
        *_texts("attributes", "comment"),
        sa.Column("lost", sa.Text(), nullable=True),
        _belongs("annotation", "bitext_id", "bitext"),
        _refers("annotation", "link_id", "link"),
        _refers("annotation", "claim_id", "claim"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotation")),
    )
    op.create_index("ix_annotation_uid", "annotation", ["uid"])
    op.create_index(
        "ix_annotation_bitext_id_label_set_label", "annotation", ["bitext_id", "label_set", "label"]
    )
    for name, column, given in (
        ("on_link", "link_id", "link_id"),
        ("of_claim", "claim_id", "claim_id"),
        ("orphaned", "bitext_id", "lost"),
    ):
        op.create_index(
            f"ix_annotation_{name}",
            "annotation",
            [column],
            sqlite_where=sa.text(f"{given} IS NOT NULL"),
            postgresql_where=sa.text(f"{given} IS NOT NULL"),
        )
    op.create_table(
        "annotation_span",
        *_numbers("annotation_id", "place", "paragraph_id", "start", "end"),
        *_texts("quote", "prefix", "suffix"),
        _belongs("annotation_span", "annotation_id", "annotation"),
        _refers("annotation_span", "paragraph_id", "paragraph"),
        sa.PrimaryKeyConstraint("annotation_id", "place", name=op.f("pk_annotation_span")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_annotation_span_paragraph_id", "annotation_span", ["paragraph_id"])


def _relations() -> None:
    op.create_table(
        "relation",
        *_key(),
        *_words("label_set", "kind"),
        *_numbers("source_id", "target_id"),
        *_words("author", "at"),
        *_texts("attributes"),
        _belongs("relation", "bitext_id", "bitext"),
        _refers("relation", "source_id", "annotation"),
        _refers("relation", "target_id", "annotation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
    )
    for column in ("uid", "bitext_id", "source_id", "target_id"):
        op.create_index(f"ix_relation_{column}", "relation", [column])


def _decisions() -> None:
    op.create_table(
        "decision",
        *_key(),
        *_texts("left", "right", "kept", "reason"),
        *_words("ruling", "by", "at"),
        _belongs("decision", "bitext_id", "bitext"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index("ix_decision_uid", "decision", ["uid"])
    op.create_index("ix_decision_bitext_id", "decision", ["bitext_id"])


def _notes() -> None:
    """SQLite cannot let an existing column be empty: the table is made anew."""
    for name in ("ix_note_link_id", "ix_note_bitext_id"):
        op.drop_index(name, "note")
    op.rename_table("note", "note_0007")
    if (
        op.get_bind().dialect.name == "postgresql"
    ):  # there the key's name is the table's no more than an index's
        op.execute("ALTER TABLE note_0007 RENAME CONSTRAINT pk_note TO pk_note_0007")
    op.create_table(
        "note",
        *_key(),
        *(
            sa.Column(name, sa.Integer(), nullable=True)
            for name in ("link_id", "annotation_id", "document_id", "thread_id")
        ),
        *_texts("text"),
        *_words("author", "at"),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        _belongs("note", "bitext_id", "bitext"),
        _refers("note", "link_id", "link"),
        _refers("note", "annotation_id", "annotation"),
        _refers("note", "document_id", "document"),
        _refers("note", "thread_id", "note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.execute(
        "INSERT INTO note (id, uid, bitext_id, link_id, text, author, at, resolved)"
        " SELECT id, '', bitext_id, link_id, text, author, at, FALSE FROM note_0007"
    )
    op.drop_table("note_0007")
    op.create_index("ix_note_link_id", "note", ["link_id"])
    op.create_index("ix_note_bitext_id", "note", ["bitext_id"])
    op.create_index(
        "ix_note_on_annotation",
        "note",
        ["annotation_id"],
        sqlite_where=sa.text("annotation_id IS NOT NULL"),
        postgresql_where=sa.text("annotation_id IS NOT NULL"),
    )


def _key() -> list[sa.Column[int] | sa.Column[str]]:
    return [*_numbers("id"), *_words("uid"), *_numbers("bitext_id")]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _belongs(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return _refers(table, column, to, "CASCADE")


def _refers(table: str, column: str, to: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{column}"),
        ondelete=ondelete,
        initially="DEFERRED",
        deferrable=True,
    )
