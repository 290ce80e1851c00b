"""Catalogue.

Revision: 0005, after 0004, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "exercise",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise")),
        sa.UniqueConstraint("slug", name=op.f("uq_exercise_slug")),
    )
    op.create_table(
        "exercise_version",
        sa.Column("exercise_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercise.id"],
            name=op.f("fk_exercise_version_exercise_id_exercise"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exercise_version")),
        sa.UniqueConstraint(
            "exercise_id", "digest", name=op.f("uq_exercise_version_exercise_id_digest")
        ),
    )
    with op.batch_alter_table("exercise_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exercise_version_exercise_id"), ["exercise_id"], unique=False
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("exercise_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_exercise_version_exercise_id"))

    op.drop_table("exercise_version")
    op.drop_table("exercise")
