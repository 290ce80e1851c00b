"""What the pages of one couple show above and on the overview, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from practice.caseload import rules
from practice.caseload.models import Stage
from practice.caseload.queries import Case
from practice.web.templating import moment


@dataclass(frozen=True)
class Header:
    """The facts above the tabs; both partners may see this on a screen in the room."""

    next_session: str
    policy: str
    stage: str


def header(case: Case, next_session: datetime | None, policy_id: str) -> Header:
    """Put the header of a couple into words; ``next_session`` is the next one together."""
    stage = case.couple.stage
    return Header(
        next_session=moment(next_session) if next_session else "None planned",
        policy=policy_name(policy_id),
        stage=stage.value.capitalize() if stage in (Stage.PAUSED, Stage.CLOSED) else "",
    )


def policy_name(policy_id: str) -> str:
    """Return the title of a policy, or that none is in force yet."""
    if policy_id == rules.NOT_IN_FORCE:
        return str(rules.texts()["signature_states"]["not_in_force"])
    return str(rules.policy_text(policy_id)["title"])
