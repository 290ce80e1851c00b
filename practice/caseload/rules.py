"""Pure decisions about a case: what is open, whose signature counts, and the line that says who will see an answer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

INFORMED_CONSENT = "informed_consent"
SEXUAL_CONSENT = "sexual_content_consent"
POLICY_IDS = ("no_secrets", "limited_secrets", "confidential_individual")
NOT_IN_FORCE = "not_in_force"


class NotOpen(Exception):
    """Shared work is closed for this couple, or a consent is missing. The same words for every reason."""


class SignatureLike(Protocol):
    """What these rules need of a signature."""

    text_id: str
    version: str
    ends_at: datetime | None
    revoked_at: datetime | None


@lru_cache(maxsize=1)
def texts() -> dict[str, Any]:
    """Return the policies, consents and standing sentences, as shipped (version inside)."""
    path = Path(__file__).parent / "texts" / "policies.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def sentence(name: str) -> str:
    """Return a standing sentence such as ``pause_sentence`` or ``opens_later_sentence``."""
    return str(texts()[name])


def refusal(name: str) -> str:
    """Return the words of a refusal by its id."""
    return next(str(r["text"]) for r in texts()["refusals"] if r["id"] == name)


def policy_text(policy_id: str) -> dict[str, Any]:
    """Return the text of a confidentiality policy; raise ``KeyError`` for an unknown one."""
    for policy in texts()["confidentiality_policies"]:
        if policy["id"] == policy_id:
            found: dict[str, Any] = policy
            return found
    raise KeyError(policy_id)


def signed_text(text_id: str) -> dict[str, Any]:
    """Return any text that a partner signs, by its id."""
    if text_id in (INFORMED_CONSENT, SEXUAL_CONSENT):
        found: dict[str, Any] = texts()[text_id]
        return found
    return policy_text(text_id)


def is_current(signature: SignatureLike, now: datetime) -> bool:
    """Return whether a signature counts now: not taken back, not run out."""
    return signature.revoked_at is None and (signature.ends_at is None or signature.ends_at > now)


@dataclass(frozen=True)
class OwnAgreements:
    """What one person has signed, as of now. Nothing in here depends on the other."""

    consented: bool
    policy_signed: bool
    sexual: bool

    @property
    def forms_open(self) -> bool:
        """Whether this person's own forms are open: by this person's own signatures alone (D2)."""
        return self.consented and self.policy_signed


def own_agreements(
    signatures: Iterable[SignatureLike], policy_id: str | None, now: datetime
) -> OwnAgreements:
    """Return which of one person's signatures count now."""
    current = {s.text_id for s in signatures if is_current(s, now)}
    return OwnAgreements(
        consented=INFORMED_CONSENT in current,
        policy_signed=policy_id is not None and policy_id in current,
        sexual=SEXUAL_CONSENT in current,
    )


def who_sees_line(visibility: str, policy: str, stage: str, *, protected: bool = False) -> str:
    """Return the line above a field. A function of roles and rules only, never of the other person.

    ``policy`` is a policy id or ``not_in_force``; ``stage`` is alone, submitted, kept_back, released, together or signed.
    """
    sentences = texts()["who_sees_this"]["sentences"]
    kind = f"{visibility}_protected" if protected and visibility in ("own", "flag") else visibility
    lines = sentences[kind][policy]
    return str(lines.get(stage) or lines.get("alone") or lines["together"])


def policy_line(policy: str) -> str:
    """Return the one line of the policy a person signed."""
    if policy == NOT_IN_FORCE:
        return str(texts()["who_sees_this"]["policy_line_not_in_force"])
    return str(policy_text(policy)["short"])


def can_open(gate: str, *, shared_work_open: bool, sexual_work_open: bool) -> bool:
    """Return whether work behind a gate is open: G0 always, G1 when cleared, G2 when the clinician opened it too."""
    if gate == "G0":
        return True
    if gate == "G1":
        return shared_work_open
    return shared_work_open and sexual_work_open


def check_open(gate: str, *, shared_work_open: bool, sexual_work_open: bool) -> None:
    """Raise :class:`NotOpen` unless :func:`can_open`."""
    if not can_open(gate, shared_work_open=shared_work_open, sexual_work_open=sexual_work_open):
        raise NotOpen(refusal("pair_work"))
