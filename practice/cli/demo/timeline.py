"""A step of the demo's course: what one person did on one day, as written; the maker moves the dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from practice.cli.demo.acts import World
from practice.cli.demo.people import ZONE, DemoCouple

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """Something that happened: when (as written, in local time), and which act with what."""

    couple: DemoCouple
    on: date
    hour: float
    act: Callable[..., None]
    given: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict)

    def moved(self, by: timedelta) -> datetime:
        """Return the moment, moved by whole days, in the practice's own time."""
        at = time(int(self.hour), round(self.hour % 1 * 60))
        return datetime.combine(self.on + by, at, ZoneInfo(ZONE))

    def happen(self, world: World) -> None:
        """Let it happen."""
        self.act(world, *self.given, **self.named)


class Diary:
    """The steps of one couple as they are written down."""

    def __init__(self, couple: DemoCouple) -> None:
        self.couple = couple
        self.steps: list[Step] = []

    def note(
        self, on: date, hour: float, act: Callable[..., None], *given: Any, **named: Any
    ) -> None:
        """Note an act that takes the couple's key first."""
        self.steps.append(Step(self.couple, on, hour, act, (self.couple.key, *given), named))

    def note_for(self, on: date, hour: float, act: Callable[..., None], *given: Any) -> None:
        """Note an act that takes the whole couple first."""
        self.steps.append(Step(self.couple, on, hour, act, (self.couple, *given)))
