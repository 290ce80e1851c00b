"""Pathways: ready-made and own ones, their versions (never changed), and those that couples are on.

Revision: 0016, after 0015, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=op.f(f"fk_{table}_{column}_{target}"),
        ondelete="RESTRICT",
    )


def _moment(name: str, *, optional: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=optional)


def upgrade() -> None:
    """Add the tables."""
    _add_pathways()
    _add_runs()
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    then = (
        "for each row execute function never_changed()"
        if on_postgresql
        else "begin select raise(abort, 'pathway_version is never changed'); end"
    )
    for act in ("update", "delete"):
        op.execute(
            f"create trigger pathway_version_no_{act} before {act} on pathway_version {then}"
        )


def _add_pathways() -> None:
    op.create_table(
        "pathway",
        sa.Column("slug", sa.String(), nullable=True),
        sa.Column("maker_id", sa.Uuid(), nullable=True),
        sa.Column("draft", sa.JSON(), nullable=True),
        _moment("made_at"),
        _moment("retired_at", optional=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("slug is null or maker_id is null", name=op.f("ck_pathway_made_by")),
        _to("pathway", "maker_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pathway")),
        sa.UniqueConstraint("slug", name=op.f("uq_pathway_slug")),
    )
    op.create_index(op.f("ix_pathway_maker_id"), "pathway", ["maker_id"], unique=False)
    op.create_table(
        "pathway_version",
        sa.Column("pathway_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        _moment("published_at"),
        sa.Column("id", sa.Uuid(), nullable=False),
        _to("pathway_version", "pathway_id", "pathway"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pathway_version")),
        sa.UniqueConstraint(
            "pathway_id", "number", name=op.f("uq_pathway_version_pathway_id_number")
        ),
    )
    op.create_index(
        op.f("ix_pathway_version_pathway_id"), "pathway_version", ["pathway_id"], unique=False
    )


def _add_runs() -> None:
    op.create_table(
        "pathway_run",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("sides", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("paused_by", sa.Uuid(), nullable=True),
        _moment("stopped_at", optional=True),
        sa.Column("stopped_by", sa.Uuid(), nullable=True),
        _moment("made_at"),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("sides in ('ab', 'a', 'b')", name=op.f("ck_pathway_run_sides")),
        sa.CheckConstraint(
            "(stopped_at is null) = (stopped_by is null)", name=op.f("ck_pathway_run_stopped")
        ),
        sa.CheckConstraint(
            "(paused_on is null) = (paused_by is null)", name=op.f("ck_pathway_run_paused")
        ),
        _to("pathway_run", "version_id", "pathway_version"),
        _to("pathway_run", "paused_by", "user"),
        _to("pathway_run", "stopped_by", "user"),
        _to("pathway_run", "made_by", "user"),
        _to("pathway_run", "container_id", "container"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pathway_run")),
    )
    op.create_table(
        "pathway_run_step",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("set_ids", sa.JSON(), nullable=False, server_default="[]"),
        _moment("skipped_at", optional=True),
        sa.Column("skipped_by", sa.Uuid(), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(skipped_at is null) = (skipped_by is null)", name=op.f("ck_pathway_run_step_skipped")
        ),
        _to("pathway_run_step", "run_id", "pathway_run"),
        _to("pathway_run_step", "skipped_by", "user"),
        _to("pathway_run_step", "container_id", "container"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pathway_run_step")),
        sa.UniqueConstraint("run_id", "number", name=op.f("uq_pathway_run_step_run_id_number")),
    )
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


INDEXED = {
    "pathway_run": ("version_id", "container_id"),
    "pathway_run_step": ("run_id", "container_id"),
}


def downgrade() -> None:
    """Take the tables away."""
    on = " on pathway_version" if op.get_bind().dialect.name == "postgresql" else ""
    for act in ("update", "delete"):
        op.execute(f"drop trigger pathway_version_no_{act}{on}")
    for table in ("pathway_run_step", "pathway_run", "pathway_version", "pathway"):
        op.drop_table(table)
