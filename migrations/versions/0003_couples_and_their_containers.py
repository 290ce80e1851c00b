"""Couples and their containers.

Revision: 0003, after 0002, 2026-11-25.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "couple",
        sa.Column(
            "stage",
            sa.Enum(
                "NEW", "ACTIVE", "PAUSED", "CLOSED", name="stage", native_enum=False, length=16
            ),
            nullable=False,
        ),
        sa.Column("shared_work_open", sa.Boolean(), nullable=False),
        sa.Column("sexual_work_open", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_couple_made_by_user"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_couple")),
    )
    op.create_table(
        "container",
        sa.Column("couple_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["couple_id"],
            ["couple.id"],
            name=op.f("fk_container_couple_id_couple"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_container")),
        sa.UniqueConstraint("couple_id", "kind", name=op.f("uq_container_couple_id_kind")),
    )
    op.create_table(
        "partner",
        sa.Column("couple_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("pronouns_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("side in ('a', 'b')", name=op.f("ck_partner_side")),
        sa.ForeignKeyConstraint(
            ["couple_id"],
            ["couple.id"],
            name=op.f("fk_partner_couple_id_couple"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("couple_id", "side", name=op.f("uq_partner_couple_id_side")),
    )
    op.create_table(
        "attention_item",
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.Uuid(), nullable=True),
        sa.Column("shows_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_attention_item_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["done_by"],
            ["user.id"],
            name=op.f("fk_attention_item_done_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attention_item")),
    )
    with op.batch_alter_table("attention_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_attention_item_container_id"), ["container_id"], unique=False
        )
        batch_op.create_index(
            "ix_attention_item_open", ["container_id", "done_at", "shows_from"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attention_item_source"), ["source"], unique=False)

    op.create_table(
        "care_team_member",
        sa.Column("couple_id", sa.Uuid(), nullable=False),
        sa.Column("care_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column(
            "capacity",
            sa.Enum(
                "TREATING",
                "CO_THERAPIST",
                "COVER",
                "SUPERVISOR",
                "PARTNER_A",
                "PARTNER_B",
                name="capacity",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["care_id"],
            ["container.id"],
            name=op.f("fk_care_team_member_care_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["couple_id"],
            ["couple.id"],
            name=op.f("fk_care_team_member_couple_id_couple"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_care_team_member_user_id_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_team_member")),
        sa.UniqueConstraint(
            "couple_id", "user_id", name=op.f("uq_care_team_member_couple_id_user_id")
        ),
    )
    with op.batch_alter_table("care_team_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_care_team_member_couple_id"), ["couple_id"], unique=False
        )
        batch_op.create_index(
            "ix_care_team_member_user_id_left_at", ["user_id", "left_at"], unique=False
        )

    op.create_table(
        "caseload_line",
        sa.Column("summary_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_caseload_line_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caseload_line")),
        sa.UniqueConstraint("container_id", name=op.f("uq_caseload_line_container_id")),
    )
    with op.batch_alter_table("caseload_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_caseload_line_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "clearance",
        sa.Column("decision_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_clearance_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_clearance_made_by_user"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearance")),
    )
    with op.batch_alter_table("clearance", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_clearance_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "policy_choice",
        sa.Column("policy_id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("in_force_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("in_force_by", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(in_force_at is null) = (in_force_by is null)", name=op.f("ck_policy_choice_in_force")
        ),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_policy_choice_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["in_force_by"],
            ["user.id"],
            name=op.f("fk_policy_choice_in_force_by_user"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["user.id"],
            name=op.f("fk_policy_choice_made_by_user"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_choice")),
    )
    with op.batch_alter_table("policy_choice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_policy_choice_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "safe_contact",
        sa.Column("ways_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_safe_contact_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["user.id"], name=op.f("fk_safe_contact_made_by_user"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safe_contact")),
    )
    with op.batch_alter_table("safe_contact", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_safe_contact_container_id"), ["container_id"], unique=False
        )

    op.create_table(
        "signature",
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("signed_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("container_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["container_id"],
            ["container.id"],
            name=op.f("fk_signature_container_id_container"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
    )
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_signature_container_id"), ["container_id"], unique=False
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signature_container_id"))

    op.drop_table("signature")
    with op.batch_alter_table("safe_contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_safe_contact_container_id"))

    op.drop_table("safe_contact")
    with op.batch_alter_table("policy_choice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_policy_choice_container_id"))

    op.drop_table("policy_choice")
    with op.batch_alter_table("clearance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clearance_container_id"))

    op.drop_table("clearance")
    with op.batch_alter_table("caseload_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_caseload_line_container_id"))

    op.drop_table("caseload_line")
    with op.batch_alter_table("care_team_member", schema=None) as batch_op:
        batch_op.drop_index("ix_care_team_member_user_id_left_at")
        batch_op.drop_index(batch_op.f("ix_care_team_member_couple_id"))

    op.drop_table("care_team_member")
    with op.batch_alter_table("attention_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attention_item_source"))
        batch_op.drop_index("ix_attention_item_open")
        batch_op.drop_index(batch_op.f("ix_attention_item_container_id"))

    op.drop_table("attention_item")
    op.drop_table("partner")
    op.drop_table("container")
    op.drop_table("couple")
