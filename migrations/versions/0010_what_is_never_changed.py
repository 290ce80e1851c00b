"""What is never changed: triggers on the audit chain, exercise versions and submissions.

Revision: 0010, after 0009, 2026-11-25.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# table -> columns that stay as written (None: the whole row), and whether rows may be deleted
FROZEN: dict[str, tuple[str, ...] | None] = {
    "audit_event": None,
    "exercise_version": None,
    # What may still change: the comment on a correction, and what its author keeps back until the release.
    "submission": (
        "id",
        "container_id",
        "assignment_id",
        "occurrence",
        "answers_sealed",
        "scores_sealed",
        "form_key",
        "submitted_at",
        "submitted_by",
        "corrects_id",
    ),
}


def _sqlite(table: str, columns: tuple[str, ...] | None) -> None:
    of = f"of {', '.join(columns)} " if columns else ""
    refuse = f"begin select raise(abort, '{table} is never changed'); end"
    op.execute(f'create trigger {table}_no_update before update {of}on "{table}" {refuse}')
    op.execute(f'create trigger {table}_no_delete before delete on "{table}" {refuse}')


def _postgresql(table: str, columns: tuple[str, ...] | None) -> None:
    of = f"of {', '.join(columns)} " if columns else ""
    op.execute(
        f'create trigger {table}_no_update before update {of}on "{table}" '
        "for each row execute function never_changed()"
    )
    op.execute(
        f'create trigger {table}_no_delete before delete on "{table}" '
        "for each row execute function never_changed()"
    )


def upgrade() -> None:
    """Add the triggers."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    if on_postgresql:
        op.execute(
            "create function never_changed() returns trigger language plpgsql as "
            "$$ begin raise exception '% is never changed', tg_table_name; end $$"
        )
    for table, columns in FROZEN.items():
        (_postgresql if on_postgresql else _sqlite)(table, columns)


def downgrade() -> None:
    """Take the triggers away."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in FROZEN:
        on = f' on "{table}"' if on_postgresql else ""
        op.execute(f"drop trigger {table}_no_update{on}")
        op.execute(f"drop trigger {table}_no_delete{on}")
    if on_postgresql:
        op.execute("drop function never_changed()")
