"""Assignments.

Revision: 0007, after 0006, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "assignment",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("schedule_kind", sa.String(), nullable=False),
        sa.Column("schedule_n", sa.Integer(), nullable=True),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(withdrawn_at is null) = (withdrawn_by is null)", name=op.f("ck_assignment_withdrawn")
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_assignment_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_assignment_made_by_user"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["exercise_version.id"],
            name=op.f("fk_assignment_version_id_exercise_version"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"],
            ["user.id"],
            name=op.f("fk_assignment_withdrawn_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_assignment_container_id"), ["container_id"], unique=False
        )
        batch_op.create_index(
            "ix_assignment_container_id_starts_on", ["container_id", "starts_on"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_assignment_set_id"), ["set_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_version_id"), ["version_id"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_version_id"))
        batch_op.drop_index(batch_op.f("ix_assignment_set_id"))
        batch_op.drop_index("ix_assignment_container_id_starts_on")
        batch_op.drop_index(batch_op.f("ix_assignment_container_id"))

    op.drop_table("assignment")
