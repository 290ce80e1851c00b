"""Showing answers to both: a frozen copy in the couple's container, by the clinician's act alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.audit import services as audit
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    Gate,
    Stage,
    Visibility,
    Who,
    WrittenBy,
)
from practice.catalogue.fields import AnswerView, display, is_answered
from practice.catalogue.rules import (
    Released,
    holds_release,
    shown_on_release,
    visible_fields,
    with_partner_names,
)
from practice.extensions import db
from practice.lib import clock
from practice.responses import rules
from practice.responses.models import Release
from practice.responses.queries.pairs import Pair


@dataclass(frozen=True)
class Prepared:
    """Exactly what both would see, and why it cannot be shown now, if it cannot."""

    pair: Pair
    items: tuple[Released, ...]
    content: dict[str, Any]
    digest: str
    reasons: list[str]
    # What both welcome, and how many of it may be shown: for the clinician to pick from.
    matches: tuple[rules.Match, ...] = ()
    room: int = 0


def prepare(pair: Pair, left_out: Collection[str] = (), picks: Collection[str] = ()) -> Prepared:
    """Return what a release would show, leaving out what the clinician leaves out (``key`` or ``key.row``).

    ``picks`` names the rows that the clinician picks where an exercise has matches; without picks none is shown.
    """
    case, definition = pair.case, _named(pair)
    gates = rules.open_gates(
        shared_work_open=case.couple.shared_work_open,
        sexual_work_open=case.couple.sexual_work_open,
        both_consented=all(caseload.agreements_of(case, side).sexual for side in "ab"),
    )
    shown = shown_on_release(
        definition,
        rules.within_gates(definition, pair.answers("a"), gates),
        rules.within_gates(definition, pair.answers("b"), gates),
        pair.kept_back("a"),
        pair.kept_back("b"),
        open_gates=gates,
        left_out=left_out,
    )
    picking = rules.picking_of(definition)
    found = _matches(pair, definition) if definition.gates.show in gates else ()
    picked = rules.released_picks(definition, rules.picked(definition, found, picks))
    items = (*shown, *([picked] if picked else []), *_replies(pair, definition, left_out))
    content = _content(pair, shown, items, gates)
    facts = rules.Facts(
        submitted=_submitted(pair),
        gates=gates,
        show_gate=definition.gates.show,
        is_held=any(holds_release(definition, pair.answers(side)) for side in "ab"),
        anything_left=bool(items),
    )
    reasons = rules.reasons_against(facts, clock.now())
    if picking and (words := rules.too_many(found, picking, picks)):
        reasons.append(words)
    return Prepared(
        pair,
        items,
        content,
        _digest(content),
        reasons,
        matches=found,
        room=rules.room_for_picks(found, picking) if picking else 0,
    )


def _matches(pair: Pair, definition: ExerciseDefinition) -> tuple[rules.Match, ...]:
    a, b = pair.kept_back("a"), pair.kept_back("b")
    return rules.matches(definition, pair.answers("a"), pair.answers("b"), a, b)


def release(prepared: Prepared, *, digest: str, by: Actor) -> Release:
    """Show to both exactly what was previewed (``digest``), and give what follows from it.

    Raises :class:`rules.Stale` if it would be something else by now, and :class:`rules.CannotRelease` while anything speaks
    against it. What was shown of the same round before is replaced.
    """
    if prepared.reasons:
        raise rules.CannotRelease(" ".join(prepared.reasons))
    if digest != prepared.digest:
        raise rules.Stale
    pair = prepared.pair
    case = pair.case
    if pair.release is not None:
        close_release(pair, by=by)
    row = Release(
        container_id=case.container("couple"),
        set_id=pair.id,
        version_id=pair.found.version_id,
        content=prepared.content,
        made_at=clock.now(),
        made_by=by.user_id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record(
        "answers released", by=by, couple=case.id, subject=row.id, exercise=pair.definition.slug
    )
    assignments.give_what_follows(pair.found, by=by)
    return row


def close_release(pair: Pair, *, by: Actor) -> None:
    """Stop showing a round to both, at the same moment."""
    if pair.release is not None and pair.release.closed_at is None:
        close(pair.release, pair.case, by=by)


def close(row: Release, case: Case, *, by: Actor) -> None:
    """Close what stands open to both; what both may read of it is gone at the same moment."""
    row.closed_at, row.closed_by = clock.now(), by.user_id
    audit.record("release closed", by=by, couple=case.id, subject=row.id)


def _named(pair: Pair) -> ExerciseDefinition:
    a, b = pair.case.a.first_name, pair.case.b.first_name
    return replace(
        pair.definition,
        fields=tuple(with_partner_names(field, a, b) for field in pair.definition.fields),
    )


def _submitted(pair: Pair) -> tuple[datetime | None, ...]:
    """When everyone who was asked sent it; replies count once they are there, and are not waited for."""
    asked = [pair.sent[s].submitted_at if s in pair.sent else None for s in pair.expected]
    return (*asked, *(reply.submitted_at for reply in pair.replies.values()))


def _replies(
    pair: Pair, definition: ExerciseDefinition, left_out: Collection[str]
) -> tuple[Released, ...]:
    """What each wrote about the other's answers. Where both were asked, one without the other would tell of a silence."""
    found = []
    views: dict[str, dict[str, AnswerView | None]] = {}
    for side, reply in pair.replies.items():
        asked = visible_fields(
            definition,
            reply.answers,
            audience=Audience.PARTNER,
            has_sexual_consent=True,
            stage=Stage.TOGETHER,
        )
        for field in asked:
            hidden = field.key in reply.kept_back or field.key in left_out
            shareable = field.visibility in (Visibility.REVEAL, Visibility.JOINT)
            if (
                field.by is WrittenBy.PARTNER
                and shareable
                and not hidden
                and is_answered(field, reply.answers.get(field.key))
            ):
                views.setdefault(field.key, {})[side] = display(field, reply.answers[field.key])
    needed = 1 if definition.who is Who.ONE_PARTNER else 2
    for field in definition.fields:
        both = views.get(field.key, {})
        if len(both) >= needed:
            found.append(Released(field.key, field.prompt, both.get("a"), both.get("b")))
    return tuple(found)


def _content(
    pair: Pair, shown: Collection[Released], items: Collection[Released], gates: Collection[Gate]
) -> dict[str, Any]:
    """The frozen copy: words for people, and the answers behind them cut down to what is shown."""
    definition = pair.definition
    slug = definition.slug
    open_answers = [rules.within_gates(definition, pair.answers(side), gates) for side in "ab"]
    answers = {
        side: rules.released_answers(pair.definition, shown, pair.answers(side), side)
        for side in ("a", "b")
    }
    return {
        "occurrence": pair.key,
        "slug": slug,
        "fields": [_plain(item) for item in items],
        # Questions that close with sexual work, although their exercise does not.
        "sexual": sorted(rules.gated_keys(definition, *open_answers)),
        "answers": answers,
        "figures": rules.as_json(rules.shared_figures(slug, answers["a"], answers["b"])),
    }


def _plain(item: Released) -> dict[str, Any]:
    return {
        "key": item.key,
        "prompt": item.prompt,
        "a": asdict(item.a) if item.a else None,
        "b": asdict(item.b) if item.b else None,
    }


def _digest(content: dict[str, Any]) -> str:
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()
