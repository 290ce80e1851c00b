"""The texts to read and sign, with one's own signatures and nobody else's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from practice.caseload import rules as texts
from practice.caseload.models import PolicyChoice, Signature
from practice.lib import clock

NOT_SIGNED = "Not signed yet"


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One text: how it stands for this person, and for a policy whether it is in force."""

    text_id: str
    title: str
    in_force: str | None
    is_in_force: bool
    signed_name: str | None
    signed_at: datetime | None
    ends_at: datetime | None

    @property
    def is_signed(self) -> bool:
        """Return whether this person's own signature counts now."""
        return self.signed_at is not None


def agreement_lines(
    text_ids: Iterable[str], signatures: Sequence[Signature], choice: PolicyChoice | None
) -> list[AgreementLine]:
    """Return one line a text, in the order given."""
    return [_line(text_id, newest_current(text_id, signatures), choice) for text_id in text_ids]


def newest_current(text_id: str, signatures: Sequence[Signature]) -> Signature | None:
    """Return one's newest signature under a text that counts now."""
    now = clock.now()
    return next((s for s in signatures if s.text_id == text_id and texts.is_current(s, now)), None)


def _line(text_id: str, signature: Signature | None, choice: PolicyChoice | None) -> AgreementLine:
    is_policy = choice is not None and text_id == choice.policy_id
    is_in_force = is_policy and choice is not None and choice.in_force_at is not None
    words = texts.texts()["signature_states"]["in_force" if is_in_force else "not_in_force"]
    return AgreementLine(
        text_id=text_id,
        title=texts.signed_text(text_id)["title"],
        in_force=words if is_policy else None,
        is_in_force=is_in_force,
        signed_name=signature.signed_name if signature else None,
        signed_at=signature.signed_at if signature else None,
        ends_at=signature.ends_at if signature else None,
    )
