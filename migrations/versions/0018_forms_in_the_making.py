"""Forms in the making: drafts of a practice's own exercises and questionnaires.

Revision: 0018, after 0017, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def _to(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=op.f(f"fk_own_form_{column}_{target}"),
        ondelete="RESTRICT",
    )


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "own_form",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.Uuid(), nullable=True),
        sa.Column("base_version_id", sa.Uuid(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("revision > 0", name=op.f("ck_own_form_revision")),
        _to("exercise_id", "exercise"),
        _to("base_version_id", "exercise_version"),
        _to("saved_by", "user"),
        _to("made_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_form")),
        sa.UniqueConstraint("exercise_id", name=op.f("uq_own_form_exercise_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_own_form_slug")),
    )
    op.create_index(
        op.f("ix_own_form_base_version_id"), "own_form", ["base_version_id"], unique=False
    )


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("own_form")
