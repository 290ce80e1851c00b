"""Responses and measures.

Revision: 0008, after 0007, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "measure_result",
        sa.Column("measure_id", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_measure_result_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"],
            ["measure_result.id"],
            name=op.f("fk_measure_result_corrects_id_measure_result"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["user.id"],
            name=op.f("fk_measure_result_made_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure_result")),
    )
    with op.batch_alter_table("measure_result", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_measure_result_container_id"), ["container_id"], unique=False
        )
        batch_op.create_index(
            "ix_measure_result_container_id_taken_on", ["container_id", "taken_on"], unique=False
        )

    op.create_table(
        "release",
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["user.id"], name=op.f("fk_release_closed_by_user"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_release_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_release_made_by_user"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["exercise_version.id"],
            name=op.f("fk_release_version_id_exercise_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_container_id"), ["container_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_set_id"), ["set_id"], unique=False)

    op.create_table(
        "shared_measure",
        sa.Column("measure_id", sa.String(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["closed_by"],
            ["user.id"],
            name=op.f("fk_shared_measure_closed_by_user"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_shared_measure_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["user.id"],
            name=op.f("fk_shared_measure_made_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_measure")),
    )
    with op.batch_alter_table("shared_measure", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shared_measure_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "sharing_choice",
        sa.Column("measure_id", sa.String(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_sharing_choice_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sharing_choice")),
    )
    with op.batch_alter_table("sharing_choice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sharing_choice_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "clinician_rating",
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_clinician_rating_assignment_id_assignment"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_clinician_rating_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["user.id"],
            name=op.f("fk_clinician_rating_made_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinician_rating")),
    )
    with op.batch_alter_table("clinician_rating", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_clinician_rating_assignment_id"), ["assignment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_clinician_rating_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "draft",
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("form_key", sa.Uuid(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_by", sa.LargeBinary(), nullable=True),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_draft_assignment_id_assignment"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_draft_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint(
            "assignment_id",
            "occurrence",
            "container_id",
            name=op.f("uq_draft_assignment_id_occurrence_container_id"),
        ),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_container_id"), ["container_id"], unique=False)

    op.create_table(
        "joint_signature",
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("signed_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_joint_signature_assignment_id_assignment"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_joint_signature_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_signature")),
        sa.UniqueConstraint(
            "container_id",
            "assignment_id",
            "wording",
            name=op.f("uq_joint_signature_container_id_assignment_id_wording"),
        ),
    )
    with op.batch_alter_table("joint_signature", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_joint_signature_assignment_id"), ["assignment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_joint_signature_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "submission",
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("scores_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_back_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("form_key", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by", sa.Uuid(), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("comment_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_submission_assignment_id_assignment"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_submission_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"],
            ["submission.id"],
            name=op.f("fk_submission_corrects_id_submission"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by"],
            ["user.id"],
            name=op.f("fk_submission_submitted_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("form_key", name=op.f("uq_submission_form_key")),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index(
            "ix_submission_assignment_id_submitted_at",
            ["assignment_id", "submitted_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_submission_container_id"), ["container_id"], unique=False
        )
        batch_op.create_index(
            "ix_submission_container_id_submitted_at",
            ["container_id", "submitted_at"],
            unique=False,
        )

    op.create_table(
        "review",
        sa.Column("submission_id", sa.Uuid(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_review_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_review_made_by_user"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name=op.f("fk_review_submission_id_submission"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("submission_id", name=op.f("uq_review_submission_id")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_container_id"), ["container_id"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_container_id"))

    op.drop_table("review")
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.drop_index("ix_submission_container_id_submitted_at")
        batch_op.drop_index(batch_op.f("ix_submission_container_id"))
        batch_op.drop_index("ix_submission_assignment_id_submitted_at")

    op.drop_table("submission")
    with op.batch_alter_table("joint_signature", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_joint_signature_container_id"))
        batch_op.drop_index(batch_op.f("ix_joint_signature_assignment_id"))

    op.drop_table("joint_signature")
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_container_id"))

    op.drop_table("draft")
    with op.batch_alter_table("clinician_rating", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clinician_rating_container_id"))
        batch_op.drop_index(batch_op.f("ix_clinician_rating_assignment_id"))

    op.drop_table("clinician_rating")
    with op.batch_alter_table("sharing_choice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sharing_choice_container_id"))

    op.drop_table("sharing_choice")
    with op.batch_alter_table("shared_measure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shared_measure_container_id"))

    op.drop_table("shared_measure")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_set_id"))
        batch_op.drop_index(batch_op.f("ix_release_container_id"))

    op.drop_table("release")
    with op.batch_alter_table("measure_result", schema=None) as batch_op:
        batch_op.drop_index("ix_measure_result_container_id_taken_on")
        batch_op.drop_index(batch_op.f("ix_measure_result_container_id"))

    op.drop_table("measure_result")
