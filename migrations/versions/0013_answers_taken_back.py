"""Answers taken back: when the author withdrew a submission; once withdrawn it stays so.

Revision: 0013, after 0012, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, and the trigger that keeps what stands in it."""
    # Plainly added, not by a rebuilt table: that would take the triggers of 0010 away.
    op.add_column("submission", sa.Column("withdrawn_at", sa.DateTime(timezone=True)))
    when = 'before update of withdrawn_at on "submission" for each row when (old.withdrawn_at is not null)'
    act = "begin select raise(abort, 'submission stays withdrawn'); end"
    if op.get_bind().dialect.name == "postgresql":
        act = "execute function never_changed()"
    op.execute(f"create trigger submission_stays_withdrawn {when} {act}")


def downgrade() -> None:
    """Take the change back."""
    on = ' on "submission"' if op.get_bind().dialect.name == "postgresql" else ""
    op.execute(f"drop trigger submission_stays_withdrawn{on}")
    op.drop_column("submission", "withdrawn_at")
