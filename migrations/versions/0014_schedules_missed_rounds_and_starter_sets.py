"""Schedules with a window, a cap and pauses; what follows what; what got in the way; starter sets.

Revision: 0014, after 0013, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ADDED = (
    "window_days",
    "most_rounds",
    "pauses",
    "follows_id",
    "delay_days",
    "opens_by",
    "pathway_run_id",
)


def upgrade() -> None:
    """Apply the change; what was given before has no window, no cap, no pause, and follows nothing."""
    _widen_assignment()
    _add_missed_round()
    op.create_table(
        "starter_set",
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_starter_set_made_by_user"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_starter_set")),
    )


def _widen_assignment() -> None:
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("window_days", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("most_rounds", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("pauses", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("follows_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("delay_days", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("opens_by", sa.String(length=16), nullable=False, server_default="rule")
        )
        batch_op.add_column(sa.Column("pathway_run_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_assignment_follows_id_assignment"),
            "assignment",
            ["follows_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.create_index(batch_op.f("ix_assignment_follows_id"), ["follows_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_assignment_pathway_run_id"), ["pathway_run_id"], unique=False
        )


def _add_missed_round() -> None:
    op.create_table(
        "missed_round",
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by"],
            ["user.id"],
            name=op.f("fk_missed_round_answered_by_user"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_missed_round_assignment_id_assignment"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_missed_round_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missed_round")),
        sa.UniqueConstraint(
            "container_id",
            "assignment_id",
            "occurrence",
            name=op.f("uq_missed_round_container_id_assignment_id_occurrence"),
        ),
    )
    with op.batch_alter_table("missed_round", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_missed_round_assignment_id"), ["assignment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_missed_round_container_id"), ["container_id"], unique=False
        )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("starter_set")
    with op.batch_alter_table("missed_round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_missed_round_container_id"))
        batch_op.drop_index(batch_op.f("ix_missed_round_assignment_id"))
    op.drop_table("missed_round")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_pathway_run_id"))
        batch_op.drop_index(batch_op.f("ix_assignment_follows_id"))
        batch_op.drop_constraint(op.f("fk_assignment_follows_id_assignment"), type_="foreignkey")
        for name in ADDED:
            batch_op.drop_column(name)
