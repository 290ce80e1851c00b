"""What is open to both, as one list, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from practice.outcomes.models import SharedMeasure
from practice.outcomes.rules import GOALS
from practice.portal.presenters.addresses import address
from practice.responses.queries import Sent, Shown

SIDE_BY_SIDE, OVER_TIME, AGREED = "Side by side", "Over time", "Agreed between you"


@dataclass(frozen=True, slots=True)
class TogetherItem:
    """One thing both may read; ``kind`` says what it is in words."""

    title: str
    kind: str
    since: datetime
    url: str


def together_items(
    shown: Iterable[Shown], measures: Iterable[SharedMeasure], agreed: Iterable[Sent]
) -> list[TogetherItem]:
    """Return everything open to both, newest first."""
    items = [*map(_comparison, shown), *map(_course, measures), *map(_agreement, agreed)]
    return sorted(items, key=lambda item: (item.since, item.url), reverse=True)


def _comparison(one: Shown) -> TogetherItem:
    url = address("comparison.shown", release_id=one.id)
    return TogetherItem(one.definition.neutral_title, SIDE_BY_SIDE, one.release.made_at, url)


def _course(row: SharedMeasure) -> TogetherItem:
    url = address("portal.course", item_id=row.id)
    # Short names say little to somebody looking over a shoulder; goals are called by their everyday name.
    title = "Goals" if row.measure_id == GOALS else row.content["short_name"]
    return TogetherItem(title, OVER_TIME, row.made_at, url)


def _agreement(one: Sent) -> TogetherItem:
    url = address("responses.own_answers", submission_id=one.id)
    return TogetherItem(one.definition.neutral_title, AGREED, one.submission.submitted_at, url)
