"""Acts on the restricted record: saving with the button, discarding, sending once, and the clinician's *seen*.

Whatever is answered, sending writes one private attention item in one wording and changes nothing of the other
partner's (D3). The events in the audit chain say that a thing was done, never what was answered.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.lib import clock
from practice.safety import queries, rules
from practice.safety.models import SafetyCheck, SafetyDraft


class NothingToSend(Exception):
    """There are no saved answers under this key: they were discarded, or never saved."""


def save_part(case: Case, part: rules.Part, answers: dict[str, Any], *, by: Actor) -> SafetyDraft:
    """Keep the answers of one page in place of what was saved of it before."""
    draft = queries.draft(case)
    if draft is None:
        draft = SafetyDraft(
            container_id=queries.own_container(case),
            answers={"form_key": str(uuid4()), "answers": {}},
        )
        db.session.add(draft)
    kept = draft.answers
    others = {k: v for k, v in kept["answers"].items() if k not in {q.key for q in part.questions}}
    draft.answers = {**kept, "answers": {**others, **answers}}
    draft.saved_at = clock.now()
    audit.record("private questions saved", by=by, couple=case.id)
    return draft


def discard(case: Case, *, by: Actor) -> None:
    """Delete what was saved and not sent, leaving no row behind. It is no error if there was nothing."""
    _delete_drafts(case)
    audit.record("private questions discarded", by=by, couple=case.id)


def send(case: Case, form_key: UUID, *, by: Actor) -> SafetyCheck:
    """Send what was saved under a one-time key; sending it twice is sending it once.

    Raises:
        NothingToSend: no saved answers stand under this key.
    """
    if earlier := queries.sent_with(case, form_key):
        return earlier
    draft = queries.draft(case)
    if draft is None or draft.answers["form_key"] != str(form_key):
        raise NothingToSend
    is_first = queries.last_sent_at(case) is None
    check = _check(case, form_key, draft.answers["answers"])
    try:
        with db.session.begin_nested():
            db.session.add(check)
    except IntegrityError:
        # Another request was first with the same key; both are answered alike.
        if earlier := queries.sent_with(case, form_key):
            return earlier
        raise
    _delete_drafts(case)
    audit.record("private questions sent", by=by, couple=case.id, subject=check.id)
    _tell_care_team(case, check, first=is_first, by=by)
    return check


def _check(case: Case, form_key: UUID, answers: dict[str, Any]) -> SafetyCheck:
    return SafetyCheck(
        container_id=queries.own_container(case),
        form_key=form_key,
        answers={
            "answers": answers,
            "tier": int(rules.tier_of(answers)),
            "version": rules.private_check().version,
        },
    )


def _tell_care_team(case: Case, check: SafetyCheck, *, first: bool, by: Actor) -> None:
    heavy = rules.is_heavy(check.answers["tier"])
    caseload.raise_attention(
        case.couple,
        kind="private",
        weight=caseload.WEIGHT_FIRST if heavy else caseload.WEIGHT_NOW,
        source=check.id,
        by=by,
    )
    if first:
        # Once, however many have sent one: the couple waits for the clinician's decision.
        caseload.raise_attention(
            case.couple, kind="clearance", weight=caseload.WEIGHT_SOON, source=case.id, by=by
        )


def _delete_drafts(case: Case) -> None:
    while (draft := queries.draft(case)) is not None:
        db.session.delete(draft)
        db.session.flush()


def allow_viewing(case: Case, check: SafetyCheck, *, allowed: bool, by: Actor) -> None:
    """Say whether the author may read this check again in the own record (D5: hidden unless it is safe)."""
    check.answers = {**check.answers, "safe_to_view": allowed}
    audit.record(
        "private questions viewable" if allowed else "private questions hidden",
        by=by,
        couple=case.id,
        subject=check.id,
    )


def mark_seen(case: Case, *, by: Actor) -> None:
    """Settle the private items that the restricted record shows: what was sent, and what concerns agreements."""
    sources = {check.id for side in "ab" for check in queries.checks(case, side)}
    sources |= {case.id, case.a.id, case.b.id}
    for item in queries.private_items(case):
        if item.source in sources:
            item.done_at, item.done_by = clock.now(), by.user_id
    audit.record("restricted record seen", by=by, couple=case.id)
