"""Every variation of A's private side (SECURITY I1): done by herself, or by the care team about her alone.

Whatever of it happened, nothing of B's changes. Add a variation here whenever there is a new private thing.
"""

from __future__ import annotations

from practice.lib import clock
from tests.integration.privacy import (
    varied_choices,
    varied_homework,
    varied_intake,
    varied_record,
    varied_review,
    varied_schedules,
    varied_work,
)
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.varying import VARIATIONS, WHEN, variation

TOLD_BY = (
    varied_homework,
    varied_schedules,
    varied_intake,
    varied_record,
    varied_review,
    varied_choices,
    varied_work,
)


@variation("everything at once")
def everything(found: Furnished) -> None:
    for name in ("signals: finished", "pulse: afraid to speak and pressed", "private questions: tier 3",
                 "measures: a grave answer", "sessions: alone with her, planned and held",
                 "sharing: everything taken back", "agreements: sexual_content_consent taken back"):  # fmt: skip
        VARIATIONS[name](found)


def vary(found: Furnished, name: str) -> None:
    """Let one variation happen, a day before the other partner looks."""
    with clock.set_to(WHEN):
        VARIATIONS[name](found)
