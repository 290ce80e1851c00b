"""Kinds of exercise: sections of the intake and cards stand beside exercises, and a practice may make its own.

Revision: 0017, after 0016, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is there already is a shipped exercise."""
    with op.batch_alter_table("exercise", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=16), server_default="exercise", nullable=False)
        )
        batch_op.add_column(
            sa.Column("origin", sa.String(length=16), server_default="shipped", nullable=False)
        )


def downgrade() -> None:
    """Take the columns away."""
    with op.batch_alter_table("exercise", schema=None) as batch_op:
        batch_op.drop_column("origin")
        batch_op.drop_column("kind")
