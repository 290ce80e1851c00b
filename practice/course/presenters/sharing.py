"""What each agreed to show and what the clinician opened: for the care team alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from practice.caseload.queries import Case
from practice.outcomes import rules
from practice.outcomes.models import SharedMeasure

_CHOICE = {True: "Agrees", False: "Does not agree", None: "No choice yet"}


@dataclass(frozen=True)
class SharingRow:
    """One measure that can be shared: both choices, and whether a copy is open."""

    measure_id: str
    name: str
    a: str
    b: str
    opened_at: datetime | None
    can_release: bool


def rows(
    case: Case, chosen: Mapping[tuple[str, str], bool], open_copies: Sequence[SharedMeasure]
) -> list[SharingRow]:
    """Return a row for everything that is offered, and for any open copy that no longer is."""
    opened = {copy.measure_id: copy.made_at for copy in open_copies}
    offered = rules.offered(sexual_work_open=case.couple.sexual_work_open)
    return [
        SharingRow(
            measure_id=measure_id,
            name=rules.name_of(measure_id),
            a=_CHOICE[chosen.get(("a", measure_id))],
            b=_CHOICE[chosen.get(("b", measure_id))],
            opened_at=opened.get(measure_id),
            can_release=measure_id in offered
            and case.couple.shared_work_open
            and all(chosen.get((side, measure_id)) for side in "ab"),
        )
        for measure_id in dict.fromkeys((*offered, *opened))
    ]
