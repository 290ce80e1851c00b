"""Couples to practise with: nobody real stands behind them, and everything of theirs says so.

Revision: 0021, after 0020, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the marks; whoever is there already is real."""
    for table in ("couple", "user"):
        op.add_column(
            table,
            sa.Column("is_fictional", sa.Boolean(), nullable=False, server_default=sa.false()),
        )


def downgrade() -> None:
    """Take the marks away."""
    for table in ("user", "couple"):
        op.drop_column(table, "is_fictional")
