"""Words to be quoted: each person's own choice whether released words may stand in a shared report.

Revision: 0012, after 0011, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "quote_choice",
        sa.Column("words_key", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by"],
            ["user.id"],
            name=op.f("fk_quote_choice_asked_by_user"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_quote_choice_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(
            "(agreed is null) = (answered_at is null)", name=op.f("ck_quote_choice_answered")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote_choice")),
        sa.UniqueConstraint(
            "container_id", "words_key", name=op.f("uq_quote_choice_container_id_words_key")
        ),
    )
    with op.batch_alter_table("quote_choice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_quote_choice_container_id"), ["container_id"], unique=False
        )


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("quote_choice")
