"""What a person asks before signing a text, kept in that person's own container.

Revision: 0020, after 0019, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "first_question",
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_first_question_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_question")),
    )
    with op.batch_alter_table("first_question", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_first_question_container_id"), ["container_id"], unique=False
        )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("first_question")
