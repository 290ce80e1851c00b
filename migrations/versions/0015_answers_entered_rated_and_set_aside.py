"""Answers entered for their author say where they come from, are rated by their author, and may be set aside.

Revision: 0015, after 0014, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# As 0010 froze them; where an answer comes from is frozen with it.
FROZEN = (
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
)


def _freeze(*columns: str) -> None:
    of = ", ".join(columns)
    if op.get_bind().dialect.name == "postgresql":
        op.execute('drop trigger submission_no_update on "submission"')
        op.execute(
            f'create trigger submission_no_update before update of {of} on "submission" '
            "for each row execute function never_changed()"
        )
        return
    op.execute("drop trigger submission_no_update")
    op.execute(
        f'create trigger submission_no_update before update of {of} on "submission" '
        "begin select raise(abort, 'submission is never changed'); end"
    )


def _of_the_couple(name: str, *columns: sa.Column[object], made_by: str | None) -> None:
    """Make a table of container rows that are about one submission."""
    people = [c for c in (made_by, "undone_by" if name == "set_aside" else None) if c]
    op.create_table(
        name,
        sa.Column("submission_id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name=op.f(f"fk_{name}_submission_id_submission"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f(f"fk_{name}_container_id_container"),
            ondelete="RESTRICT",
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], ["user.id"], name=op.f(f"fk_{name}_{column}_user"), ondelete="RESTRICT"
            )
            for column in people
        ),
        *_rules(name),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_container_id"), name, ["container_id"], unique=False)


def _rules(name: str) -> list[sa.Constraint]:
    if name == "own_rating":
        return [sa.UniqueConstraint("submission_id", name=op.f("uq_own_rating_submission_id"))]
    return [
        sa.CheckConstraint(
            "(undone_at is null) = (undone_by is null)", name=op.f("ck_set_aside_undone")
        )
    ]


def upgrade() -> None:
    """Add the column and the two tables."""
    op.add_column("submission", sa.Column("origin_sealed", sa.LargeBinary(), nullable=True))
    _freeze(*FROZEN, "origin_sealed")
    _of_the_couple(
        "own_rating",
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        made_by=None,
    )
    _of_the_couple(
        "set_aside",
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        made_by="made_by",
    )
    op.create_index(
        "ix_set_aside_submission_id_undone_at", "set_aside", ["submission_id", "undone_at"]
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("set_aside")
    op.drop_table("own_rating")
    _freeze(*FROZEN)
    op.drop_column("submission", "origin_sealed")
