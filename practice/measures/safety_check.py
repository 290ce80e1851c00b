"""Tiers of the Private Safety Check: our own triage rule, not a validated scale.

The tier orders the clinician's attention. It decides nothing by itself, is never told to the person who
answered, and 0 is not proof of safety: the clinician interviews each partner alone in every case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum

from practice.measures.errors import AnswerError

QUESTIONS = (*(f"s{number:02}" for number in range(1, 18)), "today")
"""s17 holds safe ways to make contact and takes no part in the tier."""

_EITHER_ALONE = ("s01", "s04", "s06", "s07", "s08", "s13")
_TWO_TOGETHER = ("s02", "s03", "s05")
_LETHAL = ("s09", "s10", "s11")
_PHYSICAL = ("s06", "s07", "s08")
_MUST_BE_SETTLED = (*QUESTIONS[:14], "today")

_SPELLINGS = {
    "yes": "yes",
    "no": "no",
    "not_sure": "not_sure",
    "not sure": "not_sure",
    "prefer_not": "prefer_not",
    "prefer not": "prefer_not",
    "prefer_not_to_say": "prefer_not",
    "prefer not to say": "prefer_not",
    "skip": None,
    "skipped": None,
}


class Tier(IntEnum):
    """How soon and how a clinician looks at one partner's answers."""

    NONE_DISCLOSED = 0
    CLARIFY = 1
    POSITIVE = 2
    URGENT = 3


class SuggestedStatus(StrEnum):
    """What the two tiers suggest for the couple. Only the clinician sets the status."""

    PENDING = "pending"
    CLEARED = "cleared"
    CLARIFY = "clarify"
    INDIVIDUAL_ONLY = "individual_only"
    URGENT = "urgent"


_STATUS_OF_TIER = {
    Tier.NONE_DISCLOSED: SuggestedStatus.CLEARED,
    Tier.CLARIFY: SuggestedStatus.CLARIFY,
    Tier.POSITIVE: SuggestedStatus.INDIVIDUAL_ONLY,
    Tier.URGENT: SuggestedStatus.URGENT,
}


def tier(answers: Mapping[str, object]) -> Tier:
    """The tier of one partner's answers.

    Args:
        answers: s01 to s16 and `today`, each yes, no, not_sure, prefer_not, or `None` / absent /
            `{"skipped": true}` where skipped. s17 is ignored.

    Raises:
        AnswerError: an unknown question or an unknown answer.
    """
    given = _read(answers)
    if _is_urgent(given):
        return Tier.URGENT
    if _is_positive(given):
        return Tier.POSITIVE
    if _is_clear(given):
        return Tier.NONE_DISCLOSED
    return Tier.CLARIFY


def suggested_status(tier_a: int | None, tier_b: int | None) -> SuggestedStatus:
    """The status that the higher tier suggests; a partner who has not answered yet (`None`) never lowers it.

    `cleared` is a suggestion to end the private interviews with clearance, not a substitute for them.
    """
    known = [Tier(one) for one in (tier_a, tier_b) if one is not None]
    highest = max(known, default=Tier.NONE_DISCLOSED)
    if highest is Tier.NONE_DISCLOSED and len(known) < 2:
        return SuggestedStatus.PENDING
    return _STATUS_OF_TIER[highest]


def _is_urgent(given: Mapping[str, str | None]) -> bool:
    escalating = given["s12"] == "yes" and _count_yes(given, _PHYSICAL) > 0
    return escalating or _count_yes(given, (*_LETHAL, "today")) > 0


def _is_positive(given: Mapping[str, str | None]) -> bool:
    unsure_about_lethal = any(given[key] in {"not_sure", "prefer_not"} for key in _LETHAL)
    return (
        unsure_about_lethal
        or _count_yes(given, _EITHER_ALONE) > 0
        or _count_yes(given, _TWO_TOGETHER) >= 2
    )


def _is_clear(given: Mapping[str, str | None]) -> bool:
    """Everything answered "no" and s15 "yes". s16 may be skipped (no dependants), but not be a yes."""
    settled = all(given[key] == "no" for key in _MUST_BE_SETTLED)
    return settled and given["s15"] == "yes" and given["s16"] in {"no", None}


def _count_yes(given: Mapping[str, str | None], keys: Iterable[str]) -> int:
    return sum(given[key] == "yes" for key in keys)


def _read(answers: Mapping[str, object]) -> dict[str, str | None]:
    if unknown := set(answers) - set(QUESTIONS):
        msg = f"The safety check has no question called {', '.join(sorted(unknown))[:60]}."
        raise AnswerError(msg)
    return {key: _answer(key, answers.get(key)) for key in QUESTIONS if key != "s17"}


def _answer(key: str, value: object) -> str | None:
    if value is None or (isinstance(value, Mapping) and value.get("skipped") is True):
        return None
    if isinstance(value, str) and (plain := value.strip().lower()) in _SPELLINGS:
        return _SPELLINGS[plain]
    msg = f"{key}: the answer must be yes, no, not_sure or prefer_not, or empty if it was skipped."
    raise AnswerError(msg)
