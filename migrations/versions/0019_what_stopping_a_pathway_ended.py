"""What stopping a pathway ended: each assignment's last day from before, so that stopping can be undone.

Revision: 0019, after 0018, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was stopped before remembers nothing."""
    with op.batch_alter_table("pathway_run", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("pathway_run", schema=None) as batch_op:
        batch_op.drop_column("ended")
