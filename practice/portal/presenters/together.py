"""What is open to both, as one list, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from practice.catalogue.definition import ExerciseDefinition
from practice.outcomes.models import SharedMeasure
from practice.portal.presenters.addresses import address
from practice.portal.queries import Written
from practice.responses.models import Release

SIDE_BY_SIDE, OVER_TIME, AGREED = "Side by side", "Over time", "Agreed between you"


@dataclass(frozen=True, slots=True)
class TogetherItem:
    """One thing both may read; ``kind`` says what it is in words."""

    title: str
    kind: str
    since: datetime
    url: str


def together_items(
    releases: Iterable[tuple[Release, ExerciseDefinition]],
    measures: Iterable[SharedMeasure],
    agreements: Iterable[Written],
) -> list[TogetherItem]:
    """Return everything open to both, newest first."""
    items = [
        *(
            _item(row.id, found.neutral_title, SIDE_BY_SIDE, row.made_at, "portal.comparison")
            for row, found in releases
        ),
        *(
            _item(row.id, row.content["name"], OVER_TIME, row.made_at, "portal.course")
            for row in measures
        ),
        *(
            _item(
                one.submission.id,
                one.definition.neutral_title,
                AGREED,
                one.submission.submitted_at,
                "portal.joint",
            )
            for one in agreements
        ),
    ]
    return sorted(items, key=lambda item: (item.since, item.url), reverse=True)


def _item(found: UUID, title: str, kind: str, since: datetime, endpoint: str) -> TogetherItem:
    return TogetherItem(title, kind, since, address(endpoint, item_id=found))
