"""Which questions an assignment asks: those answered alone, those on the shared form, or the reply to the other.

Revision: 0011, after 0010, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was given before asks what is answered alone."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("asks", sa.String(length=16), nullable=False, server_default="alone")
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_column("asks")
